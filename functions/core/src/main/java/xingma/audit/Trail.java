package xingma.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every line that was ever written, and the ledger over them. Nothing is altered, nothing is taken out. */
public interface Trail {
    int PAGE = 200;

    /** A subject's lines after a position, in order, at most {@value #PAGE}. */
    List<Entry> of(String subject, int after);

    /**
     * The lines written in a span of time, in the order of instant, subject and position, at most {@value #PAGE}.
     * Eventually consistent: ask for spans that ended a while ago.
     *
     * @param after the last line of the page before
     */
    List<Entry> between(Instant from, Instant to, Optional<Entry> after);

    Optional<LedgerPage> newestPage();

    /** Pages after a number, in order, at most {@value #PAGE}. */
    List<LedgerPage> pages(long after);

    /** Keeps a page unless its number is taken; keeping the same page again is true again. */
    boolean keep(LedgerPage page);
}

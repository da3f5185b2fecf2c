package xingma.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through the ledger and every line that it binds, and says what does not fit (核验). It needs nothing but what may
 * be read by anybody who is let in, and computes every hash anew.
 */
public final class Verification {
    private final Trail trail;

    public Verification(Trail trail) {
        this.trail = requireNonNull(trail, "trail");
    }

    /** Something that does not fit; nothing in it is secret. */
    public sealed interface Fault {
        /** A page does not follow from the one before it. */
        record PageBroken(long number) implements Fault {}

        /** The lines of a page's time are not those that it bound: some were altered, taken out or put in. */
        record LinesChanged(long number, int bound, int found) implements Fault {}

        /** A subject's line does not follow from the one before it. */
        record ChainBroken(String subject, int position) implements Fault {}

        /** A subject's line is missing. */
        record LineMissing(String subject, int position) implements Fault {}
    }

    /**
     * @param lines how many were looked at
     * @param until the end of the newest page; younger lines were chained but are not bound yet
     */
    public record Result(long pages, long lines, long subjects, Optional<Instant> until, List<Fault> faults) {
        public Result {
            faults = List.copyOf(faults);
        }

        public boolean holds() {
            return faults.isEmpty();
        }
    }

    /** @param now lines up to then are chained as well, though no page binds them yet */
    public Result run(Instant now) {
        var faults = new ArrayList<Fault>();
        var chains = new Chains();
        var last = Optional.<LedgerPage>empty();
        var pages = 0L;
        for (var more = trail.pages(0); !more.isEmpty(); more = trail.pages(more.getLast().number())) {
            for (var page : more) {
                pages++;
                if (!follows(last, page)) {
                    faults.add(new Fault.PageBroken(page.number()));
                }
                var lines = between(page.from(), page.to());
                if (lines.size() != page.lines() || !LedgerPage.contentOf(lines).equals(page.content())) {
                    faults.add(new Fault.LinesChanged(page.number(), page.lines(), lines.size()));
                }
                chains.add(lines);
                last = Optional.of(page);
            }
        }
        var until = last.map(LedgerPage::to);
        if (until.isPresent() && until.get().isBefore(now)) {
            chains.add(between(until.get(), now));
        }
        faults.addAll(chains.faults());
        return new Result(pages, chains.count, chains.bySubject.size(), until, faults);
    }

    private static boolean follows(Optional<LedgerPage> last, LedgerPage page) {
        return last.map(before -> page.number() == before.number() + 1
                        && page.before().equals(before.hash())
                        && page.from().equals(before.to()))
                .orElse(page.number() == 1 && page.before().equals(Entry.FIRST));
    }

    private List<Entry> between(Instant from, Instant to) {
        var lines = new ArrayList<Entry>();
        List<Entry> more;
        do {
            more = trail.between(from, to, lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()));
            lines.addAll(more);
        } while (more.size() == Trail.PAGE);
        return lines;
    }

    /** Of each line its position, its own hash and the one before: all that a chain needs. */
    private static final class Chains {
        private record Link(int position, String hash, String before) {}

        private final Map<String, List<Link>> bySubject = new HashMap<>();
        private long count;

        void add(List<Entry> lines) {
            for (var line : lines) {
                count++;
                bySubject
                        .computeIfAbsent(line.subject(), s -> new ArrayList<>())
                        .add(new Link(line.position(), line.hash(), line.before()));
            }
        }

        List<Fault> faults() {
            var faults = new ArrayList<Fault>();
            bySubject.forEach((subject, links) -> {
                links.sort(Comparator.comparingInt(Link::position));
                var before = Entry.FIRST;
                var position = 1;
                for (var link : links) {
                    for (; position < link.position(); position++) {
                        faults.add(new Fault.LineMissing(subject, position));
                        before = link.before();
                    }
                    if (!link.before().equals(before)) {
                        faults.add(new Fault.ChainBroken(subject, link.position()));
                    }
                    before = link.hash();
                    position = link.position() + 1;
                }
            });
            return faults;
        }
    }
}

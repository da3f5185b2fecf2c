package xingma.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A page of the city's ledger (总账): the hashes of all lines that were written in one span of time, in order, bound to
 * the page before. A chain shows that a line is missing from a subject; the ledger shows that a whole subject is.
 *
 * @param from inclusive; the {@code to} of the page before
 * @param to exclusive, far enough in the past that nothing can still come in before it
 * @param lines how many
 * @param content the hash of the lines' hashes, in the order of instant, subject and position
 * @param before the hash of the page before, or {@link Entry#FIRST}
 */
public record LedgerPage(long number, Instant from, Instant to, int lines, String content, String before) {
    public LedgerPage {
        requireNonNull(content, "content");
        requireNonNull(before, "before");
        if (number < 1 || lines < 0 || !from.isBefore(to)) {
            throw new IllegalArgumentException("a ledger's page has a number and a span of time");
        }
    }

    public static LedgerPage after(LedgerPage last, Instant to, List<Entry> entries) {
        return new LedgerPage(last.number + 1, last.to, to, entries.size(), contentOf(entries), last.hash());
    }

    public static LedgerPage first(Instant from, Instant to, List<Entry> entries) {
        return new LedgerPage(1, from, to, entries.size(), contentOf(entries), Entry.FIRST);
    }

    public static String contentOf(List<Entry> entries) {
        var digest = Entry.sha256();
        entries.forEach(entry -> Entry.part(digest, entry.hash()));
        return HexFormat.of().formatHex(digest.digest());
    }

    public String hash() {
        var digest = Entry.sha256();
        Entry.part(digest, Long.toString(number));
        Entry.part(digest, from.toString());
        Entry.part(digest, to.toString());
        Entry.part(digest, Integer.toString(lines));
        Entry.part(digest, content);
        Entry.part(digest, before);
        return HexFormat.of().formatHex(digest.digest());
    }
}

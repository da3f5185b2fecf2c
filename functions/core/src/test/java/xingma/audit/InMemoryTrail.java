package xingma.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The trail in memory, for tests. */
public final class InMemoryTrail implements Trail {
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::at).thenComparing(Entry::subject).thenComparing(Entry::position);

    private final TreeSet<Entry> entries = new TreeSet<>(ORDER);
    private final TreeMap<Long, LedgerPage> ledger = new TreeMap<>();

    /** Writes a line unless its place is taken; the same line once more is written once. */
    public synchronized boolean append(Entry entry) {
        var there = at(entry.subject(), entry.position());
        if (there.isEmpty()) {
            entries.add(entry);
        }
        return there.isEmpty() || there.get().equals(entry);
    }

    public synchronized Optional<Entry> at(String subject, int position) {
        return entries.stream()
                .filter(e -> e.subject().equals(subject) && e.position() == position)
                .findFirst();
    }

    @Override
    public synchronized List<Entry> of(String subject, int after) {
        return entries.stream()
                .filter(e -> e.subject().equals(subject) && e.position() > after)
                .sorted(Comparator.comparing(Entry::position))
                .limit(PAGE)
                .toList();
    }

    @Override
    public synchronized List<Entry> between(Instant from, Instant to, Optional<Entry> after) {
        return entries.stream()
                .filter(e -> !e.at().isBefore(from) && e.at().isBefore(to))
                .filter(e -> after.isEmpty() || ORDER.compare(e, after.get()) > 0)
                .limit(PAGE)
                .toList();
    }

    @Override
    public synchronized Optional<LedgerPage> newestPage() {
        return Optional.ofNullable(ledger.lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public synchronized List<LedgerPage> pages(long after) {
        return ledger.tailMap(after, false).values().stream().limit(PAGE).toList();
    }

    @Override
    public synchronized boolean keep(LedgerPage page) {
        return page.equals(ledger.computeIfAbsent(page.number(), number -> page));
    }
}

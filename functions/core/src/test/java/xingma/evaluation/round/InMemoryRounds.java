package xingma.evaluation.round;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import xingma.audit.Entry;
import xingma.audit.InMemoryTrail;

/** The rounds in memory, for tests. */
public final class InMemoryRounds implements Rounds {
    private final TreeMap<String, Called> called = new TreeMap<>();
    private final InMemoryTrail trail;

    public InMemoryRounds(InMemoryTrail trail) {
        this.trail = trail;
    }

    @Override
    public synchronized List<Called> all() {
        return called.values().stream()
                .sorted(Comparator.comparing((Called c) -> c.round().from()).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<Called> find(String id) {
        return Optional.ofNullable(called.get(id));
    }

    @Override
    public synchronized boolean keep(Round round, int revision, Entry entry) {
        var now = find(round.id());
        if (now.filter(c -> c.head().equals(entry.hash())).isPresent()) {
            return true;
        }
        if (now.map(Called::revision).orElse(0) != revision) {
            return false;
        }
        trail.append(entry);
        called.put(round.id(), new Called(round, revision + 1, entry.hash()));
        return true;
    }
}

package xingma.evaluation.round;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import xingma.audit.Entry;
import xingma.audit.InMemoryTrail;
import xingma.evaluation.Expert;

/** The list of experts in memory, for tests. */
public final class InMemoryExperts implements Experts {
    private final TreeMap<String, Listed> listed = new TreeMap<>();
    private final InMemoryTrail trail;

    public InMemoryExperts(InMemoryTrail trail) {
        this.trail = trail;
    }

    @Override
    public synchronized List<Listed> all() {
        return List.copyOf(listed.values());
    }

    @Override
    public synchronized Optional<Listed> find(String id) {
        return Optional.ofNullable(listed.get(id));
    }

    @Override
    public synchronized boolean keep(Expert expert, int revision, Entry entry) {
        var now = find(expert.id());
        if (now.filter(l -> l.head().equals(entry.hash())).isPresent()) {
            return true;
        }
        if (now.map(Listed::revision).orElse(0) != revision) {
            return false;
        }
        trail.append(entry);
        listed.put(expert.id(), new Listed(expert, revision + 1, entry.hash()));
        return true;
    }
}

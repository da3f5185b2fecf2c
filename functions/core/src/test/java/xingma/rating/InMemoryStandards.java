package xingma.rating;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import xingma.audit.Entry;
import xingma.audit.InMemoryTrail;

/** Editions in memory, for tests. Held to the same contract as the store that ships. */
public final class InMemoryStandards implements StandardShelf {
    private final Map<String, Shelved> shelved = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, Map<String, Opinion>> opinions = new HashMap<>();
    private final List<Standard> shipped;
    private final InMemoryTrail trail;

    public InMemoryStandards(InMemoryTrail trail, List<Standard> shipped) {
        this.trail = trail;
        this.shipped = List.copyOf(shipped);
    }

    @Override
    public synchronized List<String> ids() {
        var ids = new TreeSet<>(shelved.keySet());
        shipped.forEach(s -> ids.add(s.id()));
        return List.copyOf(ids);
    }

    @Override
    public synchronized Shelved shelved(String id) {
        var bare = new Editions(shipped.stream().filter(s -> s.id().equals(id)).toList());
        return shelved.getOrDefault(id, new Shelved(bare, new TreeMap<>(), 0, Entry.FIRST));
    }

    @Override
    public synchronized Optional<String> file(String id, int edition) {
        return Optional.ofNullable(files.get(id + "/" + edition));
    }

    @Override
    public synchronized List<Opinion> opinions(String id, int edition) {
        return opinions.getOrDefault(id + "/" + edition, Map.of()).values().stream()
                .sorted(Comparator.comparing(Opinion::on).thenComparing(Opinion::id))
                .toList();
    }

    @Override
    public synchronized boolean keep(Shelving shelving) {
        var entry = shelving.entry();
        if (trail.at(entry.subject(), entry.position()).filter(entry::equals).isPresent()) {
            return true;
        }
        if (!shelved(shelving.id()).equals(shelving.before())) {
            return false;
        }
        trail.append(entry);
        var id = shelving.id();
        shelved.put(id, shelving.now());
        shelving.file().ifPresent(f -> files.put(id + "/" + f.edition(), f.text()));
        shelving.said().ifPresent(said -> said.opinions()
                .forEach(o -> opinions.computeIfAbsent(id + "/" + said.edition(), e -> new HashMap<>()).put(o.id(), o)));
        return true;
    }
}

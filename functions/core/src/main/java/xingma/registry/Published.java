package xingma.registry;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.fact.Path;

/**
 * An entry as the public may read it (已公布条目): checked, numbered, and with the origin of every fact.
 *
 * @param version 1 for the first publication, one more for each checked change
 * @param since the version in which each fact took its present value
 * @param origins the origin of every version that {@code since} still names
 */
public record Published(Entry entry, int version, SortedMap<Path, Integer> since, SortedMap<Integer, Provenance> origins) {
    public Published {
        requireNonNull(entry, "entry");
        since = Collections.unmodifiableSortedMap(new TreeMap<>(since));
        requireNonNull(origins.get(version), "the origin of the newest version");
        var stillNamed = new HashSet<>(since.values());
        stillNamed.add(version);
        var named = new TreeMap<>(origins);
        named.keySet().retainAll(stillNamed);
        origins = Collections.unmodifiableSortedMap(named);
    }

    /** The entry after a checked change to the one before, or to nothing at all. */
    public static Published after(Optional<Published> before, Entry blank, List<Edit> edits, Provenance provenance) {
        var version = before.map(Published::version).orElse(0) + 1;
        var since = new TreeMap<>(before.map(Published::since).orElse(Collections.emptySortedMap()));
        for (var edit : edits) {
            if (edit.after().isPresent()) {
                since.put(edit.path(), version);
            } else {
                since.remove(edit.path());
            }
        }
        var origins = new TreeMap<>(before.map(Published::origins).orElse(Collections.emptySortedMap()));
        origins.put(version, provenance);
        return new Published(before.map(Published::entry).orElse(blank).with(edits), version, since, origins);
    }

    public Provenance newest() {
        return origins.get(version);
    }

    public Optional<Provenance> originOf(Path path) {
        return Optional.ofNullable(since.get(path)).map(origins::get);
    }
}

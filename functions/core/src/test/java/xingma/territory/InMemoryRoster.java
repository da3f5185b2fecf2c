package xingma.territory;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The roster in memory, for tests. */
public final class InMemoryRoster implements Roster {
    private final Map<String, Officer> officers = new HashMap<>();

    @Override
    public synchronized void note(Officer officer) {
        officers.put(officer.id(), officer);
    }

    @Override
    public synchronized Map<String, String> names(Collection<String> ids) {
        return Roster.sought(ids).stream()
                .filter(officers::containsKey)
                .collect(Collectors.toMap(id -> id, id -> officers.get(id).name()));
    }

    @Override
    public synchronized List<Colleague> handlers(RegionCode unit) {
        return officers.values().stream()
                .filter(o -> o.has(Duty.HANDLER) && o.territory().equals(unit))
                .map(o -> new Colleague(o.id(), o.name()))
                .sorted(Comparator.comparing(Colleague::name).thenComparing(Colleague::id))
                .limit(MOST)
                .toList();
    }
}

package xingma.territory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The roster in memory, for tests. */
public final class InMemoryRoster implements Roster {
    private final Map<String, String> names = new HashMap<>();

    @Override
    public synchronized void note(Officer officer) {
        names.put(officer.id(), officer.name());
    }

    @Override
    public synchronized Map<String, String> names(Collection<String> ids) {
        return Roster.sought(ids).stream().filter(names::containsKey).collect(Collectors.toMap(id -> id, names::get));
    }
}

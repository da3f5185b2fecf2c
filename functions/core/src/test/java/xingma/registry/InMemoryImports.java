package xingma.registry;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import xingma.keeping.Page;
import xingma.registry.sheet.ImportRecord;
import xingma.registry.sheet.Imports;
import xingma.territory.RegionCode;

/** Imports in memory, for tests. */
public final class InMemoryImports implements Imports {
    private static final int PAGE = 100;

    private final Map<String, ImportRecord> records = new HashMap<>();

    @Override
    public synchronized Optional<ImportRecord> find(String id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public synchronized Page<ImportRecord> in(RegionCode territory, Optional<String> after) {
        var all = records.values().stream()
                .filter(r -> r.file().territory().equals(territory))
                .filter(r -> after.isEmpty() || Imports.sort(r).compareTo(after.get()) < 0)
                .sorted(Comparator.comparing(Imports::sort).reversed())
                .toList();
        var items = all.stream().limit(PAGE).toList();
        return new Page<>(items, all.size() > PAGE ? Optional.of(Imports.sort(items.getLast())) : Optional.empty());
    }

    @Override
    public synchronized boolean keep(ImportRecord next) {
        var now = records.get(next.file().id());
        if (next.equals(now)) {
            return true;
        }
        if ((now == null ? 0 : now.revision()) != next.revision() - 1) {
            return false;
        }
        records.put(next.file().id(), next);
        return true;
    }
}

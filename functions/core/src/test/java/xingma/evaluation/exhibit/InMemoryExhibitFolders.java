package xingma.evaluation.exhibit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Folders of exhibits in memory, for tests. */
public final class InMemoryExhibitFolders implements ExhibitFolders {
    private final Map<ExhibitFolder.Id, ExhibitFolder> kept = new ConcurrentHashMap<>();

    @Override
    public ExhibitFolder find(ExhibitFolder.Id id) {
        return kept.getOrDefault(id, ExhibitFolder.empty(id));
    }

    @Override
    public synchronized boolean keep(ExhibitFolder folder) {
        var there = find(folder.id());
        if (there.revision() != folder.revision() - 1) {
            return there.equals(folder);
        }
        kept.put(folder.id(), folder);
        return true;
    }
}

package xingma.registry.sheet;

import java.util.Optional;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/** Every import and how far it has come. */
public interface Imports {
    Optional<ImportRecord> find(String id);

    /** A page of a territory's imports, newest first; eventually consistent. */
    Page<ImportRecord> in(RegionCode territory, Optional<String> after);

    /**
     * Keeps a record whose revision follows the one that is kept, or that is the first. Keeping the same again is true
     * again; false when somebody else took the step.
     */
    boolean keep(ImportRecord next);

    /** Where a record stands in a list, newest last; also the cursor behind it. */
    static String sort(ImportRecord record) {
        return record.file().at() + " " + record.file().id();
    }
}

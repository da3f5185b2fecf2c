package xingma.registry.sheet;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import xingma.territory.RegionCode;

/**
 * A file that an officer brought (导入).
 *
 * @param id follows from the file's bytes and the officer's territory, so that the same file is the same import
 * @param territory the officer's
 */
public record ImportFile(String id, String name, RegionCode territory, String by, String byName, Instant at) {
    public ImportFile {
        requireNonNull(name, "name");
        requireNonNull(territory, "territory");
        requireNonNull(at, "at");
        if (!id.matches("[0-9a-f]{24}")) {
            throw new IllegalArgumentException("an import's id has 24 hexadecimal digits");
        }
    }

    /** The origin that every fact from this file carries. */
    public String source() {
        return Words.CHINESE.say("source", name);
    }
}

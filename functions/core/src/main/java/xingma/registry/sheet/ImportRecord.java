package xingma.registry.sheet;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * How far an import has come (导入记录).
 *
 * @param revision one more with every step
 * @param rows of the file
 * @param total institutions that it proposes to change, once that is known
 * @param reason why it was refused; empty otherwise
 */
public record ImportRecord(ImportFile file, Stage stage, long revision, int rows, int total, String reason) {
    public ImportRecord {
        requireNonNull(file, "file");
        requireNonNull(stage, "stage");
        requireNonNull(reason, "reason");
    }

    public static ImportRecord tried(ImportFile file, int rows) {
        return new ImportRecord(file, Stage.TRIED, 1, rows, 0, "");
    }

    public ImportRecord at(Stage next, int changing) {
        return new ImportRecord(file, next, revision + 1, rows, changing, "");
    }

    public ImportRecord refused(String why) {
        return new ImportRecord(file, Stage.REFUSED, revision + 1, rows, total, why);
    }

    /** Where it stands between upload and publication. */
    public enum Stage {
        TRIED,
        PROPOSING,
        PROPOSED,
        CHECKING,
        CHECKED,
        REFUSED,
        /** Taken back by its proposer before anything of it was published. */
        WITHDRAWN;

        /** The word used in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

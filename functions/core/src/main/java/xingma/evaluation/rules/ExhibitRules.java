package xingma.evaluation.rules;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import xingma.attachment.Inspection;
import xingma.evaluation.Finding;

/**
 * How much may be shown with a sheet, and how long it is kept (佐证材料规定).
 *
 * @param perClause files at one clause
 * @param perWriter files of one writer in one evaluation
 * @param largest bytes of one file as it is sent
 * @param keptDays days from the day on which a file was sent; the bucket's own rule deletes it then
 * @param basis after what the days are set
 */
public record ExhibitRules(int perClause, int perWriter, int largest, int keptDays, String basis) {
    /** With it a folder stays within one item of the store. */
    public static final int MOST = 400;

    public ExhibitRules {
        requireNonNull(basis, "basis");
        if (perClause < 1 || perClause > Finding.MOST_EXHIBITS) {
            throw new IllegalArgumentException("a clause has 1 to " + Finding.MOST_EXHIBITS + " exhibits");
        }
        if (perWriter < perClause || perWriter > MOST) {
            throw new IllegalArgumentException("a writer has as many exhibits as a clause, and at most " + MOST);
        }
        if (largest < 1 || largest > Inspection.LARGEST || keptDays < 1) {
            throw new IllegalArgumentException("a file has bytes that the cleaning takes, and is kept for a while");
        }
    }

    /** Whether what was sent then may still be shown. */
    public boolean isKept(Instant sent, Instant now) {
        return sent.plus(keptDays, ChronoUnit.DAYS).isAfter(now);
    }
}

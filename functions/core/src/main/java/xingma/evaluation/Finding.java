package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xingma.attachment.FileKind;
import xingma.rating.Mark;

/**
 * What one writer of a sheet found at one clause (评分记录): the mark, why it is not full, and what to do about it.
 *
 * @param reason why points are missing; compulsory below full, empty at full
 * @param advice guidance to the institution (指导意见), apart from the score
 */
public record Finding(Mark mark, String reason, String advice, List<Exhibit> exhibits) {
    /** In code points, of the reason and of the advice each. */
    public static final int LONGEST = 300;

    public static final int MOST_EXHIBITS = 6;

    /**
     * A photo or document that shows it (佐证材料), kept under its own digest.
     *
     * @param sha256 of the cleaned file
     * @param taken when the device says that it was taken
     */
    public record Exhibit(String sha256, FileKind kind, int bytes, Optional<Instant> taken) {
        private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

        public Exhibit {
            requireNonNull(kind, "kind");
            requireNonNull(taken, "taken");
            if (!DIGEST.matcher(sha256).matches() || bytes < 1) {
                throw new IllegalArgumentException("an exhibit has bytes and their digest");
            }
        }
    }

    public Finding {
        requireNonNull(mark, "mark");
        exhibits = List.copyOf(exhibits);
        if (exhibits.size() > MOST_EXHIBITS) {
            throw new IllegalArgumentException("a clause has at most " + MOST_EXHIBITS + " exhibits");
        }
        refuseLong(reason);
        refuseLong(advice);
    }

    private static void refuseLong(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
    }
}

package xingma.placard;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One step of a placard on its way to the wall (张贴情况): who did it, and when.
 *
 * @param note where it hangs, or what was found
 * @param photo the key of the photo that proves it
 */
public record Posting(Step step, String by, Instant at, String note, Optional<String> photo) {
    public static final int LONGEST_NOTE = 200;
    private static final Duration ECHO = Duration.ofMinutes(10);

    public Posting {
        requireNonNull(step, "step");
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(photo, "photo");
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters");
        }
        if (step == Step.POSTED && photo.isEmpty()) {
            throw new IllegalArgumentException("posted is shown by a photo");
        }
    }

    /** Whether this is the other step told once more, as by a form sent twice. */
    public boolean echoes(Posting other) {
        return step == other.step
                && by.equals(other.by)
                && note.equals(other.note)
                && photo.equals(other.photo)
                && Duration.between(other.at, at).compareTo(ECHO) < 0;
    }

    public enum Step {
        /** 已签发 */
        ISSUED,
        /** 已印制 */
        PRINTED,
        /** 已送达 */
        DELIVERED,
        /** 已张贴, with a photo */
        POSTED,
        /** 已现场核对, by an officer on site */
        CHECKED,
        /** 缺失: not found where it should hang */
        MISSING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Steps may be left out, for a wall says more than a form; a lost placard may turn up or be printed again. Photos
         * and checks may be repeated.
         */
        public boolean mayFollow(Step earlier) {
            return switch (this) {
                case ISSUED -> false;
                case PRINTED -> earlier == ISSUED || earlier == PRINTED || earlier == MISSING;
                case DELIVERED -> earlier == ISSUED || earlier == PRINTED || earlier == MISSING;
                case POSTED, CHECKED -> true;
                case MISSING -> earlier != ISSUED && earlier != MISSING;
            };
        }
    }
}

package xingma.placard;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a placard is on its way to the wall (张贴情况).
 *
 * @param note where it hangs, or what was found
 * @param photo the key of the photo that proves it
 */
public record Posting(Step step, String by, Instant at, String note, Optional<String> photo) {
    public static final int LONGEST_NOTE = 200;

    public Posting {
        requireNonNull(step, "step");
        requireNonNull(at, "at");
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters");
        }
        if (step == Step.POSTED && photo.isEmpty()) {
            throw new IllegalArgumentException("posted is shown by a photo");
        }
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

        /** Any later step may follow; a missing placard may turn up and be posted again; nothing goes back to issued. */
        public boolean mayFollow(Step earlier) {
            return this != ISSUED && (compareTo(earlier) > 0 || this == CHECKED && earlier != MISSING || earlier == MISSING && compareTo(DELIVERED) >= 0);
        }
    }
}

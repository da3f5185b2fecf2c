package xingma.practitioner;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a doctor's qualification (医师资格证书编码), reduced to its first nine digits: year 4, province 2, level 1,
 * category 2. The other eighteen are the identity number, so the whole is never kept, shown or logged.
 */
public record QualificationCode(String masked) {
    public static final int WHOLE = 27;
    private static final int KEPT = 9;
    private static final String STARS = "*".repeat(WHOLE - KEPT);
    private static final Pattern MASKED = Pattern.compile("[12][0-9]{8}\\*{18}");
    private static final Pattern HEAD = Pattern.compile("[12][0-9]{8}");

    public QualificationCode {
        requireNonNull(masked, "masked");
        if (!MASKED.matcher(masked).matches()) {
            throw new IllegalArgumentException("a qualification code is kept without its last eighteen digits");
        }
    }

    /** Reads the whole code, its masked form or its first nine digits; one whose identity number is false is none. */
    public static Optional<QualificationCode> read(String text) {
        if (text.length() == KEPT && HEAD.matcher(text).matches()) {
            return Optional.of(new QualificationCode(text + STARS));
        }
        if (text.length() != WHOLE || !HEAD.matcher(text.substring(0, KEPT)).matches()) {
            return Optional.empty();
        }
        var tail = text.substring(KEPT);
        return tail.equals(STARS) || IdentityNumber.is(tail)
                ? Optional.of(new QualificationCode(text.substring(0, KEPT) + STARS))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return masked;
    }
}

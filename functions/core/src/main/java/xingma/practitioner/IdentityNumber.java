package xingma.practitioner;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The number on an identity card (公民身份号码, GB 11643-1999). The register keeps none: this only tells one from
 * another number, so that it can be refused or masked before anything is written.
 */
public final class IdentityNumber {
    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int SHOWN = 2;

    private IdentityNumber() {}

    /** Whether the text is a true identity number: shape, existing birthday, check character. */
    public static boolean is(String text) {
        return isLike(text) && text.charAt(17) == checkCharacter(text.substring(0, 17));
    }

    /** The same but for the check character: a number with a slip of the pen still says who and when. */
    public static boolean isLike(String text) {
        return SHAPE.matcher(text).matches() && isBornOnADay(text);
    }

    public static char checkCharacter(String first17) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11);
    }

    /** The first two digits, which name a province, and stars. */
    public static String mask(String number) {
        return number.substring(0, SHOWN) + "*".repeat(number.length() - SHOWN);
    }

    private static boolean isBornOnADay(String number) {
        try {
            LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}

package xingma.complaint.number;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By which a complaint is spoken of between complainant, officer and hotline (案件号). Twelve digits, no secret. The last
 * is a check digit (H. M. Damm, 2004): it finds every single wrong digit and every two neighbours that changed places.
 */
public record CaseNumber(String value) implements Comparable<CaseNumber> {
    public static final int LENGTH = 12;

    /** The first digit is no zero, or spreadsheets would lose it. */
    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{11}");

    /** A quasigroup that is totally anti-symmetric: a number with its check digit leads from row 0 to row 0. */
    private static final String[] DAMM = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    public CaseNumber {
        if (!SHAPE.matcher(value).matches() || row(value) != 0) {
            throw new IllegalArgumentException("not a case number");
        }
    }

    /** The number for eleven digits, the first of them no zero. */
    public static CaseNumber of(String first11) {
        return new CaseNumber(first11 + row(first11));
    }

    /** What a person typed or read aloud: with blanks or hyphens, in digits of either width. */
    public static Optional<CaseNumber> read(String typed) {
        return Typed.bare(typed, LENGTH).flatMap(bare -> {
            try {
                return Optional.of(new CaseNumber(bare));
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        });
    }

    /** In groups of four, as printed and read aloud. */
    public String spoken() {
        return value.substring(0, 4) + ' ' + value.substring(4, 8) + ' ' + value.substring(8);
    }

    private static int row(String digits) {
        var row = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("not a digit");
            }
            row = DAMM[row].charAt(digit) - '0';
        }
        return row;
    }

    @Override
    public int compareTo(CaseNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

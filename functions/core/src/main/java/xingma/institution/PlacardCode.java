package xingma.institution;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name by which the public knows an institution: the code printed beside the QR on its placard (公示码). Eleven random characters and a check character. The alphabet
 * leaves out what people confuse by eye (0 O D-like, 1 I L, 2 Z, 5 S, 8 B, U V); it has 23 signs, a prime, so that the
 * check finds every single wrong character and every two that changed places.
 */
public record PlacardCode(String value) {
    public static final String ALPHABET = "ACDEFGHJKMNPQRTWXY34679";
    public static final int LENGTH = 12;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    public PlacardCode {
        if (!SHAPE.matcher(value).matches() || value.charAt(LENGTH - 1) != check(value.substring(0, LENGTH - 1))) {
            throw new IllegalArgumentException("not a placard code");
        }
    }

    /** The code for eleven characters of the alphabet. */
    public static PlacardCode of(String first11) {
        return new PlacardCode(first11 + check(first11));
    }

    /** What a person typed or a camera read, with or without hyphens and capitals. */
    public static Optional<PlacardCode> read(String typed) {
        if (typed.length() > 4 * LENGTH) {
            return Optional.empty();
        }
        var bare = new StringBuilder();
        typed.codePoints()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
                .filter(c -> c != '-' && c != ' ' && c != 0x3000 && c != 0x2014)
                .forEach(bare::appendCodePoint);
        try {
            return Optional.of(new PlacardCode(bare.toString().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** In groups of four, as printed and read aloud. */
    public String spoken() {
        return value.substring(0, 4) + '-' + value.substring(4, 8) + '-' + value.substring(8);
    }

    private static char check(String first11) {
        var sum = 0;
        for (var i = 0; i < first11.length(); i++) {
            var worth = ALPHABET.indexOf(first11.charAt(i));
            if (worth < 0) {
                throw new IllegalArgumentException("not in the alphabet");
            }
            sum += (i + 2) * worth;
        }
        var size = ALPHABET.length();
        return ALPHABET.charAt((size - sum % size) % size);
    }

    @Override
    public String toString() {
        return value;
    }
}

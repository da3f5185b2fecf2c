package xingma.complaint.number;

import java.util.Optional;
import xingma.fact.Legible;

/** Numbers and codes as people type them: in groups, with dashes of any kind, in signs of either width. */
public final class Typed {
    /** Signs for each one that counts; beyond that nobody typed it. */
    private static final int GENEROUS = 4;

    private Typed() {}

    /** The signs that count, if they could be so many. */
    public static Optional<String> bare(String typed, int length) {
        if (typed.length() > GENEROUS * length) {
            return Optional.empty();
        }
        var bare = new StringBuilder();
        typed.codePoints().map(Legible::halved).filter(c -> !isFiller(c)).forEach(bare::appendCodePoint);
        return bare.length() == length ? Optional.of(bare.toString()) : Optional.empty();
    }

    public static boolean isFiller(int c) {
        return Legible.isBlank(c) || Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212;
    }
}

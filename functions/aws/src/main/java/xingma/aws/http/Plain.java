package xingma.aws.http;

/** Text that shows what it says: no control or direction-changing characters, no halves of characters. */
public final class Plain {
    private Plain() {}

    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(Plain::isPlain);
    }

    /** Whether text is plain but for the line breaks and tabs of a longer note. */
    public static boolean isPlainProse(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isPlain(c));
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

package xingma.fact;

import java.text.Normalizer;
import java.util.Optional;

/** What people write, made plain: no sign that is unseen, turns the line around or is half of another. */
public final class Legible {
    /** What is left of a character that was read in a wrong encoding. */
    private static final int LOST = 0xFFFD;

    /** Composing makes a text at most this much shorter, and nobody means to write what is longer before it. */
    private static final int LONGER_BEFORE = 4;

    /** Chinese paragraphs begin with two of them. */
    private static final int WIDE_BLANK = 0x3000;

    private Legible() {}

    /** Whether the sign may stand in a text. */
    public static boolean is(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isBlankLetter(c) && c != LOST;
        };
    }

    /** A blank of any script or width, seen or unseen. */
    public static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || isUnseen(c);
    }

    /** Takes no room at all: copied along from web pages and chat. */
    public static boolean isUnseen(int c) {
        return c >= 0x200B && c <= 0x200D || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
    }

    /** The same sign at half the width, where it has one. */
    public static int halved(int c) {
        return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    }

    /**
     * A name or another text of one line: composed (NFC), single blanks, nothing illegible; nothing if that leaves
     * nothing, or more than {@code longest} characters.
     */
    public static Optional<String> line(String typed, int longest) {
        if (typed.length() > LONGER_BEFORE * longest) {
            return Optional.empty();
        }
        var plain = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (isBlank(c) && !isUnseen(c)) {
                if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (is(c)) {
                plain.appendCodePoint(c);
            }
        });
        return bounded(plain.toString(), longest);
    }

    /** A text of several lines, made plain in the same way; its lines end with {@code \n}. */
    public static Optional<String> text(String typed, int longest) {
        if (typed.length() > LONGER_BEFORE * longest) {
            return Optional.empty();
        }
        var plain = new StringBuilder();
        Normalizer.normalize(typed.replace("\r\n", "\n"), Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
                plain.append('\n');
            } else if (isBlank(c) && !isUnseen(c) && c != WIDE_BLANK) {
                plain.append(' ');
            } else if (is(c)) {
                plain.appendCodePoint(c);
            }
        });
        return bounded(plain.toString(), longest);
    }

    private static Optional<String> bounded(String plain, int longest) {
        var text = Normalizer.normalize(plain.strip(), Normalizer.Form.NFC);
        return text.isEmpty() || text.codePointCount(0, text.length()) > longest ? Optional.empty() : Optional.of(text);
    }

    /** Letters, marks and symbols that show nothing, or only change the sign before them; two names could look alike. */
    private static boolean isBlankLetter(int c) {
        return c >= 0xFE00 && c <= 0xFE0F
                || c >= 0x180B && c <= 0x180F
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0;
    }
}

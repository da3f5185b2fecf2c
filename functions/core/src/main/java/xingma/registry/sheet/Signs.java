package xingma.registry.sheet;

import java.util.Optional;
import xingma.registry.sheet.Finding.Span;

/** Which characters may stand in a cell: none that is unseen, turns the line around or is half of another. */
final class Signs {
    /** What is left of a character that was read in a wrong encoding. */
    private static final int LOST = 0xFFFD;

    private Signs() {}

    /** The first character that no cell may hold. Blanks of every width around a text are forgiven. */
    static Optional<Remark> first(String cell) {
        for (var i = 0; i < cell.length(); ) {
            var c = cell.codePointAt(i);
            var next = i + Character.charCount(c);
            if (isRefused(c) && !isAroundOrInCode(cell, i, c)) {
                return Optional.of(Remark.error("cell.sign", Optional.of(new Span(i, next)), "U+%04X".formatted(c)));
            }
            i = next;
        }
        return Optional.empty();
    }

    /** Characters of old name fonts: kept, and told, since nobody else's screen shows them. */
    static Optional<Remark> privateUse(CellText text) {
        return text.text().codePoints()
                .filter(c -> Character.getType(c) == Character.PRIVATE_USE)
                .boxed()
                .findFirst()
                .map(c -> {
                    var at = text.text().indexOf(c);
                    return Remark.warning(
                            "cell.privateUse", text.span(at, at + Character.charCount(c)), "U+%04X".formatted(c));
                });
    }

    static boolean mayNameSomebody(int c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.PRIVATE_USE
                || "· .'’-〇○".indexOf(c) >= 0;
    }

    private static boolean isRefused(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlankLetter(c) || c == LOST;
        };
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

    /** Line breaks and zero-width signs that nobody sees are dropped at the ends, and between the digits of codes. */
    private static boolean isAroundOrInCode(String cell, int at, int c) {
        if (!CellText.isBlank(c)) {
            return false;
        }
        return isBlank(cell, 0, at)
                || isBlank(cell, at, cell.length())
                || CellText.isUnseen(c) && cell.chars().allMatch(u -> u < 0x80 || CellText.isBlank(u));
    }

    private static boolean isBlank(String cell, int from, int to) {
        return cell.substring(from, to).codePoints().allMatch(CellText::isBlank);
    }
}

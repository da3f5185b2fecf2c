package xingma.registry.sheet;

import java.util.Optional;
import xingma.fact.Legible;
import xingma.registry.sheet.Finding.Span;

/** Which characters may stand in a cell: none that is unseen, turns the line around or is half of another. */
final class Signs {
    private Signs() {}

    /** The first character that no cell may hold. Blanks of every width around a text are forgiven. */
    static Optional<Remark> first(String cell) {
        for (var i = 0; i < cell.length(); ) {
            var c = cell.codePointAt(i);
            var next = i + Character.charCount(c);
            if (!Legible.is(c) && !isAroundOrInCode(cell, i, c)) {
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

    /** Line breaks and zero-width signs that nobody sees are dropped at the ends, and between the digits of codes. */
    private static boolean isAroundOrInCode(String cell, int at, int c) {
        if (!Legible.isBlank(c)) {
            return false;
        }
        return isBlank(cell, 0, at)
                || isBlank(cell, at, cell.length())
                || Legible.isUnseen(c) && cell.chars().allMatch(u -> u < 0x80 || Legible.isBlank(u));
    }

    private static boolean isBlank(String cell, int from, int to) {
        return cell.substring(from, to).codePoints().allMatch(Legible::isBlank);
    }
}

package xingma.print;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of text as it will stand on paper (排版): which cut draws which characters where. A character that the
 * typeface lacks becomes {@link Typeface#MISSING_SORT}.
 *
 * @param width in points, tracking and autospace included
 */
record Setting(Style style, List<Piece> pieces, double width) {
    /** Between Han and Latin, in ems; a typed blank would be found by whoever searches the text. */
    private static final double AUTOSPACE = 0.125;

    Setting {
        pieces = List.copyOf(pieces);
    }

    static Setting of(Typeface typeface, String text, Style style) {
        var pieces = new ArrayList<Piece>();
        var piece = new StringBuilder();
        var cut = Typeface.Cut.REGULAR;
        var start = 0.0;
        var pen = 0.0;
        var before = -1;
        for (var wanted : text.codePoints().filter(Setting::isPrinted).toArray()) {
            var shown = typeface.has(wanted) ? wanted : Typeface.MISSING_SORT;
            var cutNow = typeface.cut(shown, style.bold());
            var gap = before >= 0 && wantSpace(before, shown);
            if (gap || cutNow != cut) {
                if (!piece.isEmpty()) {
                    pieces.add(new Piece(cut, piece.toString(), start));
                    piece.setLength(0);
                }
                pen += gap ? AUTOSPACE * style.size() : 0;
                start = pen;
                cut = cutNow;
            }
            piece.appendCodePoint(shown);
            pen += (typeface.advance(shown, cutNow) + style.tracking()) * style.size();
            before = shown;
        }
        if (!piece.isEmpty()) {
            pieces.add(new Piece(cut, piece.toString(), start));
        }
        return new Setting(style, pieces, Math.max(0, pen - style.tracking() * style.size()));
    }

    /** Controls, direction marks and half characters print nothing. */
    static boolean isPrinted(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.NON_SPACING_MARK -> false;
            default -> true;
        };
    }

    private static boolean wantSpace(int left, int right) {
        return isHan(left) && isLatin(right) || isLatin(left) && isHan(right);
    }

    private static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    private static boolean isLatin(int codePoint) {
        return codePoint < 0x250 && Character.isLetterOrDigit(codePoint);
    }

    /**
     * Characters of one cut.
     *
     * @param at points from the beginning of the line
     */
    record Piece(Typeface.Cut cut, String text, double at) {}
}

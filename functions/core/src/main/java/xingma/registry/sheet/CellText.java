package xingma.registry.sheet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import xingma.fact.Legible;
import xingma.registry.sheet.Finding.Span;

/**
 * A cell's text made plain, each character with the place it had in the cell, so that a fault found in the plain form
 * can be marked in what the officer wrote.
 */
record CellText(String text, int[] places) {
    private static final int DROP = -1;

    /** The form in which a cell is kept and told: composed (NFC), so that lengths are what people count. */
    static String composed(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC);
    }

    /** For codes, dates and numbers: no blanks at all, half-width, capitals. */
    static CellText squeezed(String cell) {
        return map(cell, c -> Legible.isBlank(c) ? DROP : Character.toUpperCase(Legible.halved(c)));
    }

    /** For words: no blanks around, single plain ones within, digits and Latin letters half-width. */
    static CellText spaced(String cell) {
        var plain = map(cell, c -> Legible.isBlank(c) ? ' ' : isFullWidthAlphanumeric(c) ? Legible.halved(c) : c);
        var text = new StringBuilder();
        var places = new int[plain.text.length()];
        for (var i = 0; i < plain.text.length(); i++) {
            var c = plain.text.charAt(i);
            if (c != ' ' || !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                places[text.length()] = plain.places[i];
                text.append(c);
            }
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        return new CellText(text.toString(), Arrays.copyOf(places, text.length()));
    }

    /** Where these characters stood in the cell. */
    Optional<Span> span(int start, int end) {
        if (places.length == 0) {
            return Optional.empty();
        }
        var after = places[places.length - 1] + 1;
        var from = start < places.length ? places[start] : after;
        var to = end <= start ? from : places[Math.min(end, places.length) - 1] + 1;
        return Optional.of(new Span(from, to));
    }

    static String capitals(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static CellText map(String cell, IntUnaryOperator each) {
        var text = new StringBuilder();
        var places = new int[cell.length()];
        for (var i = 0; i < cell.length(); i += Character.charCount(cell.codePointAt(i))) {
            var mapped = each.applyAsInt(cell.codePointAt(i));
            if (mapped != DROP) {
                for (var unit = 0; unit < Character.charCount(mapped); unit++) {
                    places[text.length() + unit] = i + unit;
                }
                text.appendCodePoint(mapped);
            }
        }
        return new CellText(text.toString(), Arrays.copyOf(places, text.length()));
    }

    private static boolean isFullWidthAlphanumeric(int c) {
        return c >= 0xFF10 && c <= 0xFF19 || c >= 0xFF21 && c <= 0xFF3A || c >= 0xFF41 && c <= 0xFF5A;
    }
}

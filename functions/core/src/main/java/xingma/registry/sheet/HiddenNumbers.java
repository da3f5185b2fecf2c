package xingma.registry.sheet;

import java.util.regex.Pattern;
import xingma.practitioner.IdentityNumber;

/**
 * Looks for identity numbers (身份证号) in cells, where the register never holds any: with whatever blanks, dots or
 * hyphens stand between their digits, and inside longer numbers. One that was masked is known again.
 */
final class HiddenNumbers {
    private static final int LENGTH = 18;
    private static final int SHOWN = 2;
    private static final int LAST_PROVINCE = 82;
    private static final Pattern MASKED = Pattern.compile("[1-8１-８][0-9０-９]\\*{16}");

    private HiddenNumbers() {}

    static boolean areIn(String cell) {
        return cell.length() >= LENGTH && (MASKED.matcher(cell).find() || !masked(cell).equals(cell));
    }

    /** The text with every identity number in it reduced to its first two digits and stars. */
    static String masked(String cell) {
        if (cell.length() < LENGTH) {
            return cell;
        }
        var bare = bare(cell);
        var masked = new StringBuilder(cell);
        var found = false;
        for (var start = 0; start + LENGTH <= bare.text().length(); start++) {
            if (isLikely(bare.text(), start)) {
                found = true;
                for (var i = bare.places()[start + SHOWN - 1] + 1; i <= bare.places()[start + LENGTH - 1]; i++) {
                    masked.setCharAt(i, '*');
                }
            }
        }
        var oneShape = "$1" + "*".repeat(LENGTH - SHOWN);
        return found ? masked.toString().replaceAll("([1-8１-８][0-9０-９])\\*{16,}", oneShape) : cell;
    }

    /**
     * A true number of somebody alive: the year keeps chance hits among long codes away. One that stands by itself is
     * likely even with a slip in it.
     */
    private static boolean isLikely(String bare, int start) {
        var text = bare.substring(start, start + LENGTH);
        if (!IdentityNumber.is(text) && !(isAlone(bare, start) && IdentityNumber.isLike(text))) {
            return false;
        }
        var province = Integer.parseInt(text, 0, SHOWN, 10);
        var year = Integer.parseInt(text, 6, 10, 10);
        return province >= 11 && province <= LAST_PROVINCE && year >= 1900 && year < 2100;
    }

    private static boolean isAlone(String bare, int start) {
        return (start == 0 || !isOfACode(bare.charAt(start - 1)))
                && (start + LENGTH == bare.length() || !isOfACode(bare.charAt(start + LENGTH)));
    }

    private static boolean isOfACode(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
    }

    private static CellText bare(String cell) {
        var squeezed = CellText.squeezed(cell);
        var text = new StringBuilder();
        var places = new int[squeezed.text().length()];
        for (var i = 0; i < squeezed.text().length(); i++) {
            var c = squeezed.text().charAt(i);
            if (c != '-' && c != '.' && c != '_' && c != '/') {
                places[text.length()] = squeezed.places()[i];
                text.append(c);
            }
        }
        return new CellText(text.toString(), places);
    }
}

package xingma.print;

import java.util.ArrayList;
import java.util.List;

/** Text broken to a width and, where it is long, set smaller (折行): no name is ever cut off. */
record Lines(Style style, List<Setting> settings) {
    private static final String NEVER_FIRST = "，。、；：？！）】》」』”’,.;:?!)%·-";
    private static final String NEVER_LAST = "（【《「『“‘(";
    private static final double STEP = 0.5;
    private static final double LEADING = 1.3;

    Lines {
        settings = List.copyOf(settings);
    }

    /** Points from one baseline to the next. */
    double leading() {
        return style.size() * LEADING;
    }

    /** Points from the first line's top to the last one's bottom. */
    double height() {
        return leading() * settings.size();
    }

    /**
     * The first of the allowances that holds the text, at the largest of its sizes that does; the last allowance at its
     * smallest size for what fits nowhere.
     *
     * @param width in points
     */
    static Lines fitted(Typeface typeface, String text, Style style, double width, Allowance... allowances) {
        var smallest = style;
        for (var allowance : allowances) {
            for (var size = allowance.largest(); size >= allowance.smallest(); size -= STEP) {
                smallest = style.sized(size);
                if (broken(typeface, text, smallest, width).size() <= allowance.lines()) {
                    return balanced(typeface, text, smallest, width);
                }
            }
        }
        return balanced(typeface, text, smallest, width);
    }

    /** As few lines as the width allows, of about the same length. */
    private static Lines balanced(Typeface typeface, String text, Style style, double width) {
        var count = broken(typeface, text, style, width).size();
        var narrowest = width / 2;
        var widest = width;
        while (count > 1 && widest - narrowest > 2) {
            var middle = (narrowest + widest) / 2;
            if (broken(typeface, text, style, middle).size() <= count) {
                widest = middle;
            } else {
                narrowest = middle;
            }
        }
        var lines = broken(typeface, text, style, widest);
        return new Lines(style, lines.stream().map(line -> Setting.of(typeface, line, style)).toList());
    }

    private static List<String> broken(Typeface typeface, String text, Style style, double width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words(text)) {
            if (!line.isEmpty() && measure(typeface, line + word, style) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            while (measure(typeface, word, style) > width && word.codePointCount(0, word.length()) > 1) {
                var fits = fitting(typeface, word, style, width);
                lines.add(word.substring(0, fits));
                word = word.substring(fits);
            }
            line.append(word);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private static int fitting(Typeface typeface, String word, Style style, double width) {
        var end = word.offsetByCodePoints(0, 1);
        while (end < word.length()
                && measure(typeface, word.substring(0, word.offsetByCodePoints(end, 1)), style) <= width) {
            end = word.offsetByCodePoints(end, 1);
        }
        return end;
    }

    /** The smallest parts between which a line may break: a Han character, or a whole number or Latin word. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var before = -1;
        for (var c : text.codePoints().toArray()) {
            if (before >= 0 && mayBreak(before, c)) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.appendCodePoint(c);
            before = c;
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean mayBreak(int left, int right) {
        if (NEVER_FIRST.indexOf(right) >= 0 || NEVER_LAST.indexOf(left) >= 0) {
            return false;
        }
        var bothLatin = left < 0x250 && right < 0x250;
        return !bothLatin || Character.isWhitespace(left);
    }

    private static double measure(Typeface typeface, String text, Style style) {
        return Setting.of(typeface, text, style).width();
    }

    /** So many lines, at sizes in points from the largest down to the smallest. */
    record Allowance(int lines, double largest, double smallest) {}
}

package xingma.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Markup drawn by us: the signs and the styles, from this package's own files or computed from numbers. It never holds
 * a word of the register.
 */
final class Artwork implements Html {
    static final Artwork SIGNS = new Artwork(file("signs.svg"));
    /** The mark in the browser's tab, within the page: otherwise a browser asks for one more file, favicon.ico. */
    static final Artwork ICON = new Artwork(file("icon.html"));

    private final String markup;

    private Artwork(String markup) {
        this.markup = markup;
    }

    static Artwork style(String css) {
        return new Artwork("<style>" + css + "</style>");
    }

    /** So many days of so many, one piece each; what it shows is said in words beside it. */
    static Artwork segments(int used, int of) {
        var unit = 20;
        var width = Math.max(of, 1) * unit;
        var drawn = new StringBuilder("<svg class=\"pg\" viewBox=\"0 0 " + width
                + " 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"" + width
                + "\" height=\"12\" fill=\"#d8dee2\"/><rect width=\"" + Math.min(used, of) * unit
                + "\" height=\"12\" fill=\"" + (used > of ? "#9d1a1a" : "#174a7c") + "\"/><path d=\"");
        for (var i = 1; i < of; i++) {
            drawn.append('M').append(i * unit).append(" 0v12");
        }
        return new Artwork(drawn.append("\" stroke=\"#fff\" stroke-width=\"2\"/></svg>").toString());
    }

    /** A star in a square of 24. */
    static final String STAR = "M12 1.8l3.1 6.5 7.1.9-5.2 5 1.3 7.1L12 17.8l-6.3 3.5L7 14.2l-5.2-5 7.1-.9z";

    /** Five stars in a row, so many of them solid; what they say is said in words beside them. */
    static Artwork stars(int solid) {
        var drawn = new StringBuilder("<svg class=\"st\" viewBox=\"0 0 128 24\" aria-hidden=\"true\">");
        for (var i = 0; i < 5; i++) {
            drawn.append("<path transform=\"translate(").append(i * 26).append(")\" d=\"").append(STAR).append(i < solid
                    ? "\" fill=\"currentColor\"/>"
                    : "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\" stroke-linejoin=\"round\"/>");
        }
        return new Artwork(drawn.append("</svg>").toString());
    }

    /** A rate in tenths of a percent as a bar that begins at 60, with an upright at a line in percent. */
    static Artwork rate(int tenths, int line) {
        var end = Math.max(0, tenths - 600);
        var at = Math.max(0, line * 10 - 600);
        return new Artwork("<svg class=\"rt\" viewBox=\"0 0 400 14\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<rect width=\"400\" height=\"14\" fill=\"#d8dee2\"/><rect width=\"" + end
                + "\" height=\"14\" fill=\"#174a7c\"/><path d=\"M" + at
                + " 0v14\" stroke=\"#15222d\" stroke-width=\"4\"/></svg>");
    }

    /** A square code with its four white modules on every side: rows of dark ones, from the top left. */
    static Artwork code(boolean[][] dark) {
        var side = dark.length + 8;
        var drawn = new StringBuilder("<svg viewBox=\"0 0 " + side + ' ' + side
                + "\" aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h" + side + 'v' + side + "H0z\"/><path d=\"");
        for (var y = 0; y < dark.length; y++) {
            for (var x = 0; x < dark[y].length; x++) {
                var start = x;
                while (x < dark[y].length && dark[y][x]) {
                    x++;
                }
                if (x > start) {
                    drawn.append('M').append(start + 4).append(' ').append(y + 4).append('h').append(x - start)
                            .append("v1h-").append(x - start).append('z');
                }
            }
        }
        return new Artwork(drawn.append("\"/></svg>").toString());
    }

    static String css(String name) {
        return file(name);
    }

    /** The source by which the content security policy knows a style of ours. */
    static String hash(String css) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void write(StringBuilder out) {
        out.append(markup);
    }

    /** Lines are joined without their indents: a line break means nothing in our files. */
    private static String file(String name) {
        try (var in = Artwork.class.getResourceAsStream(name)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var joined = new StringBuilder(text.length());
            for (var from = 0; from < text.length(); ) {
                var end = text.indexOf('\n', from);
                joined.append(text.substring(from, end < 0 ? text.length() : end).strip());
                from = end < 0 ? text.length() : end + 1;
            }
            return joined.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

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

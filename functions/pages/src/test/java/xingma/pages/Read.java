package xingma.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as somebody reads it: the words, without the markup. */
record Read(String html) {
    static Read of(String html) {
        return new Read(html);
    }

    String text() {
        return words(html.substring(html.indexOf("<body")));
    }

    String verdict() {
        return words(between("<div class=\"v ", "<div class=\"here"));
    }

    String section(String id) {
        return words(between("id=\"" + id + "\">", "</section>"));
    }

    /** Every start tag as it stands. */
    List<String> tags() {
        return found(Pattern.compile("<[a-z][a-z0-9]*(?: [^>]*)?>"));
    }

    /** The names of all tags in their order. */
    List<String> structure() {
        return found(Pattern.compile("</?[a-z][a-z0-9]*(?=[ >])"));
    }

    List<String> values(String attribute) {
        var values = new ArrayList<String>();
        Matcher matcher = Pattern.compile(" " + attribute + "=\"([^\"]*)\"").matcher(html);
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        return values;
    }

    private List<String> found(Pattern pattern) {
        return pattern.matcher(html.substring(html.indexOf("</head>"))).results().map(r -> r.group()).toList();
    }

    private String between(String begin, String end) {
        var from = html.indexOf('>', html.indexOf(begin) + begin.length() - 1) + 1;
        return html.substring(from, html.indexOf(end, from));
    }

    private static String words(String markup) {
        return markup.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }
}

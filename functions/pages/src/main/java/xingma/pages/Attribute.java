package xingma.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** An attribute of an element. There is none for styles or event handlers, and addresses are checked. */
final class Attribute {
    private static final Pattern LOCAL = Pattern.compile("(/(?!/)[!-~&&[^\"'<>\\\\]]*|[?#][!-~&&[^\"'<>\\\\]]*)");
    private static final Pattern OUTSIDE = Pattern.compile("https?://[!-~&&[^\"'<>\\\\]]+");
    private static final Pattern DATA = Pattern.compile("[a-z]+");
    private static final Pattern PHONE = Pattern.compile("[0-9+-]+");

    private final String name;
    private final String value;

    private Attribute(String name, String value) {
        this.name = name;
        this.value = value;
    }

    /** An attribute whose value is plain text. Addresses have their own. */
    static Attribute of(Plain name, String value) {
        return new Attribute(name.word, value);
    }

    static Attribute cls(String classes) {
        return of(Plain.CLASS, classes);
    }

    static Attribute id(String id) {
        return of(Plain.ID, id);
    }

    static Attribute lang(Language language) {
        return of(Plain.LANG, language.tag());
    }

    static Attribute label(String text) {
        return of(Plain.ARIA_LABEL, text);
    }

    static Attribute hidden() {
        return of(Plain.ARIA_HIDDEN, "true");
    }

    /** A path, query or anchor on this site. */
    static Attribute href(String local) {
        return new Attribute("href", checked(LOCAL, local));
    }

    static Attribute tel(String number) {
        return new Attribute("href", "tel:" + checked(PHONE, number));
    }

    static Attribute outside(String url) {
        return new Attribute("href", checked(OUTSIDE, url));
    }

    static Attribute src(String local) {
        return new Attribute("src", checked(LOCAL, local));
    }

    static Attribute action(String local) {
        return new Attribute("action", checked(LOCAL, local));
    }

    /** Where a form goes that leaves this site: to a bucket, for a file. */
    static Attribute actionOutside(String url) {
        return new Attribute("action", checked(OUTSIDE, url));
    }

    /** What our script reads of a page. */
    static Attribute data(String name, String value) {
        return new Attribute("data-" + checked(DATA, name), value);
    }

    /** A sign of the sheet of signs; xlink still reaches the oldest phones. */
    static Attribute use(Sign sign) {
        return new Attribute("xlink:href", "#" + sign.id());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    void write(StringBuilder out) {
        out.append(' ').append(name);
        if (!value.isEmpty()) {
            out.append("=\"");
            Text.escape(value, out);
            out.append('"');
        } else if (name.equals("alt") || name.equals("value")) {
            out.append("=\"\"");
        }
    }

    private static String checked(Pattern shape, String address) {
        if (!shape.matcher(address).matches()) {
            throw new IllegalArgumentException("not an address of ours");
        }
        return address;
    }

    enum Plain {
        ACCEPT("accept"),
        ALT("alt"),
        ARIA_DESCRIBEDBY("aria-describedby"),
        ARIA_HIDDEN("aria-hidden"),
        ARIA_INVALID("aria-invalid"),
        ARIA_LABEL("aria-label"),
        ARIA_CURRENT("aria-current"),
        AUTOCAPITALIZE("autocapitalize"),
        AUTOCOMPLETE("autocomplete"),
        CHARSET("charset"),
        CHECKED("checked"),
        CLASS("class"),
        CONTENT("content"),
        COLSPAN("colspan"),
        DATETIME("datetime"),
        DEFER("defer"),
        ENCTYPE("enctype"),
        FOR("for"),
        HEIGHT("height"),
        HREFLANG("hreflang"),
        ID("id"),
        INPUTMODE("inputmode"),
        LANG("lang"),
        LIST("list"),
        LOADING("loading"),
        MAXLENGTH("maxlength"),
        METHOD("method"),
        NAME("name"),
        NOVALIDATE("novalidate"),
        OPEN("open"),
        REL("rel"),
        REQUIRED("required"),
        ROLE("role"),
        ROWS("rows"),
        SCOPE("scope"),
        SELECTED("selected"),
        SPELLCHECK("spellcheck"),
        TABINDEX("tabindex"),
        TARGET("target"),
        TYPE("type"),
        VALUE("value"),
        WIDTH("width");

        private final String word;

        Plain(String word) {
            this.word = word;
        }
    }
}

package xingma.pages;

import java.util.List;
import java.util.Locale;

/** The elements that our pages are made of. */
enum Tag {
    A, ARTICLE, B, BDI, BODY, BUTTON, CAPTION, DATALIST, DD, DETAILS, DIV, DL, DT, FIELDSET, FOOTER, FORM, H1, H2, H3,
    HEAD, HEADER, HTML, IMG, INPUT, LABEL, LEGEND, LI, LINK, MAIN, META, NAV, OL, OPTGROUP, OPTION, P, SCRIPT, SECTION,
    SELECT, SMALL, SPAN, SUMMARY, SVG, TABLE, TBODY, TD, TEXTAREA, TH, THEAD, TIME, TITLE, TR, UL, USE, WBR;

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
        return word;
    }

    boolean isVoid() {
        return this == IMG || this == INPUT || this == LINK || this == META || this == WBR;
    }

    Element of(Html... children) {
        return new Element(this, List.of(), List.of(children));
    }

    Element of(List<? extends Html> children) {
        return new Element(this, List.of(), List.copyOf(children));
    }

    Element of(String text) {
        return of(Html.text(text));
    }

    Element with(Attribute... attributes) {
        return new Element(this, List.of(attributes), List.of());
    }
}

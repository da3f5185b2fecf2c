package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.pages.Attribute.Plain;

/** Fields of forms: a label, what it is for, what is wrong with it, and what was typed. */
final class Fields {
    private final Voice voice;

    Fields(Voice voice) {
        this.voice = voice;
    }

    /** A field in its frame; with what is wrong, the frame says so in words, sign and colour. */
    Element framed(String name, String label, Optional<String> hint, Optional<String> wrong, Element control) {
        var described = new ArrayList<String>();
        hint.ifPresent(h -> described.add(name + "-h"));
        wrong.ifPresent(w -> described.add(name + "-e"));
        var told = described.isEmpty()
                ? control
                : control.with(Attribute.of(Plain.ARIA_DESCRIBEDBY, String.join(" ", described)));
        return Tag.DIV.with(cls(wrong.isPresent() ? "fld er" : "fld")).of(
                Tag.LABEL.with(cls("lb"), Attribute.of(Plain.FOR, name)).of(label),
                hint.<Html>map(h -> Tag.P.with(cls("s"), id(name + "-h")).of(h)).orElse(Html.NOTHING),
                error(name, wrong),
                wrong.isPresent() ? told.with(Attribute.of(Plain.ARIA_INVALID, "true")) : told);
    }

    Html error(String name, Optional<String> wrong) {
        return wrong.<Html>map(w -> Tag.P.with(cls("em"), id(name + "-e")).of(
                        Sign.UNMET.small(), Html.text(" " + w)))
                .orElse(Html.NOTHING);
    }

    /** A set of choices under one question. */
    Element set(String name, String question, Optional<String> wrong, Html... choices) {
        return Tag.FIELDSET.with(id(name), cls(wrong.isPresent() ? "fld er" : "fld"))
                .of(Tag.LEGEND.of(question), error(name, wrong))
                .of(choices);
    }

    Element radio(String name, String value, boolean on, String label, Optional<String> means) {
        var input = Tag.INPUT.with(
                id(name + "-" + value),
                Attribute.of(Plain.TYPE, "radio"),
                Attribute.of(Plain.NAME, name),
                Attribute.of(Plain.VALUE, value));
        return Tag.LABEL.with(cls("rd"), Attribute.of(Plain.FOR, name + "-" + value)).of(
                on ? input.with(Attribute.of(Plain.CHECKED, "")) : input,
                Tag.SPAN.of(
                        Tag.B.of(label),
                        means.<Html>map(m -> Tag.SPAN.with(cls("s")).of(m)).orElse(Html.NOTHING)));
    }

    Element textarea(String name, String value, int longest, int rows) {
        return Tag.TEXTAREA
                .with(
                        id(name),
                        Attribute.of(Plain.NAME, name),
                        Attribute.of(Plain.MAXLENGTH, "" + longest),
                        Attribute.of(Plain.ROWS, "" + rows))
                // The first line break after the tag is not the text's.
                .of("\n" + value);
    }

    Element input(String name, String type, String value, int longest) {
        return Tag.INPUT.with(
                id(name),
                Attribute.of(Plain.NAME, name),
                Attribute.of(Plain.TYPE, type),
                Attribute.of(Plain.VALUE, value),
                Attribute.of(Plain.MAXLENGTH, "" + longest));
    }

    Element option(String value, Html text, boolean chosen) {
        var option = Tag.OPTION.with(Attribute.of(Plain.VALUE, value));
        return (chosen ? option.with(Attribute.of(Plain.SELECTED, "")) : option).of(text);
    }

    static Element hidden(String name, String value) {
        return Frame.field(name, value);
    }

    /** What must be mended, counted, each a link to its field; what was typed is still there. */
    Element summary(List<ComplaintForm.Wrong> wrong) {
        var links = wrong.stream()
                .map(w -> Tag.LI.of(Tag.A.with(Attribute.href("#" + w.field())).of(wrong(w))))
                .toList();
        return Tag.DIV.with(cls("es"), id("wrong"), Attribute.of(Plain.ROLE, "alert"), Attribute.of(Plain.TABINDEX, "-1"))
                .of(
                        Tag.P.with(cls("eh")).of(wrong.size() == 1
                                ? voice.say("wrong.one")
                                : voice.say("wrong.several", voice.say("count." + Math.min(wrong.size(), 5)))),
                        Tag.UL.of(links),
                        Tag.P.with(cls("s")).of(voice.say("wrong.kept")));
    }

    String wrong(ComplaintForm.Wrong wrong) {
        return voice.say("wrong." + wrong.key(), wrong.arguments().toArray());
    }
}

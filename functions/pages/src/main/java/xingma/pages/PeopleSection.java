package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.hidden;
import static xingma.pages.Attribute.href;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.pages.Attribute.Plain;
import xingma.pages.ScanPages.Subject;
import xingma.practitioner.Practitioner;

/**
 * Is the person before me the one, and qualified (人证核对)? Everybody has the same three conditions in the same order,
 * met or not; an unmet one says what that means for the patient.
 */
final class PeopleSection {
    private static final int UNFOLDED = 6;

    private final Voice voice;
    private final Subject subject;
    private final Frame frame;
    private final List<Practitioner> people;
    private final Optional<PeopleSheet> sheet;

    PeopleSection(Voice voice, Subject subject, Frame frame) {
        this.voice = voice;
        this.frame = frame;
        this.subject = subject;
        this.people = subject.people();
        this.sheet = PeopleSheet.of(subject.entry().people());
    }

    Html html() {
        var section = new ArrayList<Html>();
        var closed = !subject.verdict().yes();
        section.add(Tag.H2.of(closed
                ? Html.text(voice.say("people.heading.closed"))
                : voice.ofKind("people.title").html(voice.language())));
        if (people.isEmpty()) {
            section.add(Tag.P.of(voice.say("people.none")));
        } else if (closed) {
            section.add(Tag.P.of(voice.say("people.closed")));
        }
        people.stream().limit(UNFOLDED).map(this::row).forEach(section::add);
        if (people.size() > UNFOLDED) {
            section.add(Tag.DETAILS.of(Tag.SUMMARY.with(cls("go")).of(
                            voice.say("people.more", people.size() - UNFOLDED, people.size())))
                    .of(people.stream().skip(UNFOLDED).map(this::row).toList()));
        }
        if (!people.isEmpty()) {
            section.add(Tag.P.with(cls("s")).of(voice.say("people.missing")));
        }
        return Tag.SECTION.with(Attribute.id("people")).of(section);
    }

    /** One rule per photo: how far down the sheet it lies, in hundredths of the way. */
    Optional<String> css() {
        return sheet.map(s -> {
            var css = new StringBuilder();
            for (var i = 0; i < s.places().size(); i++) {
                css.append(".q").append(i).append("{object-position:0 ").append(hundredths(i, s.places().size()))
                        .append("%}");
            }
            return css.toString();
        });
    }

    private static String hundredths(int index, int of) {
        var tenThousandths = of == 1 ? 0 : Math.round(index * 1_000_000.0 / (of - 1));
        var fraction = "" + tenThousandths % 10_000;
        return tenThousandths / 10_000
                + (fraction.equals("0") ? "" : "." + "0".repeat(4 - fraction.length()) + fraction);
    }

    private Element row(Practitioner person) {
        var conditions = person.conditionsOn(subject.day());
        var notes = new ArrayList<Html>();
        var cells = Tag.UL.with(cls("k")).of(
                cell(conditions.qualified(), person.isNurse() ? "condition.nurse" : "condition.doctor", "n"),
                here(conditions.registeredHere()),
                cell(conditions.leads(), person.isNurse() ? "condition.training" : "condition.lead", "c"));
        if (!conditions.qualified()) {
            notes.add(note("note.unqualified"));
        }
        if (!conditions.registeredHere()) {
            notes.add(Tag.P.with(cls("note")).of(person.facts().date("validUntil")
                    .map(until -> voice.say("note.lapsed", voice.day(until)))
                    .orElseGet(() -> voice.say("note.elsewhere"))));
        }
        if (conditions.qualified() && !conditions.leads()) {
            notes.add(note(person.isNurse() ? "note.untrained" : "note.notLead"));
        }
        return Tag.ARTICLE.with(cls("p1")).of(
                portrait(person),
                Tag.DIV.of(
                        Tag.H3.of(voice.name(person.name()), Tag.SMALL.of(voice.term(person.role()))),
                        about(person)),
                Tag.A.with(cls("r"), href(frame.form("person=" + handle(person)))).of(
                        Html.text(voice.say("person.notThem")), Tag.SPAN.with(cls("vh")).of(voice.name(person.name()))),
                cells,
                Html.all(notes));
    }

    /** The last digits, as the page shows them; so many more as tell this person from the others here. */
    private String handle(Practitioner person) {
        var code = person.practisingCode();
        for (var length = person.tail().length(); length < code.length(); length++) {
            var tail = code.substring(code.length() - length);
            if (subject.entry().people().stream().filter(p -> p.practisingCode().endsWith(tail)).count() == 1) {
                return tail;
            }
        }
        return code;
    }

    private Html about(Practitioner person) {
        var lines = new ArrayList<Html>();
        var fields = person.specialties().isEmpty() ? person.facts().items("scope") : person.specialties();
        if (!fields.isEmpty()) {
            lines.add(Tag.SPAN.of(voice.terms(fields)));
        }
        person.facts().date("validUntil")
                .filter(until -> person.isNurse())
                .ifPresent(until -> lines.add(Tag.SPAN.of(voice.say("person.until", voice.day(until)))));
        lines.add(Tag.SPAN.of(voice.say("person.tail", person.tail())));
        return Tag.P.with(cls("s")).of(lines);
    }

    private Html portrait(Practitioner person) {
        var place = sheet.flatMap(s -> s.indexOf(person.practisingCode()));
        if (place.isEmpty()) {
            var name = person.name();
            var initial = name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
            return voice.element(Tag.DIV, initial).with(cls("ph"), hidden());
        }
        return Tag.IMG.with(
                cls("ph q" + place.get()),
                Attribute.src('/' + sheet.orElseThrow().key()),
                Attribute.of(Plain.ALT, voice.say("person.photo", person.name())),
                Attribute.of(Plain.WIDTH, "" + PeopleSheet.WIDTH),
                Attribute.of(Plain.HEIGHT, "" + PeopleSheet.HEIGHT),
                Attribute.of(Plain.LOADING, "lazy"));
    }

    private Element cell(boolean met, String key, String how) {
        var sign = met ? Sign.MET : how.equals("n") ? Sign.UNMET : Sign.CARE;
        var cell = met ? Tag.LI.with() : Tag.LI.with(cls(how));
        return cell.of(sign.small(), Html.text(voice.say(met ? key : key + ".no")));
    }

    /** A registration here helps nobody while the place itself may not; only a bureau's decision shuts a place. */
    private Element here(boolean registered) {
        var word = subject.shut() ? "condition.here.closed" : "condition.here.cannot";
        return registered && !subject.verdict().yes()
                ? Tag.LI.with(cls("n")).of(Sign.UNMET.small(), Html.text(voice.say(word)))
                : cell(registered, "condition.here", "n");
    }

    private Html note(String key) {
        return Tag.P.with(cls("note")).of(voice.say(key));
    }
}

package xingma.pages;

import static xingma.pages.Attribute.cls;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xingma.fact.Facts;
import xingma.fact.Field;
import xingma.fact.FieldType;
import xingma.fact.Section;
import xingma.institution.Credential;
import xingma.pages.ScanPages.Subject;

/** The registered facts of the place and its credentials, in the order in which the kind lists its fields. */
final class LicenceSection {
    /** Said elsewhere on the page, or together with another field. */
    private static final Set<String> SAID = Set.of(
            "name", "district", "postedAt", "surgeryLevel", "hasAnaesthesia", "validFrom", "validUntil", "verification",
            "nextVerification");
    private static final int UNFOLDED = 4;

    private final Voice voice;
    private final Subject subject;

    LicenceSection(Voice voice, Subject subject) {
        this.voice = voice;
        this.subject = subject;
    }

    Html html() {
        var credentials = subject.institution().credentials();
        var section = new ArrayList<Html>();
        section.add(Tag.H2.of(voice.say("licence.heading")));
        section.add(list(rows(Section.PREMISES, subject.institution().facts())));
        credentials.stream().limit(UNFOLDED).map(this::credential).forEach(section::add);
        if (credentials.size() > UNFOLDED) {
            section.add(Tag.DETAILS.of(Tag.SUMMARY.with(cls("go")).of(
                            voice.say("licence.more", credentials.size() - UNFOLDED)))
                    .of(credentials.stream().skip(UNFOLDED).map(this::credential).toList()));
        }
        return Tag.SECTION.with(Attribute.id("licence")).of(section);
    }

    private Html credential(Credential credential) {
        var rows = new ArrayList<>(rows(Section.CREDENTIAL, credential.facts()));
        if (credential.facts().text("number").isEmpty()) {
            subject.kind().field(Section.CREDENTIAL, "number").ifPresent(field ->
                    rows.addFirst(row(voice.heading(field), voice.name(credential.number()))));
        }
        rows.add(row(Html.text(voice.say("field.validity")), validity(credential)));
        verification(credential.facts())
                .ifPresent(said -> rows.add(row(Html.text(voice.say("field.verification")), said)));
        return list(rows);
    }

    private List<Html> rows(Section section, Facts facts) {
        return subject.kind().fields(section).stream()
                .filter(f -> f.shown() && !SAID.contains(f.id()))
                .flatMap(f -> facts.text(f.id()).map(value -> row(voice.heading(f), value(f, facts, value))).stream())
                .toList();
    }

    private Html value(Field field, Facts facts, String value) {
        if (field.type() == FieldType.DATE) {
            return Html.text(facts.date(field.id()).map(voice::day).orElse(value));
        }
        if (field.id().equals("address")) {
            return Html.all(voice.name(value), Tag.SMALL.of(voice.say("licence.address")));
        }
        return field.type() == FieldType.ITEMS ? voice.terms(facts.items(field.id())) : voice.term(value);
    }

    private Html validity(Credential credential) {
        var until = credential.validUntil();
        var span = credential.validFrom().isPresent() && until.isPresent()
                ? voice.say("validity.fromTo", voice.day(credential.validFrom().get()), voice.day(until.get()))
                : until.map(u -> voice.say("validity.to", voice.day(u)))
                        .or(() -> credential.validFrom().map(f -> voice.say("validity.from", voice.day(f))))
                        .orElseGet(() -> voice.say("credential.open"));
        var left = credential.on(subject.day()).told(new Remaining());
        return Html.all(Html.text(span), Tag.SMALL.of(until.isEmpty() ? openEnd() : Html.text(left)));
    }

    /** A filing has no last day, and the kind says why. */
    private Html openEnd() {
        return voice.fromKind("note.filed").map(s -> s.html(voice.language()))
                .orElseGet(() -> Html.text(voice.say("validity.open")));
    }

    private final class Remaining implements Credential.Standing.Telling<String> {
        @Override
        public String notYet(LocalDate from) {
            return voice.say("validity.notYet");
        }

        @Override
        public String lapsed(LocalDate lastDay) {
            return voice.say("validity.ago", ChronoUnit.DAYS.between(lastDay, subject.day()));
        }

        @Override
        public String inForce(Optional<LocalDate> until) {
            return until.map(u -> u.equals(subject.day())
                            ? voice.say("credential.lastDay")
                            : voice.say("validity.left", ChronoUnit.DAYS.between(subject.day(), u)))
                    .orElseGet(() -> voice.say("validity.open"));
        }
    }

    private Optional<Html> verification(Facts facts) {
        var result = facts.text("verification").map(voice::term);
        var next = facts.date("nextVerification").map(d -> Html.text(
                voice.say(d.isBefore(subject.day()) ? "verification.due" : "verification.next", voice.day(d))));
        return result.isEmpty() && next.isEmpty()
                ? Optional.empty()
                : Optional.of(Html.all(
                        result.orElse(Html.NOTHING), next.<Html>map(n -> Tag.SMALL.of(n)).orElse(Html.NOTHING)));
    }

    private static Html row(Html heading, Html value) {
        return Tag.DIV.of(Tag.DT.of(heading), Tag.DD.of(value));
    }

    private static Html list(List<Html> rows) {
        return rows.isEmpty() ? Html.NOTHING : Tag.DL.with(cls("f")).of(rows);
    }
}

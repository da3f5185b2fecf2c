package xingma.pages;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xingma.institution.Institution;
import xingma.institution.PremisesKind;
import xingma.institution.Procedures;
import xingma.institution.Verdict;
import xingma.placard.Scan;
import xingma.practitioner.Practitioner;
import xingma.registry.Entry;

/** The page behind a placard that stands (扫码页): may this place, is this person, and where to complain. */
public final class ScanPages {
    private final Publisher publisher;
    private final Function<String, Optional<PremisesKind>> kinds;
    private final Procedures procedures;

    public ScanPages(
            Publisher publisher, Function<String, Optional<PremisesKind>> kinds, Procedures procedures) {
        this.publisher = publisher;
        this.kinds = kinds;
        this.procedures = procedures;
    }

    /** The page for the day of the view; nothing of it is kept from another day. */
    public Page page(Scan.Standing scan, View view) {
        var subject = subject(scan, view.day());
        var voice = new Voice(view.language(), Optional.of(subject.kind()));
        var frame = new Frame(publisher, view, voice, Optional.of(scan.placard().code().value()));
        var yes = subject.verdict().yes();
        var people = Optional.of(subject)
                .filter(s -> s.kind().hasPeople())
                .map(s -> new PeopleSection(voice, s, frame));
        var warnings = new WarningSection(voice, subject, scan.warnings());
        var main = new ArrayList<Html>();
        var banner = new VerdictBanner(voice, subject);
        main.add(banner.html());
        main.add(banner.whereYouAre(publisher.city(), frame));
        warnings.severe().ifPresent(main::add);
        notes(voice, subject).ifPresent(main::add);
        if (!yes) {
            main.add(new WhatNow(voice, subject).html(frame));
        }
        people.ifPresent(p -> main.add(p.html()));
        warnings.advice().ifPresent(main::add);
        scan.star().ifPresent(star ->
                main.add(new StarSection(view.language()).html(star, scan.placard().issue().institution(), frame)));
        main.add(new LicenceSection(voice, subject).html());
        if (subject.kind().hasPeople()) {
            main.add(new ProcedureSection(voice, subject, procedures).html(view, frame));
        }
        main.add(new PracticeSection(voice, subject).html());
        main.add(new AdviceSection(voice, subject.kind()).html());
        main.add(new PlacardSection(voice, publisher, zone()).html(scan, frame));
        main.add(frame.complain(voice.say("complain.heading"), Optional.of(scan.placard().code().spoken())));
        main.add(frame.bar(voice.say(subject.mustBeClosed() ? "complain.button.no" : "complain.button")));
        var checkedOn = LocalDate.ofInstant(scan.newest().checkedAt(), zone());
        return frame.page(
                banner.title(),
                Tag.MAIN.with(Attribute.id("main")).of(main),
                css(people, scan),
                List.of(
                        Tag.P.of(voice.html(
                                "foot.source",
                                Html.text(voice.day(checkedOn)),
                                frame.bureau(),
                                Html.text("" + scan.version()))),
                        Tag.P.of(Tag.A.with(Attribute.href(frame.form("category=wrong-record"))).of(voice.say("foot.wrong")))));
    }

    /** What only some pages need to look right. */
    private static Optional<String> css(Optional<PeopleSection> people, Scan.Standing scan) {
        var more = people.flatMap(PeopleSection::css).orElse("") + (scan.star().isPresent() ? StarSection.CSS : "");
        return Optional.of(more).filter(css -> !css.isEmpty());
    }

    /** The verdict that the page tells. */
    public Verdict verdict(Scan.Standing scan, LocalDate day) {
        return subject(scan, day).verdict();
    }

    /** What the kind has to say about a registered value, such as that a beauty salon is no place for injections. */
    private static Optional<Html> notes(Voice voice, Subject subject) {
        var notes = subject.institution().facts().values().entrySet().stream()
                .flatMap(fact -> voice.fromKind("note." + fact.getKey() + '.' + fact.getValue()).stream())
                .map(said -> (Html) Tag.P.with(Attribute.cls("wa")).of(said.html(voice.language())))
                .toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of(Tag.SECTION.of(notes));
    }

    /** Everything the page says follows from this, for one day. */
    record Subject(Entry entry, Institution institution, PremisesKind kind, Verdict verdict, LocalDate day) {
        /** Everybody who works here on the day, lead doctors first, then doctors, then nurses. */
        List<Practitioner> people() {
            return entry.people().stream()
                    .filter(p -> p.worksHereOn(day))
                    .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                    .toList();
        }

        /** Whether a decision of the bureau has shut the place. */
        boolean shut() {
            return verdict.reasons().stream().anyMatch(r -> r instanceof Verdict.Reason.Practice && !r.met());
        }

        /**
         * Whether nobody may be treated here at all. Where all is well but what the place lists, such as medical
         * aesthetics, it may be open for something else; a maker sells what it made before.
         */
        boolean mustBeClosed() {
            return kind.hasPeople()
                    && verdict.reasons().stream().anyMatch(r -> !(r instanceof Verdict.Reason.Listed) && !r.met());
        }

        private int rank(Practitioner person) {
            return person.isNurse() ? 2 : person.conditionsOn(day).leads() ? 0 : 1;
        }
    }

    private Subject subject(Scan.Standing scan, LocalDate day) {
        var kind = kinds.apply(scan.entry().kind())
                .orElseThrow(() -> new IllegalStateException("no premises kind " + scan.entry().kind()));
        var institution = scan.entry().institution();
        return new Subject(scan.entry(), institution, kind, Verdict.of(institution, kind.conditions(), day), day);
    }

    private ZoneId zone() {
        return publisher.city().zone();
    }
}

package xingma.pages;

import static xingma.pages.Attribute.cls;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xingma.institution.Credential;
import xingma.institution.Verdict;
import xingma.pages.ScanPages.Subject;
import xingma.territory.City;

/** The first thing a phone shows: whose place this is, yes or no, the reasons, and for which day. */
final class VerdictBanner {
    private final Voice voice;
    private final Subject subject;

    VerdictBanner(Voice voice, Subject subject) {
        this.voice = voice;
        this.subject = subject;
    }

    String title() {
        return sentence().text() + " · " + subject.institution().name();
    }

    Html html() {
        var yes = subject.verdict().yes();
        return Tag.DIV.with(cls(yes ? "v y" : "v n")).of(Tag.DIV.of(
                Tag.H1.of(
                        Tag.SPAN.with(cls("w")).of(voice.name(subject.institution().name())),
                        Tag.B.of(
                                (yes ? Sign.MET : Sign.UNMET).small(),
                                Tag.SPAN.of(sentence().html(voice.language())))),
                Tag.UL.of(subject.verdict().reasons().stream().map(this::row).toList()),
                Tag.P.with(cls("t")).of(voice.say("verdict.on", voice.fullDay(subject.verdict().day())))));
    }

    /** A placard carried to another wall gives itself away here. */
    Html whereYouAre(City city, Frame frame) {
        return Tag.DIV.with(cls("here")).of(
                Tag.P.of(
                        Tag.SPAN.with(cls("s")).of(voice.say("where.ask")),
                        Tag.B.of(voice.name(subject.institution().addressIn(city)))),
                Tag.DETAILS.of(
                        Tag.SUMMARY.of(voice.say("where.no")),
                        Tag.P.with(cls("say")).of(
                                Html.text(voice.say("where.no.do") + ' '),
                                Tag.A.with(Attribute.href(frame.form("category=false-placard"))).of(voice.say("where.no.tell")))));
    }

    private Voice.Spoken sentence() {
        return voice.ofKind(subject.verdict().yes() ? "verdict.yes" : "verdict.no");
    }

    private Element row(Verdict.Reason reason) {
        return Tag.LI.of(
                (reason.met() ? Sign.MET : Sign.UNMET).small(),
                Tag.SPAN.of(what(reason)),
                Tag.B.of(
                        Tag.SPAN.with(cls("vh")).of(voice.say(reason.met() ? "met" : "unmet")),
                        reason.told(new Found())));
    }

    private Html what(Verdict.Reason reason) {
        return voice.ofKind("reason." + reason.word()).html(voice.language());
    }

    /** What the register says to each condition. */
    private final class Found implements Verdict.Reason.Telling<Html> {
        @Override
        public Html credentials(Verdict.Reason.Credentials reason) {
            var standings = reason.standings();
            return Html.text(standings.size() == 1 ? standings.getFirst().told(new Until()) : several(standings));
        }

        @Override
        public Html listed(Verdict.Reason.Listed reason) {
            return voice.ofKind(reason.met() ? "reason.listed.met" : "reason.listed.unmet").html(voice.language());
        }

        @Override
        public Html practice(Verdict.Reason.Practice reason) {
            return Html.text(voice.say("status." + reason.status().word()));
        }
    }

    private String several(List<Credential.Standing> standings) {
        var inForce = standings.stream().filter(Credential.Standing.InForce.class::isInstance).count();
        return standings.isEmpty() ? voice.say("credential.none")
                : voice.say("credential.several", standings.size(), inForce);
    }

    private final class Until implements Credential.Standing.Telling<String> {
        @Override
        public String notYet(LocalDate from) {
            return voice.say("credential.notYet", voice.day(from));
        }

        @Override
        public String lapsed(LocalDate lastDay) {
            return voice.say("credential.lapsed", voice.day(lastDay));
        }

        @Override
        public String inForce(Optional<LocalDate> until) {
            return until.map(day -> day.equals(subject.day())
                            ? voice.say("credential.lastDay")
                            : voice.say("credential.until", voice.day(day)))
                    .orElseGet(() -> voice.say("credential.open"));
        }
    }
}

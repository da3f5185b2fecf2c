package xingma.pages;

import static xingma.pages.Attribute.cls;

import java.util.List;
import java.util.Optional;
import xingma.pages.ScanPages.Subject;
import xingma.warning.Warning;

/** The bureau's notices that hold on the day; the severe ones stand directly under the verdict. */
final class WarningSection {
    private final Voice voice;
    private final List<Warning> holding;

    WarningSection(Voice voice, Subject subject, List<Warning> warnings) {
        this.voice = voice;
        this.holding = warnings.stream().filter(w -> w.holdsOn(subject.day())).toList();
    }

    Optional<Html> severe() {
        var severe = holding.stream().filter(w -> w.severity() == Warning.Severity.SEVERE).toList();
        return severe.isEmpty()
                ? Optional.empty()
                : Optional.of(Tag.SECTION.with(cls("al")).of(
                                Tag.H2.of(Sign.CARE.small(), Html.text(voice.say("warning.severe"))))
                        .of(severe.stream().map(this::loud).toList()));
    }

    Optional<Html> advice() {
        var advice = holding.stream().filter(w -> w.severity() == Warning.Severity.ADVICE).toList();
        return advice.isEmpty()
                ? Optional.empty()
                : Optional.of(Tag.SECTION.of(Tag.H2.of(voice.say("warning.advice")))
                        .of(advice.stream().map(this::quiet).toList()));
    }

    private Html loud(Warning warning) {
        return Tag.DIV.of(
                Tag.P.with(cls("lead")).of(voice.name(warning.headline())),
                Tag.P.of(voice.name(warning.advice())),
                Tag.P.with(cls("s")).of(issued(warning)));
    }

    private Html quiet(Warning warning) {
        return Tag.DIV.with(cls("wa")).of(
                Tag.H3.of(voice.name(warning.headline())),
                Tag.P.of(voice.name(warning.advice())),
                Tag.P.with(cls("s")).of(issued(warning)));
    }

    private Html issued(Warning warning) {
        var issuer = voice.name(warning.issuer());
        var from = Html.text(voice.day(warning.from()));
        return warning.until()
                .map(until -> voice.html("warning.until", issuer, from, Html.text(voice.day(until))))
                .orElseGet(() -> voice.html("warning.open", issuer, from));
    }
}

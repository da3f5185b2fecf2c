package xingma.pages;

import static xingma.pages.Attribute.cls;

import java.util.ArrayList;
import java.util.List;
import xingma.institution.PracticeDecision;
import xingma.institution.PracticeStatus;
import xingma.pages.ScanPages.Subject;

/** How the place stands today and how it came to that, newest first (执业状态和经过). */
final class PracticeSection {
    private final Voice voice;
    private final Subject subject;

    PracticeSection(Voice voice, Subject subject) {
        this.voice = voice;
        this.subject = subject;
    }

    Html html() {
        var decisions = subject.institution().decisions().stream()
                .filter(d -> !d.since().isAfter(subject.day()))
                .toList();
        var section = Tag.SECTION.with(Attribute.id("practice")).of(Tag.H2.of(voice.say("practice.heading")));
        return decisions.isEmpty()
                ? section.of(Tag.P.of(Sign.MET.sized("i ty"), Html.text(' ' + voice.say("practice.none"))))
                : section.of(Tag.OL.with(cls("tl")).of(decisions.stream().map(this::step).toList()));
    }

    private Html step(PracticeDecision decision) {
        var holds = decision.holdsOn(subject.day());
        var lines = new ArrayList<Html>();
        lines.add(Tag.P.of(when(decision, holds)));
        var facts = decision.facts();
        for (var field : List.of("reason", "basis", "authority")) {
            facts.text(field).ifPresent(text -> lines.add(Tag.P.of(voice.html("practice." + field, voice.name(text)))));
        }
        return Tag.LI.of(
                sign(decision.status(), holds),
                Tag.H3.of(voice.say("decision." + decision.status().word())),
                Html.all(lines));
    }

    private String when(PracticeDecision decision, boolean holds) {
        var since = voice.day(decision.since());
        return decision.until()
                .map(until -> voice.say(holds ? "practice.until" : "practice.ended", since, voice.day(until)))
                .orElse(decision.status() == PracticeStatus.NORMAL ? since : voice.say("practice.open", since));
    }

    private static Html sign(PracticeStatus status, boolean holds) {
        if (!holds) {
            return Sign.HOLLOW.sized("th");
        }
        return switch (status) {
            case NORMAL -> Sign.MET.sized("ty");
            case WARNED, RECTIFYING -> Sign.CARE.sized("tc");
            case SUSPENDED, REVOKED, CLOSED -> Sign.UNMET.sized("tn");
        };
    }
}

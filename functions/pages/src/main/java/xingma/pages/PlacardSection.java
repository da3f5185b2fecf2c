package xingma.pages;

import static xingma.pages.Attribute.cls;

import java.time.LocalDate;
import java.time.ZoneId;
import xingma.placard.Posting;
import xingma.placard.Scan;

/** Is the placard on this wall a true one (标牌真伪)? What must be printed on it, where it hangs, who last looked. */
final class PlacardSection {
    private final Voice voice;
    private final Publisher publisher;
    private final ZoneId zone;

    PlacardSection(Voice voice, Publisher publisher, ZoneId zone) {
        this.voice = voice;
        this.publisher = publisher;
        this.zone = zone;
    }

    Html html(Scan.Standing scan, Frame frame) {
        var issue = scan.placard().issue();
        var place = scan.entry().premises().text("postedAt");
        return Tag.SECTION.with(Attribute.id("placard")).of(
                Tag.H2.of(voice.say("placard.heading")),
                Tag.P.of(voice.say("placard.code")),
                Tag.P.with(cls("code")).of(
                        Html.text(issue.code().spoken() + ' '),
                        Tag.SMALL.of(voice.say("placard.edition", issue.edition(), voice.day(issue.on())))),
                place.map(p -> (Html) Tag.P.of(voice.html("placard.place", voice.name(p)))).orElse(Html.NOTHING),
                Tag.P.of(lastLook(scan)),
                Tag.P.of(voice.html("placard.host", Tag.B.of(publisher.host()))),
                Tag.P.with(cls("s")).of(voice.say("placard.differs")),
                Tag.A.with(cls("go"), Attribute.href(frame.form("category=false-placard"))).of(voice.say("placard.report")));
    }

    private String lastLook(Scan.Standing scan) {
        var checked = scan.placard().steps().reversed().stream()
                .filter(p -> p.step() == Posting.Step.CHECKED)
                .findFirst();
        if (scan.placard().posting().step() == Posting.Step.MISSING) {
            return voice.say("placard.missing", voice.day(on(scan.placard().posting())));
        }
        return checked.map(c -> voice.say("placard.checked", voice.day(on(c))))
                .orElseGet(() -> voice.say("placard.unchecked"));
    }

    private LocalDate on(Posting posting) {
        return LocalDate.ofInstant(posting.at(), zone);
    }
}

package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.href;

import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCard.State;
import xingma.institution.InstitutionId;

/** The star on a scan's page (扫码页上的星级): a number with what makes it, or the words that stand in its place. */
final class StarSection {
    static final String CSS = Artwork.css("star-brief.css");

    private final Voice voice;

    /** Its words are read only where there is something to say. */
    StarSection(Language language) {
        this.voice = Voice.ofStars(language);
    }

    Html html(StarCard.Brief star, InstitutionId institution, Frame frame) {
        return Tag.SECTION.with(Attribute.id("star")).of(
                Tag.H2.of(voice.say("star.heading")),
                star.stars().<Html>map(stars -> rated(star, stars)).orElseGet(() -> unrated(star)),
                star.draft().<Html>map(d -> Tag.P.with(cls("s")).of(StarPages.words(d, voice))).orElse(Html.NOTHING),
                Tag.A.with(cls("go"), href(frame.to("/stars/" + institution))).of(voice.say("star.title")));
    }

    private Html rated(StarCard.Brief star, int stars) {
        var parts = star.scores().stream()
                .flatMap(s -> s.parts().stream())
                .map(p -> Tag.LI.of(StarPages.title(p, voice), Tag.B.of(StarPages.shown(p.tenths()))))
                .toList();
        return Html.all(
                Tag.P.with(cls("g")).of(Artwork.stars(stars), Html.text(voice.say("star.star." + stars))),
                Tag.UL.with(cls("sp")).of(parts),
                Tag.P.with(cls("s")).of(Html.text(voice.say("star.published") + " " + voice.day(star.day())
                        + star.until().map(d -> " · " + voice.say("star.until") + " " + voice.day(d)).orElse(""))));
    }

    private Html unrated(StarCard.Brief star) {
        var reason = star.reason().flatMap(r -> voice.find("star.reason." + r));
        return Html.all(
                Tag.P.of(Sign.HOLLOW.small(), Html.text(" "), Tag.B.of(voice.say("star.state." + star.state()))),
                Tag.P.of(voice.say("star.means." + star.state())),
                reason.<Html>map(Tag.P::of).orElse(Html.NOTHING),
                star.state() == State.UNDER_APPEAL
                        ? star.until().<Html>map(d -> Tag.P.of(voice.say("star.decide.by", voice.day(d)))).orElse(Html.NOTHING)
                        : Html.NOTHING);
    }
}

package xingma.pages;

import static java.util.Objects.requireNonNull;
import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.href;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import xingma.evaluation.round.Round;
import xingma.evaluation.star.StarCard;
import xingma.territory.Region;

/** Whom a round commends (表彰名单), told to everybody at the same moment. */
public final class CommendationPages {
    private final Publisher publisher;
    private final StarPages stars;

    public CommendationPages(Publisher publisher) {
        this.publisher = requireNonNull(publisher, "publisher");
        this.stars = new StarPages(publisher);
    }

    /**
     * @param least from how many stars on a round's list commends
     * @param cards by district, as they stand today
     */
    public Page told(Round round, int least, List<StarCard> cards, View view) {
        var voice = Voice.ofStars(view.language());
        var frame = new Frame(publisher, view, voice);
        var main = new ArrayList<Html>();
        main.add(Tag.DIV.with(cls("here hd")).of(
                Tag.H1.of(voice.say("star.commended")),
                Tag.P.of(voice.name(round.name())),
                Tag.P.of(voice.say("star.commended.from", voice.say("star.star." + least), cards.size())),
                StarPages.drafted(cards, voice)));
        if (cards.isEmpty()) {
            main.add(Tag.SECTION.of(Tag.P.of(voice.say("star.commended.none"))));
        }
        for (var district : publisher.city().districts()) {
            var own = cards.stream().filter(c -> c.district().equals(district.code())).toList();
            if (!own.isEmpty()) {
                main.add(district(district, own, frame, voice));
            }
        }
        main.add(Tag.SECTION.of(
                Tag.P.of(voice.say("star.commended.today")),
                Tag.A.with(cls("go"), href("/commendations/" + round.id() + ".csv")).of(voice.say("star.list.data")),
                all(frame, voice)));
        return StarPages.page(voice.say("star.commended") + " · " + round.name(), main, frame);
    }

    private Html district(Region district, List<StarCard> cards, Frame frame, Voice voice) {
        return Tag.SECTION.with(cls("ra")).of(
                Tag.H2.of(stars.name(district.code(), voice)),
                Tag.UL.of(cards.stream().map(c -> StarPages.row(c, frame, voice)).toList()));
    }

    /** @param moment in the city's time (解禁时间) */
    public Page notYet(Round round, LocalDateTime moment, View view) {
        var voice = Voice.ofStars(view.language());
        var frame = new Frame(publisher, view, voice);
        var main = List.<Html>of(Tag.SECTION.with(cls("hd")).of(
                Tag.P.of(voice.name(round.name())),
                Tag.H1.of(Sign.HOLLOW.small(), Html.text(" " + voice.say("star.commended"))),
                Tag.P.of(Tag.B.of(voice.say(
                        "star.commended.embargo", voice.day(moment.toLocalDate()), moment.toLocalTime().toString()))),
                Tag.P.of(voice.say("star.commended.sameMoment")),
                all(frame, voice)));
        return StarPages.page(voice.say("star.commended") + " · " + round.name(), main, frame);
    }

    private static Html all(Frame frame, Voice voice) {
        return Tag.A.with(cls("go"), href(frame.to("/stars"))).of(voice.say("star.list"));
    }
}

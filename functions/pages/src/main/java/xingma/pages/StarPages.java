package xingma.pages;

import static java.util.Objects.requireNonNull;
import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.href;
import static xingma.pages.Attribute.id;
import static xingma.pages.Attribute.label;
import static xingma.pages.Attribute.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import xingma.evaluation.round.Round;
import xingma.evaluation.rules.Exemption;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCard.State;
import xingma.fact.Wording;
import xingma.pages.Attribute.Plain;
import xingma.pages.Frame.Around;
import xingma.territory.RegionCode;

/** What the public reads of stars: the list by district (星级名录), and of each star why it is what it is (星级说明). */
public final class StarPages {
    static final String CSS = Artwork.css("star.css");

    private final Publisher publisher;

    public StarPages(Publisher publisher) {
        this.publisher = requireNonNull(publisher, "publisher");
    }

    /**
     * What a list is narrowed to.
     *
     * @param number so many stars; empty for whatever is no number
     */
    public record Stars(Optional<Integer> number) {
        private static final String NO_NUMBER = "none";
        private static final int MOST = 5;
        private static final List<Stars> ALL = Stream.concat(
                        IntStream.iterate(MOST, n -> n >= 0, n -> n - 1).mapToObj(n -> new Stars(Optional.of(n))),
                        Stream.of(new Stars(Optional.empty())))
                .toList();

        /** @return empty where a word says nothing of the kind */
        public static Optional<Stars> of(String word) {
            return ALL.stream().filter(s -> s.word().equals(word)).findFirst();
        }

        public String word() {
            return number.map(n -> Integer.toString(n)).orElse(NO_NUMBER);
        }

        public int rank() {
            return number.map(StarCard::rank).orElse(StarCard.NO_NUMBER);
        }
    }

    /**
     * A page of a district's list.
     *
     * @param only what it is narrowed to; empty for all
     * @param after where it goes on from; empty for the first page
     * @param rounds the newest that were called, each of which says whom it commends
     */
    public record Shelf(
            RegionCode district,
            Optional<Stars> only,
            List<StarCard> cards,
            Optional<String> after,
            Optional<String> next,
            List<Round> rounds) {
        public Shelf {
            requireNonNull(district, "district");
            cards = List.copyOf(cards);
            rounds = List.copyOf(rounds);
        }

        boolean isWhole() {
            return only.isEmpty() && after.isEmpty() && next.isEmpty();
        }
    }

    public Page list(Shelf shelf, View view) {
        var voice = Voice.ofStars(view.language());
        var frame = new Frame(publisher, view, voice);
        var rated = shelf.cards().stream().filter(c -> c.stars().isPresent()).count();
        var main = new ArrayList<Html>();
        main.add(Tag.DIV.with(cls("here hd")).of(
                Tag.H1.of(voice.say("star.list")),
                shelf.isWhole()
                        ? Tag.P.of(voice.say(
                                "star.list.count", name(shelf.district(), voice), rated, shelf.cards().size() - rated))
                        : Html.NOTHING,
                drafted(shelf.cards(), voice)));
        main.add(districts(shelf, frame, voice));
        main.add(stars(shelf, frame, voice));
        main.add(Tag.SECTION.with(cls("ra")).of(
                Tag.H2.of(name(shelf.district(), voice)),
                shelf.cards().isEmpty()
                        ? Tag.P.of(voice.say(shelf.isWhole() ? "star.list.none" : "star.list.noneSuch"))
                        : Tag.UL.of(shelf.cards().stream().map(c -> row(c, frame, voice)).toList()),
                shelf.next()
                        .<Html>map(next -> Tag.A.with(cls("go"), href(list(frame, shelf.district(), shelf.only(),
                                        "after=" + Attribute.encoded(next))))
                                .of(voice.say("star.list.more")))
                        .orElse(Html.NOTHING)));
        main.add(Tag.SECTION.of(
                Tag.H2.of(voice.say("star.list.lawful")),
                Tag.P.of(voice.say("star.list.voluntary")),
                Tag.A.with(cls("go"), href("/stars.csv?d=" + shelf.district())).of(voice.say("star.list.data")),
                Html.all(shelf.rounds().stream().map(round -> commended(round, frame, voice)).toList())));
        return page(voice.say("star.list"), main, frame);
    }

    private static Html commended(Round round, Frame frame, Voice voice) {
        return Tag.A.with(cls("go"), href(frame.to("/commendations/" + round.id())))
                .of(Tag.SPAN.of(Html.text(voice.say("star.commended") + " · "), voice.name(round.name())));
    }

    private Html districts(Shelf shelf, Frame frame, Voice voice) {
        var links = publisher.city().districts().stream()
                .map(d -> choice(
                        list(frame, d.code(), shelf.only()), d.code().equals(shelf.district()), name(d.code(), voice)))
                .toList();
        return Tag.NAV.with(cls("di"), label(voice.say("star.list.districts"))).of(links);
    }

    private static Html stars(Shelf shelf, Frame frame, Voice voice) {
        var links = new ArrayList<Html>();
        links.add(choice(
                list(frame, shelf.district(), Optional.empty()), shelf.only().isEmpty(), voice.say("star.list.all")));
        for (var stars : Stars.ALL) {
            links.add(choice(
                    list(frame, shelf.district(), Optional.of(stars)),
                    shelf.only().equals(Optional.of(stars)),
                    stars.number().map(n -> voice.say("star.star." + n)).orElseGet(() -> voice.say("star.list.others"))));
        }
        return Tag.NAV.with(cls("di"), label(voice.say("star.list.stars"))).of(links);
    }

    private static Html choice(String address, boolean chosen, String text) {
        var link = Tag.A.with(href(address));
        return (chosen ? link.with(Attribute.of(Plain.ARIA_CURRENT, "true")) : link).of(text);
    }

    private static String list(Frame frame, RegionCode district, Optional<Stars> only, String... more) {
        var asked = new ArrayList<>(List.of("d=" + district));
        only.ifPresent(stars -> asked.add("s=" + stars.word()));
        asked.addAll(List.of(more));
        return frame.to("/stars", asked.toArray(String[]::new));
    }

    String name(RegionCode code, Voice voice) {
        var region = publisher.city().districts().stream()
                .filter(d -> d.code().equals(code))
                .findFirst()
                .orElse(publisher.city().region());
        return voice.language().isChinese() || voice.language() == Language.JAPANESE ? region.chinese() : region.english();
    }

    static Html row(StarCard card, Frame frame, Voice voice) {
        var parts = card.scores().stream()
                .flatMap(s -> s.parts().stream())
                .<Html>map(p -> Tag.SPAN.with(cls("pt")).of(title(p, voice), Html.text(" " + shown(p.tenths()))))
                .toList();
        var below = card.state() == State.RATED
                ? Html.all(parts)
                : Html.text(card.reason().flatMap(r -> voice.find("star.reason." + r)).orElse(voice.day(card.day())));
        var sign = card.stars()
                .<Html>map(s -> Html.all(Artwork.stars(s), Tag.SPAN.with(cls("vh")).of(voice.say("star.star." + s))))
                .orElseGet(() -> em(voice.say("star.state." + card.state())));
        return Tag.LI.of(Tag.A.with(href(frame.to("/stars/" + card.institution())))
                .of(Tag.DIV.of(Tag.B.of(voice.name(card.name())), Tag.SMALL.of(below)), sign));
    }

    /** What a standard that is not official says of itself, once for a whole list. */
    static Html drafted(List<StarCard> cards, Voice voice) {
        return cards.stream()
                .flatMap(card -> card.draft().stream())
                .findFirst()
                .map(draft -> drafted(draft, voice))
                .orElse(Html.NOTHING);
    }

    private static Html drafted(Wording draft, Voice voice) {
        return Tag.P.of(Tag.SPAN.with(cls("dr")).of(words(draft, voice)));
    }

    private static Html em(String text) {
        return Tag.SPAN.with(cls("dr")).of(text);
    }

    static Html title(StarCard.Scores.Part part, Voice voice) {
        return words(new Wording(part.chinese(), part.english()), voice);
    }

    /** A standard speaks Chinese and English; readers of other languages are given the English, marked as such. */
    static Html words(Wording wording, Voice voice) {
        var spoken = voice.language().isChinese() ? Language.SIMPLIFIED : Language.ENGLISH;
        var text = voice.language().isChinese() ? wording.chinese() : wording.english();
        return spoken == voice.language() ? Html.text(text) : Tag.SPAN.with(lang(spoken)).of(text);
    }

    static String shown(int tenths) {
        return tenths / 10 + "." + tenths % 10;
    }

    // ---- one star ------------------------------------------------------------------------------------------------

    /**
     * Why a star is what it is, or why there is none.
     *
     * @param why absent where the state is no number
     * @param exemption absent where there is no star that could bring it about
     */
    public Page star(StarCard card, Optional<StarReasons> why, Optional<Exemption> exemption, View view) {
        var voice = Voice.ofStars(view.language());
        var frame = new Frame(publisher, view, voice);
        var main = new ArrayList<Html>();
        main.add(head(card, voice));
        why.ifPresent(w -> main.addAll(new StarSections(w, voice, frame).all()));
        exemption.ifPresent(e -> main.add(exemption(e, voice)));
        main.add(publication(card, why, voice, frame));
        card.reply().ifPresent(reply -> main.add(Tag.SECTION.of(
                Tag.H2.of(voice.say("star.reply")), Tag.P.with(cls("own")).of(voice.name(reply)))));
        if (!card.earlier().isEmpty()) {
            main.add(earlier(card, voice));
        }
        return page(voice.say("star.title") + " · " + card.name(), main, frame);
    }

    /** For whoever asks after an institution that takes no part. */
    public Page none(View view) {
        var voice = Voice.ofStars(view.language());
        var frame = new Frame(publisher, view, voice);
        var main = List.<Html>of(
                Tag.SECTION.with(cls("hd")).of(
                        Tag.H1.of(Sign.HOLLOW.small(), Html.text(" " + voice.say("star.state.NONE"))),
                        Tag.P.of(voice.say("star.means.NONE"))),
                Tag.SECTION.of(
                        Tag.P.of(voice.say("star.list.voluntary")),
                        Tag.A.with(cls("go"), href(frame.to("/stars"))).of(voice.say("star.list"))));
        return page(voice.say("star.state.NONE"), main, frame);
    }

    private static Html head(StarCard card, Voice voice) {
        var draft = card.draft().map(d -> drafted(d, voice)).orElse(Html.NOTHING);
        if (card.stars().isEmpty()) {
            var reason = card.reason().flatMap(r -> voice.find("star.reason." + r));
            return Tag.SECTION.with(cls("hd")).of(
                    Tag.P.of(voice.name(card.name())),
                    Tag.H1.of(Sign.HOLLOW.small(), Html.text(" " + voice.say("star.state." + card.state()))),
                    Tag.P.of(voice.say("star.means." + card.state())),
                    reason.<Html>map(Tag.P::of).orElse(Html.NOTHING),
                    Tag.P.with(cls("s")).of(voice.say("star.since", voice.day(card.day()))),
                    card.state() == State.UNDER_APPEAL
                            ? card.until().<Html>map(d -> Tag.P.of(voice.say("star.decide.by", voice.day(d)))).orElse(Html.NOTHING)
                            : Html.NOTHING,
                    draft);
        }
        var stars = card.stars().get();
        var heading = stars == 5
                ? voice.say("star.why.best")
                : voice.say("star.why", voice.say("star.within." + stars), voice.say("star.within." + (stars + 1)));
        return Tag.SECTION.with(cls("hd")).of(
                Tag.P.of(voice.name(card.name())),
                Tag.H1.of(heading),
                Tag.P.with(cls("g")).of(Artwork.stars(stars), Html.text(voice.say("star.star." + stars))),
                draft);
    }

    private static Html publication(StarCard card, Optional<StarReasons> why, Voice voice, Frame frame) {
        var facts = new ArrayList<Html>();
        why.flatMap(StarReasons::notice).ifPresent(n -> facts.add(fact(
                voice.say("star.notice"),
                Html.text(voice.say("star.notice.span", voice.day(n.from()), voice.day(n.until()))))));
        if (card.state() == State.RATED) {
            facts.add(fact(voice.say("star.published"), Html.text(voice.day(card.day()))));
            card.until().ifPresent(d -> facts.add(fact(voice.say("star.until"), Html.text(voice.day(d)))));
        }
        facts.add(fact(voice.say("star.standard"), Html.text(card.standard())));
        facts.add(fact(voice.say("star.checked"), Tag.SMALL.of(card.entry())));
        return Tag.SECTION.of(
                Tag.H2.of(voice.say("star.publication")),
                Tag.DL.with(cls("fa")).of(facts),
                Tag.A.with(cls("go"), href(frame.to("/stars", "d=" + card.district()))).of(voice.say("star.list")));
    }

    /** Whether routine inspections spare it (免检), in a glass box: every condition, met or not, and what it never covers. */
    private static Html exemption(Exemption exemption, Voice voice) {
        var failed = exemption.conditions().stream().filter(c -> !c.met()).count();
        var conditions = exemption.conditions().stream()
                .map(c -> Tag.LI.with(cls(c.met() ? "y" : "x")).of(Tag.P.of(
                        (c.met() ? Sign.MET : Sign.CARE).small(),
                        Tag.B.of(words(c.what().words(exemption.rules()), voice)),
                        Tag.SPAN.of(c.holdsUntil()
                                .map(day -> voice.say("star.exempt.until", voice.day(day)))
                                .orElseGet(() -> voice.say(c.met() ? "star.exempt.met" : "star.exempt.unmet"))))))
                .toList();
        return Tag.SECTION.of(
                Tag.H2.of(voice.say("star.exempt")),
                Tag.P.of(Tag.B.of(exemption.until()
                        .map(day -> voice.say("star.exempt.holds", voice.day(day)))
                        .orElseGet(() -> voice.say("star.exempt.fails", failed)))),
                Tag.UL.with(cls("cr")).of(conditions),
                Tag.P.of(words(Exemption.SUSPENDED_BY, voice)),
                Tag.P.of(words(Exemption.NEVER_COVERED, voice)));
    }

    private static Html fact(String what, Html value) {
        return Tag.DIV.of(Tag.DT.of(what), Tag.DD.of(value));
    }

    private static Html earlier(StarCard card, Voice voice) {
        var rows = card.earlier().reversed().stream()
                .map(e -> Tag.LI.of(voice.say(
                        "star.earlier.from",
                        voice.day(e.day()),
                        e.stars().map(s -> voice.say("star.star." + s)).orElseGet(() -> voice.say("star.state." + e.state())))))
                .toList();
        return Tag.SECTION.of(Tag.H2.of(voice.say("star.earlier")), Tag.UL.with(cls("li")).of(rows));
    }

    static Page page(String title, List<Html> main, Frame frame) {
        var around = new Around(Optional.of(CSS), Optional.empty(), List.of(), Optional.empty());
        return frame.page(title, Tag.MAIN.with(id("main")).of(main), around, List.of());
    }
}

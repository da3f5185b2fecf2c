package xingma.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.Stage;
import xingma.evaluation.round.Round;
import xingma.evaluation.rules.Exemption;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCard.State;
import xingma.institution.InstitutionId;
import xingma.rating.Mark;
import xingma.rating.NextStar;
import xingma.rating.Points;
import xingma.rating.Sheet;
import xingma.rating.Standard;
import xingma.rating.Stars;
import xingma.rating.Track;
import xingma.rulebook.StandardBook;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class StarPagesTest {
    static final Standard STANDARD = StandardBook.shipped().getFirst();
    static final StarPages PAGES = new StarPages(Some.PUBLISHER);
    private static final String TYPE = "医疗美容门诊部";
    private static final String ENTRY = "ab".repeat(32);
    private static final LocalDate DAY = LocalDate.of(2026, 9, 12);

    /** Full marks, but for some clauses. */
    static Sheet sheet(Map<String, Integer> missing) {
        var marks = new TreeMap<String, Mark>();
        for (var clause : STANDARD.askedOf(TYPE)) {
            marks.put(clause.code(), new Mark.Scored(clause.most().percent(100 - missing.getOrDefault(clause.code(), 0))));
        }
        return new Sheet(marks);
    }

    static StarReasons why(Sheet sheet) {
        var stars = ((Stars.Outcome.Rated) Stars.of(STANDARD, TYPE, sheet, Track.CLEAN, DAY)).stars();
        var next = stars.stars() == 5
                ? Optional.<NextStar.Path>empty()
                : NextStar.to(stars.stars() + 1, STANDARD, TYPE, sheet, Track.CLEAN, DAY) instanceof NextStar.Path path
                        ? Optional.of(path)
                        : Optional.<NextStar.Path>empty();
        return new StarReasons(
                STANDARD, TYPE, sheet, stars, next, 3, 2,
                Optional.of(new StarReasons.Notice(LocalDate.of(2026, 9, 4), LocalDate.of(2026, 9, 10))));
    }

    /** A sheet whose part of medical quality is a little short of the fifth star. */
    static Sheet fourStars() {
        var missing = new TreeMap<String, Integer>();
        STANDARD.parts().getLast().clauses().forEach(c -> missing.put(c.code(), 12));
        return sheet(missing);
    }

    static StarCard card(State state, Optional<StarReasons> why, Optional<String> reason, Optional<String> reply) {
        var institution = InstitutionId.firstRegisteredAs("medical-institution", "PDY10002" + state);
        var scores = why.map(w -> new StarCard.Scores(
                w.stars().total().tenths(),
                STANDARD.parts().stream()
                        .map(p -> new StarCard.Scores.Part(
                                p.title().chinese(), p.title().english(), w.stars().parts().get(p.code()).tenths()))
                        .toList()));
        return new StarCard(
                institution, new EvaluationId(institution, 1), Some.QINGLAN.code(), "云汀青禾<医疗美容>门诊部", 2, state,
                why.map(w -> w.stars().stars()), scores, reason, STANDARD.name(), STANDARD.notice(), DAY,
                Optional.of(LocalDate.of(2028, 9, 11)), reply, ENTRY,
                List.of(new StarCard.Said(LocalDate.of(2026, 8, 1), State.AWAITING, Optional.empty(), ENTRY)));
    }

    static List<StarCard> everyState() {
        var cards = new ArrayList<StarCard>();
        cards.add(card(State.RATED, Optional.of(why(fourStars())), Optional.empty(), Optional.of("三条都已改好<br>。")));
        for (var state : State.values()) {
            if (state != State.RATED) {
                var reason = switch (state) {
                    case SUSPENDED -> Optional.of(Ground.LICENCE_LAPSED.name());
                    case WITHDRAWN -> Optional.of(Ground.FALSE_DATA.name());
                    default -> Optional.<String>empty();
                };
                cards.add(card(state, Optional.empty(), reason, Optional.empty()));
            }
        }
        return cards;
    }

    /** What the rule says of it on the day of the view; nothing where there is no star any more, or not yet. */
    static Optional<Exemption> exemption(StarCard card) {
        var stage = switch (card.state()) {
            case RATED -> Optional.of(Stage.IN_FORCE);
            case SUSPENDED -> Optional.of(Stage.SUSPENDED);
            case UNDER_APPEAL -> Optional.of(Stage.UNDER_APPEAL);
            case AWAITING, WITHDRAWN, EXPIRED, NONE -> Optional.<Stage>empty();
        };
        var rules = new Exemption.Rules(4, 24, 12, 12, "示例");
        return stage.map(s -> Exemption.of(
                rules,
                new Exemption.Facts(
                        s, card.stars().orElse(4), false, false, DAY, LocalDate.of(2028, 9, 11), DAY, false, Track.CLEAN),
                Some.DAY));
    }

    private static String star(Sheet sheet, Language language) {
        var why = why(sheet);
        var card = card(State.RATED, Optional.of(why), Optional.empty(), Optional.empty());
        return PAGES.star(card, Optional.of(why), exemption(card), Some.view(language)).html();
    }

    @Test
    void the_page_says_why_four_and_not_five_what_is_missing_and_the_nearest_way() {
        var text = Read.of(star(fourStars(), Language.SIMPLIFIED)).text();
        for (var told : List.of(
                "为什么是四星，不是五星", "五星要同时满足", "条全过", "88.0", "五星线90，差2.0", "五星线90，高出10.0", "离五星最近的一步",
                "不是自动升星", "执法专家3人、协会专家2人", "2026-09-04至2026-09-10", "2028-09-11", STANDARD.name(),
                STANDARD.notice().orElseThrow().chinese(), ENTRY)) {
            assertTrue(text.contains(told), told + " in " + text);
        }
    }

    @Test
    void five_stars_have_no_next_and_say_that_every_condition_is_met() {
        var text = Read.of(star(sheet(Map.of()), Language.SIMPLIFIED)).text();
        assertTrue(text.contains("为什么是五星") && text.contains("五星线95，高出5.0"), text);
        assertFalse(text.contains("最近的一步"));
    }

    @Test
    void a_red_line_is_named_with_its_clause() {
        var veto = STANDARD.clauses().stream().filter(c -> c.redLine().isPresent()).findFirst().orElseThrow();
        var sheet = sheet(Map.of()).with(veto.code(), new Mark.Scored(Points.NONE));
        var text = Read.of(star(sheet, Language.SIMPLIFIED)).text();
        assertTrue(text.contains("触碰1条") && text.contains(veto.title().chinese()), text);
    }

    @Test
    void the_page_says_whether_routine_inspections_spare_it_condition_by_condition_and_what_is_never_covered() {
        var rated = everyState().getFirst();
        var suspended = everyState().stream().filter(c -> c.state() == State.SUSPENDED).findFirst().orElseThrow();
        var spared = Read.of(PAGES.star(rated, Optional.of(why(fourStars())), exemption(rated), Some.view(Language.SIMPLIFIED)).html()).text();
        assertTrue(spared.contains("现在免于日常检查，最迟到2027-09-12。"), spared);
        assertTrue(spared.contains("近24个月没有处罚和查实的投诉 满足"), spared);
        var inspected = Read.of(PAGES.star(suspended, Optional.empty(), exemption(suspended), Some.view(Language.SIMPLIFIED)).html()).text();
        assertTrue(inspected.contains("现在照常检查：有1条不满足。"), inspected);
        assertTrue(inspected.contains("星级有效，没有暂停，不在申诉中 不满足"), inspected);
        for (var text : List.of(spared, inspected)) {
            assertTrue(text.contains("因投诉举报、事故或者专项行动进行的检查不受影响"), text);
        }
        var none = everyState().getLast();
        assertFalse(PAGES.star(none, Optional.empty(), exemption(none), Some.view(Language.SIMPLIFIED)).html().contains("免于日常检查"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_state_speaks_every_language_and_no_word_of_an_institution_becomes_markup(Language language) {
        for (var card : everyState()) {
            var why = card.stars().map(s -> why(fourStars()));
            var html = PAGES.star(card, why, exemption(card), Some.view(language)).html();
            assertTrue(Read.of(html).text().contains("云汀青禾&lt;医疗美容&gt;门诊部") || html.contains("云汀青禾&lt;医疗美容"), html);
            assertFalse(html.contains("<br>"), html);
            var state = Words.ofStars(language).say("star.state." + (card.state() == State.RATED ? State.NONE : card.state()));
            assertEquals(card.state() != State.RATED, html.contains(state), card.state() + " " + language);
        }
        var list = PAGES.list(
                new StarPages.Shelf(
                        Some.QINGLAN.code(), Optional.empty(), everyState(), Optional.empty(), Optional.of("next page"),
                        List.of(ROUND)),
                Some.view(language));
        assertTrue(list.html().contains("after=next+page"), list.html());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_scan_shows_the_star_with_its_parts_or_the_words_in_its_place(Language language) throws IOException {
        for (var card : everyState()) {
            var brief = new StarCard.Brief(
                    card.version(), card.state(), card.stars(), card.scores(), card.reason(), card.standard(), card.draft(),
                    card.day(), card.until(), card.reply());
            var html = Some.html(Some.clinic().rated(brief), language);
            var text = Read.of(html).section("star");
            var words = Words.ofStars(language);
            assertEquals(card.state() == State.RATED, text.contains(words.say("star.star.4")), text);
            assertEquals(card.state() == State.RATED, text.contains("88.0"), text);
            assertTrue(card.state() == State.RATED || text.contains(words.say("star.state." + card.state())), text);
            assertTrue(html.contains("/stars/" + Some.clinic().scan().placard().issue().institution()), html);
            assertTrue(gzip(html) < 14 * 1024);
        }
    }

    static final Round ROUND = new Round(
            "2026-1", "2026年第一轮", Some.CITY.region().code(), STANDARD.id(), STANDARD.edition(),
            Set.of("medical-institution"), DAY, DAY.plusMonths(6), Optional.empty());

    @ParameterizedTest
    @EnumSource(Language.class)
    void who_is_commended_is_told_by_district_or_when_it_will_be(Language language) {
        var pages = new CommendationPages(Some.PUBLISHER);
        var words = Words.ofStars(language);
        var told = pages.told(ROUND, 4, List.of(everyState().getFirst()), Some.view(language)).html();
        assertTrue(told.contains("/commendations/2026-1.csv") && told.contains("云汀青禾&lt;医疗美容&gt;门诊部"), told);
        assertTrue(Read.of(told).text().contains(language.isChinese() ? "示例草案" : "llustrative draft"), told);
        var nobody = pages.told(ROUND, 4, List.of(), Some.view(language)).html();
        assertTrue(nobody.contains(words.say("star.commended.none")), nobody);
        var early = pages.notYet(ROUND, LocalDateTime.of(2026, 9, 12, 9, 0), Some.view(language)).html();
        assertTrue(Read.of(early).text().contains("09:00") && early.contains(words.say("star.commended.sameMoment")), early);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_page_weighs_more_than_fourteen_kilobytes(Language language) throws IOException {
        assertTrue(gzip(star(fourStars(), language)) < 14 * 1024);
        var hundred = new ArrayList<StarCard>();
        for (var i = 0; i < 15; i++) {
            hundred.addAll(everyState());
        }
        var shelf = new StarPages.Shelf(
                Some.QINGLAN.code(), Optional.empty(), hundred, Optional.empty(), Optional.empty(), List.of(ROUND, ROUND, ROUND));
        var list = PAGES.list(shelf, Some.view(language));
        assertTrue(gzip(list.html()) < 14 * 1024);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_sentence_about_stars_exists_in_every_language_with_its_places(Language language) {
        var chinese = Words.ofStars(Language.SIMPLIFIED);
        var words = Words.ofStars(language);
        assertEquals(chinese.keys(), words.keys());
        for (var key : chinese.keys()) {
            for (var place : List.of("{0}", "{1}", "{2}")) {
                assertEquals(
                        chinese.find(key).orElseThrow().contains(place), words.find(key).orElseThrow().contains(place), key);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_badge_is_golden_only_while_there_is_a_star(Language language) {
        for (var card : everyState()) {
            for (var size : StarBadge.Size.values()) {
                var svg = StarBadge.svg(Optional.of(card), language, size);
                assertEquals(card.state() == State.RATED, svg.contains("#a86700"), svg);
            }
        }
        assertFalse(StarBadge.svg(Optional.empty(), language, StarBadge.Size.LARGE).contains("#a86700"));
    }

    private static int gzip(String html) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(bytes)) {
            zipped.write(html.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}

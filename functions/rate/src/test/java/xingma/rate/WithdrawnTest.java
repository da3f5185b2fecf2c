package xingma.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.CHECKER;
import static xingma.evaluation.RatedTown.ORGANISER;
import static xingma.evaluation.RatedTown.QINGHE;
import static xingma.rate.RatingCounter.code;
import static xingma.rate.RatingCounter.id;
import static xingma.rate.RatingCounter.json;
import static xingma.rate.RatingCounter.queued;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.http.Asked;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.RatedTown;
import xingma.evaluation.rules.Tracks;
import xingma.evaluation.star.StarCard.State;
import xingma.pages.Language;
import xingma.pages.ScanPages;
import xingma.pages.View;
import xingma.placard.PlacardsContract;
import xingma.placard.Scan;
import xingma.rating.Track;
import xingma.registry.Some;
import xingma.rulebook.Rulebook;
import xingma.territory.Officer;

/**
 * An institution goes, at whatever moment: it takes its application back, or loses its licence and then its star.
 * Everything that the public reads follows at once, the placard on its wall too.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WithdrawnTest extends OverTheStores {
    private static final String GOLD = "#a86700";

    private final ScanPages scans = new ScanPages(
            RatingCounter.publisher(), Rulebook.standard()::kind, Rulebook.standard().procedures());

    @BeforeEach
    void its_placard_hangs_on_the_wall() {
        PlacardsContract.issuedQinghe(tables.bureau());
    }

    private String get(String path, String parameter, String value) {
        return counter.ask(Asked.of("GET " + path).parameter(parameter, value).header("accept", "text/html")).text();
    }

    /** The rows of the list, without what it may be narrowed to. */
    private String list() {
        var page = counter.ask(Asked.of("GET /stars").query("d", RatedTown.QINGLAN.value()).header("accept", "text/html")).text();
        var rows = page.indexOf("<section class=\"ra\">");
        return page.substring(rows, page.indexOf("</ul>", rows));
    }

    private String csv() {
        return counter.ask(Asked.of("GET /stars.csv").query("d", RatedTown.QINGLAN.value())).text();
    }

    private String scan() {
        var scan = assertInstanceOf(Scan.Standing.class, tables.bureau().scans().scan(Some.CODE).orElseThrow());
        var view = new View(Language.SIMPLIFIED, false, LocalDate.of(2026, 11, 20), "/q/" + Some.CODE, Optional.empty());
        return scans.page(scan, view).html();
    }

    private void shows(State state, String words) {
        var told = json(counter.ask(Asked.of("GET /stars/{institution}")
                .parameter("institution", QINGHE.toString())
                .header("accept", "application/json")));
        assertEquals(state.name().toLowerCase(Locale.ROOT), told.get("state").asText());
        assertTrue(told.get("stars").isNull() && told.get("why").isNull());
        assertTrue(csv().contains("," + state + ",,,"), csv());
        for (var page : Map.of(
                "star", get("/stars/{institution}", "institution", QINGHE.toString()),
                "list", list(),
                "badge", get("/badges/{badge}", "badge", QINGHE + ".svg"),
                "scan", scan()).entrySet()) {
            assertTrue(page.getValue().contains(words), page.getKey() + " does not say " + words);
            // What the star once was stays in its page's history, and only there.
            assertFalse(page.getValue().contains(page.getKey().equals("star") ? "为什么是" : "四星"), page.getKey());
        }
        assertFalse(get("/badges/{badge}", "badge", QINGHE + ".svg").contains(GOLD), "the badge is grey");
        assertFalse(get("/commendations/{list}", "list", "2026-1.csv").contains("青禾门诊部"));
    }

    private void showsFourStars() {
        for (var page : List.of(
                get("/stars/{institution}", "institution", QINGHE.toString()),
                list(),
                get("/badges/{badge}", "badge", QINGHE + ".svg"),
                scan())) {
            assertTrue(page.contains("四星"), page);
        }
        assertTrue(get("/badges/{badge}", "badge", QINGHE + ".svg").contains(GOLD));
        assertTrue(csv().contains(",RATED,4,"), csv());
        assertTrue(get("/commendations/{list}", "list", "2026-1.csv").contains("青禾门诊部"));
    }

    private void cancelled(EvaluationId id) {
        var reply = counter.step(id, "cancel", Map.of("id", id(), "words", "本机构停业装修"));
        assertEquals("cancelled", json(reply).path("stage").asText(), reply.text());
    }

    private String move(Officer officer, EvaluationId id, String move, String... more) {
        var body = new HashMap<String, Object>(Map.of("move", move, "id", id()));
        for (var i = 0; i < more.length; i += 2) {
            body.put(more[i], more[i + 1]);
        }
        return code(counter.move(officer, id, body)).trim();
    }

    private void licenceIsRevoked() {
        town.known.put(
                QINGHE,
                new Tracks.Known(Track.CLEAN, List.of(new Tracks.Reason(Ground.LICENCE_REVOKED, "XX吊销〔2026〕1号"))));
    }

    private void swept() {
        town.sweep.run(List.of(RatedTown.QINGLAN), () -> true);
    }

    @Test
    void during_the_self_check_nothing_was_ever_shown_but_that_it_takes_no_part() {
        var id = town.begun();
        assertEquals(Optional.empty(), town.cards.find(QINGHE));
        assertFalse(scan().contains("评价中"));
        cancelled(id);
        shows(State.NONE, "未参评");
        assertEquals("409 evaluation.stage", code(counter.save(id, "A1", "{\"change\":\"" + id() + "\",\"seen\":0,\"points\":60}")));
        assertEquals(201, counter.begin("2026-1").status(), "and may begin anew");
    }

    @Test
    void during_the_panels_work_it_ends_and_no_sheet_is_taken_any_more() {
        var id = town.applied(60, 40);
        move(ORGANISER, id, "draw");
        var experts = town.found(id).proceedings().panel().orElseThrow().experts();
        counter.panelStep(experts.getFirst(), id, "declare", Map.of("id", id()));
        counter.queue(experts.getFirst(), id, List.of(queued("A1", 0, 57, "台账不全"), queued("B1", 0, 36, "随访不全")));
        shows(State.AWAITING, "评价中");

        cancelled(id);

        shows(State.NONE, "未参评");
        var saved = json(counter.queue(experts.getFirst(), id, List.of(queued("A1", 1, 60, ""))));
        assertEquals("evaluation.stage", saved.at("/items/0/code").asText());
        assertEquals("409 evaluation.stage", code(counter.panelStep(experts.getFirst(), id, "hand-in", Map.of("id", id()))));
        assertEquals("409 evaluation.stage", move(ORGANISER, id, "replace"));
    }

    @Test
    void an_institution_that_loses_its_licence_on_the_way_is_not_published() {
        var id = town.applied(60, 40);
        town.scored(id, 57, 36);
        town.settled(id);
        town.noticed(id);
        town.days(10);
        licenceIsRevoked();

        assertEquals("409 star.against", move(ORGANISER, id, "propose"));

        shows(State.AWAITING, "评价中");
    }

    @Test
    void after_the_publication_the_star_is_suspended_by_itself_and_withdrawn_by_two() {
        var id = town.published(57, 36);
        showsFourStars();
        licenceIsRevoked();
        swept();
        shows(State.SUSPENDED, "已暂停");

        assertEquals("200", move(ORGANISER, id, "propose-withdrawal", "ground", "licence-revoked", "words", "许可证已吊销"));
        assertEquals("403 officer.duty", move(ORGANISER, id, "withdraw", "words", "许可证已吊销"));
        assertEquals("200", move(CHECKER, id, "withdraw", "words", "许可证已吊销"));
        shows(State.WITHDRAWN, "已撤销");

        town.known.clear();
        swept();
        shows(State.WITHDRAWN, "已撤销");
        assertEquals("409 evaluation.stage", move(ORGANISER, id, "resume", "words", "又有许可证了"));
    }
}

package xingma.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.OWNER;
import static xingma.evaluation.RatedTown.QINGHE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.RatedTown;
import xingma.evaluation.rules.Tracks;
import xingma.rating.Mark;
import xingma.rating.Points;
import xingma.rating.Sheet;
import xingma.rating.Stars;
import xingma.rating.Track;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ShowStarsTest {
    private final RatingCounter counter = new RatingCounter();
    private final RatedTown town = counter.town;

    private Reply ask(Asked asked) {
        return counter.ask(asked);
    }

    private Reply star() {
        return ask(Asked.of("GET /stars/{institution}")
                .parameter("institution", QINGHE.toString())
                .header("accept", "text/html"));
    }

    private JsonNode data() throws IOException {
        var reply = ask(Asked.of("GET /stars/{institution}")
                .parameter("institution", QINGHE.toString())
                .header("accept", "application/json"));
        return new ObjectMapper().readTree(reply.body());
    }

    private Reply badge() {
        return ask(Asked.of("GET /badges/{badge}").parameter("badge", QINGHE + ".svg"));
    }

    @Test
    void whoever_has_what_is_published_reckons_the_same_star_again() throws IOException {
        town.published(57, 34);
        var told = data();
        var marks = new TreeMap<String, Mark>();
        told.get("why").get("sheet").properties().forEach(e -> marks.put(
                e.getKey(),
                new Mark.Scored(new Points(new BigDecimal(e.getValue().get("points").asText())
                        .movePointRight(2)
                        .intValueExact()))));
        var again = Stars.of(
                town.standard,
                told.get("why").get("type").asText(),
                new Sheet(marks),
                Track.CLEAN,
                LocalDate.parse(told.get("why").get("day").asText()));
        assertEquals(told.get("stars").asInt(), assertInstanceOf(Stars.Outcome.Rated.class, again).stars().stars());
        assertEquals(4, told.get("stars").asInt());
        assertEquals(town.trail.of("RATING " + town.evaluations.of(QINGHE).getFirst().id(), 0).stream()
                .filter(e -> e.what().equals("Published")).findFirst().orElseThrow().hash(), told.get("entry").asText());
    }

    @Test
    void the_page_explains_a_star_and_the_list_leads_to_it() {
        town.published(57, 34);
        assertTrue(star().text().contains("为什么是四星，不是五星"), star().text());
        var list = ask(Asked.of("GET /stars").query("d", RatedTown.QINGLAN.value())).text();
        assertTrue(list.contains("/stars/" + QINGHE + "?l=zh-Hans"), list);
    }

    @Test
    void the_list_is_narrowed_to_so_many_stars() {
        town.published(57, 34);
        var asked = Asked.of("GET /stars").query("d", RatedTown.QINGLAN.value());
        assertTrue(ask(asked.query("s", "4")).text().contains("/stars/" + QINGHE));
        assertTrue(ask(asked.query("s", "5")).text().contains("没有这样的机构"));
        assertFalse(ask(asked.query("s", "none")).text().contains("/stars/" + QINGHE));
        assertEquals("404 stars.unknown", RatingCounter.code(ask(asked.query("s", "6"))));
    }

    @Test
    void nothing_of_an_evaluation_is_told_before_it_is_published() throws IOException {
        var id = town.applied(60, 40);
        town.scored(id, 57, 34);
        town.settled(id);
        town.noticed(id);
        var told = data();
        assertEquals("awaiting", told.get("state").asText());
        assertTrue(told.get("why").isNull() && told.get("stars").isNull(), told.toString());
        assertTrue(star().text().contains("评价中"));
        assertFalse(star().text().contains("四星"));
    }

    @Test
    void a_badge_turns_grey_while_the_star_is_suspended_and_returns() {
        town.published(57, 34);
        assertTrue(badge().text().contains("四星"));
        assertEquals("*", badge().headers().get("access-control-allow-origin"));
        assertEquals("inline; filename=\"star-zh-Hans.svg\"", badge().headers().get("content-disposition"));
        var kept = ask(Asked.of("GET /badges/{badge}").parameter("badge", QINGHE + ".svg").query("save", "1").query("l", "en"));
        assertEquals("attachment; filename=\"star-en.svg\"", kept.headers().get("content-disposition"));
        town.known.put(
                QINGHE,
                new Tracks.Known(Track.CLEAN, List.of(new Tracks.Reason(Ground.LICENCE_LAPSED, "许可证1"))));
        town.sweep.run(List.of(RatedTown.QINGLAN), () -> true);
        assertFalse(badge().text().contains("#a86700"));
        assertTrue(badge().text().contains("已暂停"));
        town.known.clear();
        town.sweep.run(List.of(RatedTown.QINGLAN), () -> true);
        assertTrue(badge().text().contains("#a86700"));
    }

    @Test
    void under_appeal_no_star_is_shown_anywhere() {
        var id = town.published(57, 34);
        RatedTown.done(town.seat.appeal(OWNER, id, "a", "请复核"));
        assertFalse(star().text().contains("为什么是四星"));
        assertTrue(star().text().contains("申诉中"));
        assertFalse(badge().text().contains("四星"));
        assertTrue(ask(Asked.of("GET /stars.csv").query("d", RatedTown.QINGLAN.value())).text().contains("UNDER_APPEAL,,"));
    }

    @Test
    void a_list_as_data_holds_every_card_with_its_check_mark() {
        town.published(57, 34);
        var csv = ask(Asked.of("GET /stars.csv").query("d", RatedTown.QINGLAN.value())).text();
        assertTrue(csv.contains(QINGHE + ",\"青禾门诊部\",990102,RATED,4,91.0,"), csv);
        assertEquals(2, csv.lines().count());
    }

    @Test
    void who_is_commended_is_told_to_everybody_at_the_same_moment() {
        town.published(57, 34);
        var list = Asked.of("GET /commendations/{list}").parameter("list", "2026-1.csv");
        assertTrue(ask(list).text().contains("青禾门诊部"));
        town.embargo(town.now.plusSeconds(60));
        assertEquals(403, ask(list).status());
        assertTrue(ask(list).text().contains("起公布"), ask(list).text());
        town.now = town.now.plusSeconds(61);
        assertEquals(200, ask(list).status());
    }

    @Test
    void who_is_commended_stands_on_a_page_beside_the_file_and_before_the_time_the_page_says_when() {
        town.published(57, 34);
        var asked = Asked.of("GET /commendations/{list}").parameter("list", "2026-1").header("accept", "text/html");
        var page = ask(asked);
        assertEquals(200, page.status());
        assertTrue(page.text().contains("四星及以上，共1家") && page.text().contains("/stars/" + QINGHE), page.text());
        assertTrue(page.text().contains("/commendations/2026-1.csv"));
        assertTrue(ask(asked.query("l", "en")).text().contains("Four stars and more: 1"), ask(asked.query("l", "en")).text());
        var list = ask(Asked.of("GET /stars").query("d", RatedTown.QINGLAN.value())).text();
        assertTrue(list.contains("/commendations/2026-1?l=zh-Hans"), list);

        town.embargo(town.now.plusSeconds(60));
        var early = ask(asked);
        assertEquals(403, early.status());
        assertEquals("no-store", early.headers().get("cache-control"));
        assertTrue(early.text().contains("2026-11-30 12:01起公布（北京时间）"), early.text());
        assertFalse(early.text().contains("青禾门诊部"));
        town.now = town.now.plusSeconds(60);
        assertEquals(200, ask(asked).status());
        assertEquals(404, ask(asked.parameter("list", "2027-1")).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00000000000000000000", "../../etc/passwd", "<script>"})
    void who_takes_no_part_is_said_to_take_none(String id) {
        var reply = ask(Asked.of("GET /stars/{institution}").parameter("institution", id));
        assertEquals(404, reply.status());
        assertTrue(reply.text().contains("没有星不等于不合法"), reply.text());
        assertFalse(reply.text().contains("<script>"));
        var page = ask(Asked.of("GET /stars/{institution}").parameter("institution", id).header("accept", "text/html"));
        assertEquals(404, page.status());
        assertTrue(page.text().startsWith("<!doctype html>") && page.text().contains("未参评"), "a browser never gets JSON");
        assertEquals(404, ask(Asked.of("GET /badges/{badge}").parameter("badge", id)).status());
    }

    @Test
    void the_method_is_drawn_from_the_standard_that_is_asked_for() {
        var page = ask(Asked.of("GET /method").query("s", town.standard.name()).header("accept", "text/html"));
        assertTrue(page.text().contains(town.standard.name()), page.text());
        assertEquals(200, ask(Asked.of("GET /method")).status());
        assertEquals(404, ask(Asked.of("GET /method").query("s", "NONE/1")).status());
        assertEquals(404, ask(Asked.of("GET /stars").query("d", "990199")).status());
        assertEquals(400, ask(Asked.of("GET /badges/{badge}").parameter("badge", QINGHE + ".svg").query("size", "huge")).status());
    }
}

package xingma.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.ADJUDICATOR;
import static xingma.evaluation.RatedTown.CHECKER;
import static xingma.evaluation.RatedTown.ORGANISER;
import static xingma.rate.RatingCounter.by;
import static xingma.rate.RatingCounter.code;
import static xingma.rate.RatingCounter.id;
import static xingma.rate.RatingCounter.json;
import static xingma.rate.RatingCounter.text;
import static xingma.rate.RatingCounter.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.http.Reply;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.RatedTown;
import xingma.evaluation.desk.OfficeMove.What;
import xingma.rate.told.Telling;
import xingma.territory.Duty;
import xingma.territory.Officer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunEvaluationsTest {
    private static final Officer ELSEWHERE = new Officer(
            "bai", "白", RatedTown.BINLAN, Set.of(Duty.ORGANISER, Duty.CHECKER, Duty.ADJUDICATOR));
    private static final Officer CITY = new Officer("yun", "云", RatedTown.CITY, Set.of(Duty.ORGANISER));
    private static final Officer HANDLER = new Officer("he", "何", RatedTown.QINGLAN, Set.of(Duty.HANDLER));

    private final RatingCounter counter = new RatingCounter();
    private final RatedTown town = counter.town;

    private static Map<String, Object> move(String what, Object... more) {
        var body = new HashMap<String, Object>(Map.of("move", what, "id", id()));
        for (var i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private Reply round(Officer officer, String round) {
        return counter.ask(by(officer, "GET /api/rounds/{round}").parameter("round", round));
    }

    // ---- a file ------------------------------------------------------------------------------------------------------

    @Test
    void a_round_goes_from_lots_to_a_published_star_by_two_people() {
        var id = town.applied(60, 40);
        assertEquals("awaiting-panel", json(round(ORGANISER, "2026-1")).at("/items/0/stage").asText());
        var drawn = json(counter.move(ORGANISER, id, move("draw")));
        assertEquals(3, drawn.at("/panel/seats").size());
        assertEquals(64, drawn.at("/draws/0/seed").asText().length());
        for (var expert : town.found(id).proceedings().panel().orElseThrow().experts()) {
            RatedTown.done(town.panel.declare(expert, id, "d" + expert));
            town.panel.save(expert, id, "A1", RatedTown.finding(57, 60), "a" + expert, 0);
            town.panel.save(expert, id, "B1", RatedTown.finding(36, 40), "b" + expert, 0);
            RatedTown.done(town.panel.handIn(expert, id, "i" + expert));
        }
        town.settled(id);
        RatedTown.done(town.seat.confirm(RatedTown.OWNER, id, "c"));
        var noticed = json(counter.move(ORGANISER, id, move("notice")));
        assertEquals("public-notice", noticed.get("stage").asText());
        assertEquals("notice.runs", noticed.at("/barred/propose/code").asText());
        assertEquals("409 notice.runs", code(counter.move(ORGANISER, id, move("propose"))));
        town.days(10);
        assertEquals("403 officer.duty", code(counter.move(ORGANISER, id, move("publish"))));
        var proposed = json(counter.move(ORGANISER, id, move("propose")));
        assertFalse(proposed.get("proposal").isNull());
        var published = json(counter.move(CHECKER, id, move("publish")));
        assertEquals("in-force", published.get("stage").asText());
        assertEquals(4, published.at("/star/stars").asInt());
        assertEquals("2028-11-29", published.at("/published/until").asText());
    }

    @Test
    void a_time_within_which_one_may_do_something_ends_and_is_never_late() {
        var id = town.applied(60, 40);
        town.scored(id, 57, 36);
        town.settled(id);
        RatedTown.done(town.seat.confirm(RatedTown.OWNER, id, "c"));
        counter.move(ORGANISER, id, move("notice"));
        assertEquals("notice", json(round(ORGANISER, "2026-1")).at("/items/0/due/which").asText());
        town.days(10);
        var row = json(round(ORGANISER, "2026-1")).at("/items/0/due");
        assertEquals("publish", row.get("which").asText());
        var clock = json(counter.file(ORGANISER, id)).at("/deadlines/0");
        assertEquals("notice", clock.get("which").asText());
        assertTrue(clock.get("over").asBoolean());
        assertFalse(clock.get("late").asBoolean());
        var publish = json(counter.file(ORGANISER, id)).at("/deadlines/1");
        assertEquals(publish.get("day"), row.get("day"));
        counter.move(ORGANISER, id, move("propose"));
        counter.move(CHECKER, id, move("publish"));
        assertEquals("appeal", json(round(ORGANISER, "2026-1")).at("/items/0/due/which").asText());
        town.days(200);
        assertTrue(json(round(ORGANISER, "2026-1")).at("/items/0/due").isNull());
    }

    @Test
    void no_mark_is_told_before_the_sheet_is_settled() {
        var id = town.applied(59, 39);
        for (var step : List.of("awaiting", "settling")) {
            if (step.equals("settling")) {
                town.scored(id, 53, 37);
            }
            var told = counter.file(ORGANISER, id).text();
            for (var secret : List.of("\"points\"", ":53", ":37", ":59", ":39", "5300", "3700", "5900", "\"stars\"", "不全")) {
                assertFalse(told.contains(secret), step + " " + secret);
            }
        }
        town.settled(id);
        assertEquals(53, json(counter.file(ORGANISER, id)).at("/settled/A1/points").asInt());
    }

    @Test
    void what_the_panel_talks_over_stays_with_it_until_it_is_settled() {
        var id = town.applied(60, 40);
        town.scored(id, 57, 36);
        var chair = town.found(id).proceedings().panel().orElseThrow().chair();
        RatedTown.done(town.panel.discuss(chair, id, "talk", "A1", "我给五十七分"));
        assertFalse(counter.file(ORGANISER, id).text().contains("五十七"));
        town.settled(id);
        assertTrue(counter.file(ORGANISER, id).text().contains("五十七"));
    }

    @Test
    void an_evaluation_of_another_district_and_none_at_all_are_answered_alike() {
        var id = town.applied(60, 40);
        var foreign = counter.file(ELSEWHERE, id);
        assertEquals("404 evaluation.unknown", code(foreign));
        assertEquals(foreign.text(), counter.file(ELSEWHERE, new EvaluationId(id.institution(), 9)).text());
        assertEquals(foreign.text(), counter.move(ELSEWHERE, id, move("draw")).text());
        assertEquals(
                foreign.text(),
                counter.ask(by(ELSEWHERE, "GET /api/evaluations/{evaluation}").parameter("evaluation", "x")).text());
        assertEquals(0, json(round(ELSEWHERE, "2026-1")).get("items").size());
        var asked = by(ELSEWHERE, "GET /api/rounds/{round}").parameter("round", "2026-1").query("district", "990102");
        assertEquals("404 district.unknown", code(counter.ask(asked)));
        assertEquals(200, counter.file(CITY, id).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/rounds",
                "POST /api/rounds",
                "GET /api/rounds/{round}",
                "GET /api/rounds/{round}/fairness",
                "GET /api/experts",
                "POST /api/experts",
                "GET /api/evaluations/{evaluation}",
                "POST /api/evaluations/{evaluation}/moves"
            })
    void a_handler_of_complaints_has_no_part_in_evaluations(String route) {
        var asked = by(HANDLER, route)
                .parameter("round", "2026-1")
                .parameter("evaluation", town.applied(60, 40).toString())
                .body("{}");
        assertEquals("403 officer.duty", code(counter.ask(asked)));
    }

    // ---- moves -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(What.class)
    void every_move_says_which_field_it_lacks_and_which_it_does_not_have(What what) {
        var id = town.applied(60, 40);
        var word = Telling.word(what);
        var extra = counter.move(ORGANISER, id, move(word, "plan", "p", "expert", "e", "objection", "o"));
        assertEquals("400 field.unknown", code(extra), word);
        var lawful = List.of("draw", "replace", "notice", "propose", "publish").contains(word);
        var lacking = counter.move(ORGANISER, id, move(word));
        assertEquals(!lawful, code(lacking).equals("400 field.missing"), code(lacking));
    }

    @Test
    void a_move_of_no_kind_and_a_choice_of_none_are_refused_by_name() {
        var id = town.published(60, 40);
        var none = counter.move(ORGANISER, id, move("raise"));
        assertEquals("400 move.unknown", code(none));
        assertEquals("move", json(none).get("field").asText());
        assertEquals("400 ground.unknown", code(counter.move(ORGANISER, id, move("suspend", "ground", "dislike", "record", "x"))));
        var suspended = json(counter.move(ORGANISER, id, move("suspend", "ground", "false-data", "record", "执法〔2026〕1号")));
        assertEquals("suspended", suspended.get("stage").asText());
        assertEquals(List.of("false-data"), texts(suspended.at("/published/grounds")));
    }

    @Test
    void a_move_sent_twice_is_done_once() {
        var id = town.applied(60, 40);
        var draw = move("draw");
        var first = counter.move(ORGANISER, id, draw);
        assertEquals(first.text(), counter.move(ORGANISER, id, draw).text());
        draw.put("move", "send-back");
        draw.put("words", "请补照片。");
        assertEquals("409 id.taken", code(counter.move(ORGANISER, id, draw)));
    }

    @Test
    void an_appeal_amends_only_with_marks_that_the_clause_knows_and_never_by_who_had_a_part() {
        var id = town.published(57, 34);
        RatedTown.done(town.seat.appeal(RatedTown.OWNER, id, "appeal", "B1应得满分"));
        var amended = move("decide-appeal", "ruling", "amended", "words", "查档属实", "marks", Map.of("B1", Map.of("points", 40.5)));
        assertEquals("422 points.notAChoice", code(counter.move(ADJUDICATOR, id, amended)));
        amended.put("marks", Map.of("B1", Map.of("points", 40)));
        var hadPart = new Officer("ou", "欧阳", RatedTown.QINGLAN, Set.of(Duty.ADJUDICATOR));
        assertEquals("403 officer.hadPart", code(counter.move(hadPart, id, amended)));
        assertEquals(
                List.of("stands", "amended", "rescored"), texts(json(counter.file(ADJUDICATOR, id)).get("rulings")));
        assertEquals(5, json(counter.move(ADJUDICATOR, id, amended)).at("/star/stars").asInt());
    }

    // ---- rounds and experts ------------------------------------------------------------------------------------------

    private static Map<String, Object> calling(String round, String territory, int revision) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("id", id()),
                Map.entry("round", round),
                Map.entry("name", "第二轮"),
                Map.entry("territory", territory),
                Map.entry("standard", "TEST"),
                Map.entry("edition", 1),
                Map.entry("kinds", List.of("medical-institution")),
                Map.entry("from", "2027-01-01"),
                Map.entry("until", "2027-06-30"),
                Map.entry("embargo", "2027-07-01T01:00:00Z"),
                Map.entry("revision", revision)));
    }

    private Reply call(Officer officer, Map<String, Object> body) {
        return counter.ask(by(officer, "POST /api/rounds").body(text(body)));
    }

    @Test
    void a_round_is_called_once_within_ones_own_territory() {
        var body = calling("2027-1", "990102", 0);
        assertEquals(1, json(call(ORGANISER, body)).get("revision").asInt());
        assertEquals(1, json(call(ORGANISER, body)).get("revision").asInt());
        body.put("name", "另一轮");
        assertEquals("409 round.overtaken", code(call(ORGANISER, body)));
        body.put("revision", 1);
        assertEquals(2, json(call(ORGANISER, body)).get("revision").asInt());
        assertEquals("403 officer.elsewhere", code(call(ORGANISER, calling("2027-2", "990100", 0))));
        assertEquals("403 officer.elsewhere", code(call(CITY, calling("2027-2", "990199", 0))));
        assertEquals("403 officer.duty", code(call(CHECKER, calling("2027-2", "990102", 0))));
        var list = json(counter.ask(by(ORGANISER, "GET /api/rounds")));
        assertEquals(List.of("2027-1", "2026-1"), list.get("items").findValuesAsText("round"));
        var elsewhere = json(counter.ask(by(ELSEWHERE, "GET /api/rounds")));
        assertEquals(List.of("2026-1"), elsewhere.get("items").findValuesAsText("round"));
        assertEquals("404 round.unknown", code(round(ELSEWHERE, "2027-1")));
        assertEquals(2, town.trail.of("ROUND 2027-1", 0).size());
    }

    @Test
    void what_a_round_cannot_be_is_refused_by_name() {
        for (var wrong : Map.of("round", (Object) "A 1", "until", "2026-01-01", "kinds", List.of(), "edition", 7).entrySet()) {
            var body = calling("2027-1", "990102", 0);
            body.put(wrong.getKey(), wrong.getValue());
            var field = wrong.getKey().equals("edition") ? "standard" : wrong.getKey();
            assertEquals(field, json(call(ORGANISER, body)).get("field").asText());
        }
    }

    @Test
    void the_city_keeps_the_list_of_experts_and_a_district_reads_it() {
        var body = new HashMap<String, Object>(Map.of(
                "id", id(), "expert", "g1", "name", "葛一", "side", "association",
                "ties", List.of(RatedTown.QINGHE.toString()), "available", true, "revision", 0));
        assertEquals("403 officer.elsewhere", code(counter.ask(by(ORGANISER, "POST /api/experts").body(text(body)))));
        var kept = json(counter.ask(by(CITY, "POST /api/experts").body(text(body))));
        assertEquals("g1", kept.get("expert").asText());
        assertEquals(9, json(counter.ask(by(ORGANISER, "GET /api/experts"))).get("items").size());
        body.put("side", "friends");
        assertEquals("400 side.unknown", code(counter.ask(by(CITY, "POST /api/experts").body(text(body)))));
        body.put("side", "association");
        body.put("available", "true");
        assertEquals("available", json(counter.ask(by(CITY, "POST /api/experts").body(text(body)))).get("field").asText());
    }

    @Test
    void an_expert_with_ties_is_never_drawn_and_the_draw_says_so() {
        var tied = Map.of(
                "id", id(), "expert", "e1", "name", "执一", "side", "enforcement",
                "ties", List.of(RatedTown.QINGHE.toString()), "available", true, "revision", 1);
        assertEquals(2, json(counter.ask(by(CITY, "POST /api/experts").body(text(tied)))).get("revision").asInt());
        var drawn = json(counter.move(ORGANISER, town.applied(60, 40), move("draw")));
        assertEquals("e1", drawn.at("/draws/0/excluded/0/expert").asText());
        assertEquals("tied", drawn.at("/draws/0/excluded/0/why").asText());
    }

    @Test
    void whoever_reads_the_file_can_draw_the_panel_again() throws NoSuchAlgorithmException {
        var drawn = json(counter.move(ORGANISER, town.applied(60, 40), move("draw"))).at("/draws/0");
        var sha256 = MessageDigest.getInstance("SHA-256");
        var lot = 0;
        var seats = new ArrayList<String>();
        for (var urn : drawn.get("urns")) {
            var experts = new ArrayList<>(ids(urn.get("experts")));
            for (var seat : ids(urn.get("drawn"))) {
                assertEquals(seat, experts.remove(lot(sha256, drawn, lot++, experts.size())));
                seats.add(seat);
            }
        }
        assertEquals(3, seats.size());
        assertEquals(drawn.get("chair").asText(), seats.get(lot(sha256, drawn, lot, seats.size())));
    }

    private static int lot(MessageDigest sha256, JsonNode draw, int k, int names) {
        var hash = sha256.digest((draw.get("seed").asText() + ":" + k).getBytes(StandardCharsets.US_ASCII));
        return new BigInteger(1, hash).mod(BigInteger.valueOf(names)).intValueExact();
    }

    private static List<String> ids(JsonNode people) {
        var ids = new ArrayList<String>();
        people.forEach(person -> ids.add(person.get("expert").asText()));
        return ids;
    }

    @Test
    void the_sheets_of_the_experts_are_told_with_what_became_of_them_once_it_is_settled() {
        var id = town.applied(60, 40);
        town.scored(id, 57, 36);
        var before = json(counter.file(ORGANISER, id));
        assertEquals(0, before.get("clauses").size());
        assertEquals(0, before.get("toSettle").asInt(-1));
        town.settled(id);
        var clause = json(counter.file(ORGANISER, id)).at("/clauses/0");
        assertEquals("A1", clause.get("clause").asText());
        assertEquals(57, clause.at("/settled/points").asInt());
        assertEquals(3, clause.get("marks").size());
        assertEquals(57, clause.at("/marks/2/points").asInt());
        assertFalse(clause.get("apart").asBoolean());
    }

    @Test
    void whoever_had_a_part_is_named_to_those_who_look_for_somebody_to_decide_an_appeal() {
        var id = town.published(60, 40);
        assertEquals(0, json(counter.file(ADJUDICATOR, id)).get("hadPart").size());
        RatedTown.done(town.seat.appeal(RatedTown.OWNER, id, "appeal", "请复核。"));
        var told = texts(json(counter.file(ADJUDICATOR, id)).get("hadPart"));
        var seats = town.found(id).proceedings().panel().orElseThrow().experts();
        assertEquals(seats.size() + 2, told.size(), told.toString());
        assertFalse(told.contains(ADJUDICATOR.id()), told.toString());
    }

    @Test
    void the_fairness_report_is_the_same_to_the_last_byte_and_tells_nothing_of_what_is_blind() {
        var id = town.applied(60, 40);
        town.scored(id, 57, 36);
        var asked = by(ORGANISER, "GET /api/rounds/{round}/fairness").parameter("round", "2026-1");
        assertEquals("", counter.ask(asked).text());
        town.settled(id);
        var report = counter.ask(asked);
        assertTrue(report.text().startsWith("standard,TEST/1\r\n"), report.text());
        assertTrue(report.text().contains("gap,A1,5.0000,1"), report.text());
        assertEquals(report.text(), counter.ask(asked).text());
        var screen = json(counter.ask(by(ORGANISER, asked.route()).parameter("round", "2026-1").header("accept", "application/json")));
        assertEquals("A1", screen.at("/items/0/gap/0/clause").asText());
        assertEquals("5.0000", screen.at("/items/0/gap/0/mean").asText());
        assertEquals(3, screen.at("/items/0/drift").size());
        assertEquals("403 officer.duty", code(counter.ask(by(CHECKER, asked.route()).parameter("round", "2026-1"))));
        assertEquals("", counter.ask(by(ELSEWHERE, asked.route()).parameter("round", "2026-1")).text());
    }
}

package xingma.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.rate.RatingCounter.code;
import static xingma.rate.RatingCounter.id;
import static xingma.rate.RatingCounter.institution;
import static xingma.rate.RatingCounter.json;
import static xingma.rate.RatingCounter.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.http.Asked;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.RatedTown;
import xingma.evaluation.desk.OfficeMove;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckYourselfTest {
    private final RatingCounter counter = new RatingCounter();
    private final RatedTown town = counter.town;

    private static String save(String mark, String more) {
        return "{\"change\":\"" + id() + "\",\"seen\":0," + mark + more + "}";
    }

    private static String save(String mark) {
        return save(mark, ",\"reason\":\"登记不全\"");
    }

    @Test
    void an_institution_begins_in_a_round_that_is_open_and_sees_its_file() {
        var rounds = json(counter.ask(institution("GET /api/own/rounds")));
        assertEquals(List.of("2026-1"), rounds.get("items").findValuesAsText("round"));
        var begun = counter.begin("2026-1");
        assertEquals(201, begun.status());
        var told = json(begun);
        assertEquals("self-checking", told.get("stage").asText());
        assertEquals("青岚区", told.at("/district/chinese").asText());
        assertEquals(RatedTown.TRUE, told.get("declaration").asText());
        assertEquals(List.of("A1", "B1"), told.get("standard").findValue("parts").findValuesAsText("side").isEmpty()
                ? List.of()
                : List.of(told.at("/standard/parts/0/chapters/0/clauses/0/code").asText(), told.at("/standard/parts/1/chapters/0/clauses/0/code").asText()));
        assertEquals(2, told.get("faults").size());
        assertFalse(told.at("/projection/rated").asBoolean());
        assertEquals("https://xm.yunting.example/stars/" + told.get("institution").asText(), told.at("/pages/star").asText());
        assertEquals(told.at("/pages/star").asText().replace("/stars/", "/badges/") + ".svg", told.at("/pages/badge").asText());
        assertEquals("409 evaluation.underWay", code(counter.begin("2026-1")));
        assertEquals("409 round.closed", code(counter.begin("2026-9")));
        var list = json(counter.ask(institution("GET /api/own/evaluations")));
        assertEquals(told.get("evaluation").asText(), list.at("/items/0/evaluation").asText());
    }

    @Test
    void beginning_twice_with_one_id_is_beginning_once() {
        var body = RatingCounter.text(Map.of("id", id(), "round", "2026-1"));
        var first = counter.ask(institution("POST /api/own/evaluations").body(body));
        var again = counter.ask(institution("POST /api/own/evaluations").body(body));
        assertEquals(first.text(), again.text());
    }

    @Test
    void every_saved_clause_says_what_the_sheet_is_worth_and_the_nearest_way_to_more() {
        var id = town.begun();
        assertEquals(200, counter.save(id, "A1", save("\"points\":57.25")).status());
        var told = json(counter.save(id, "B1", save("\"points\":34")));
        assertEquals("34", told.at("/clause/points").asText());
        assertEquals(4, told.at("/projection/stars").asInt());
        assertEquals("91.3", told.at("/projection/total/percent").asText());
        assertEquals("path", told.at("/path/kind").asText());
        assertEquals(5, told.at("/path/stars").asInt());
        assertEquals("B1", told.at("/path/mend/0/clause").asText());
        assertEquals("6", told.at("/path/mend/0/gain").asText());
        assertTrue(told.at("/projection/reckoning").size() > 5, told.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"points\":\"4\"|points|points.shape",
                "\"points\":1e400|points|points.shape",
                "\"points\":1e1|points|points.shape",
                "\"points\":4.999|points|points.shape",
                "\"points\":-1|points|points.shape",
                "\"points\":true|points|points.shape",
                "\"points\":[4]|points|points.shape",
                "\"points\":NaN||json.malformed",
                "\"points\":04||json.malformed",
                "\"points\":null|points|mark.missing",
                "\"notApplicable\":null|points|mark.missing",
                "\"points\":4,\"points\":4|points|field.twice",
                "\"points\":4,\"notApplicable\":\"没有开展\"|notApplicable|mark.both",
                "\"points\":4,\"stars\":5|stars|field.unknown",
            })
    void what_is_no_number_of_points_is_refused_by_name(String mark, String field, String code) {
        var reply = counter.save(town.begun(), "A1", save(mark));
        assertEquals("400 " + code, code(reply));
        assertEquals(Optional.ofNullable(field), Optional.ofNullable(json(reply).get("field")).map(f -> f.asText()));
        assertTrue(json(reply).get("detail").asText().matches(".*\\p{IsHan}.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"4\"", "4.5", "null", "true", "1e400"})
    void an_edition_that_is_no_whole_number_is_refused_by_name(String seen) {
        var body = "{\"change\":\"" + id() + "\",\"points\":4,\"seen\":" + seen + "}";
        assertEquals("seen", json(counter.save(town.begun(), "A1", body)).get("field").asText());
        var missing = "{\"change\":\"" + id() + "\",\"points\":4}";
        assertEquals("seen", json(counter.save(town.begun(), "A1", missing)).path("field").asText("seen"));
    }

    @Test
    void points_travel_exactly() {
        var id = town.begun();
        for (var written : List.of("0.1", "0.07", "59.99", "12.5", "60")) {
            var edition = json(counter.own(id)).at("/sheet/clauses/A1/edition").asInt();
            var body = "{\"change\":\"" + id() + "\",\"seen\":" + edition + ",\"points\":" + written + "}";
            assertTrue(counter.save(id, "A1", body).text().contains("\"points\":" + written + ","), written);
        }
    }

    @Test
    void a_mark_that_the_clause_does_not_know_and_a_clause_that_is_not_asked_are_refused() {
        var id = town.begun();
        var tooMuch = counter.save(id, "A1", save("\"points\":60.5"));
        assertEquals("422 points.notAChoice", code(tooMuch));
        assertEquals("points", json(tooMuch).get("field").asText());
        assertEquals("422 reference.unknown", code(counter.save(id, "Z9", save("\"points\":1"))));
        var neverSeen = "{\"change\":\"" + id() + "\",\"seen\":3,\"points\":4}";
        assertEquals("422 seen.unknown", code(counter.save(id, "A1", neverSeen)));
    }

    @Test
    void what_another_device_saved_is_not_written_over() {
        var id = town.begun();
        counter.save(id, "A1", save("\"points\":50"));
        assertEquals("409 sheet.overtaken", code(counter.save(id, "A1", save("\"points\":40"))));
        assertEquals(50, json(counter.own(id)).at("/sheet/clauses/A1/points").asInt());
    }

    @Test
    void a_sheet_with_gaps_is_not_applied_with_and_the_gap_is_named() {
        var id = town.begun();
        counter.save(id, "A1", save("\"points\":60"));
        var declaration = Map.of("id", id(), "declaration", RatedTown.TRUE, "signatory", "乔鹤广");
        var refused = counter.step(id, "apply", declaration);
        assertEquals("422 sheet.faulty", code(refused));
        assertEquals("sheet.B1", json(refused).get("field").asText());
        counter.save(id, "B1", save("\"points\":40"));
        assertEquals(
                "422 declaration.changed",
                code(counter.step(id, "apply", Map.of("id", id(), "declaration", "大概真实", "signatory", "乔鹤广"))));
        var applied = json(counter.step(id, "apply", declaration));
        assertEquals("awaiting-panel", applied.get("stage").asText());
        assertEquals("draw", applied.at("/deadlines/0/which").asText());
        assertEquals("2026-12-04", applied.at("/deadlines/0/day").asText());
    }

    @Test
    void nothing_of_panel_marks_and_star_is_told_before_the_factual_check() {
        var id = town.applied(60, 40);
        town.scored(id, 57, 36);
        var told = json(counter.own(id));
        assertEquals("settling", told.get("stage").asText());
        assertTrue(told.get("settled").isNull());
        assertTrue(told.get("star").isNull());
        assertEquals(0, told.get("guidance").size());
        for (var expert : town.found(id).proceedings().panel().orElseThrow().experts()) {
            assertFalse(counter.own(id).text().contains("\"" + expert + "\""), expert);
        }
        town.settled(id);
        var open = json(counter.own(id));
        assertEquals(57, open.at("/settled/A1/points").asInt());
        assertEquals(4, open.at("/star/stars").asInt());
        assertEquals("不全", open.at("/guidance/A1/0/reason").asText());
        assertEquals(1, open.at("/guidance/A1").size(), "what three said alike is said once");
        assertTrue(texts(open.get("may")).containsAll(List.of("question", "confirm", "cancel", "plan")));
        assertEquals("path", open.at("/path/kind").asText());
    }

    @Test
    void an_institution_questions_confirms_appeals_and_replies_in_its_time() {
        var id = town.applied(60, 40);
        town.scored(id, 57, 34);
        town.settled(id);
        var asked = json(counter.step(id, "question", Map.of("id", id(), "clause", "B1", "words", "随访记录在二楼。")));
        assertEquals("B1", asked.at("/questions/0/clause").asText());
        assertTrue(asked.at("/questions/0/answer").isNull());
        var chair = town.found(id).proceedings().panel().orElseThrow().chair();
        var question = town.found(id).proceedings().openQuestions().getFirst().id();
        counter.panelStep(chair, id, "explain", Map.of("id", id(), "question", question, "words", "已补看。", "points", 36));
        var answered = json(counter.own(id));
        assertEquals(36, answered.at("/questions/0/answer/mark/points").asInt());
        assertEquals(36, answered.at("/settled/B1/points").asInt());
        town.noticed(id);
        town.published(id);
        assertEquals("in-force", json(counter.own(id)).get("stage").asText());
        var replied = json(counter.step(id, "reply", Map.of("id", id(), "words", "我们已补齐。")));
        assertEquals("我们已补齐。", replied.at("/reply/waiting").asText());
        assertEquals("409 proposal.waits", code(counter.step(id, "reply", Map.of("id", id(), "words", "再说一句。"))));
        assertEquals("under-appeal", json(counter.step(id, "appeal", Map.of("id", id(), "words", "请复核。"))).get("stage").asText());
        assertEquals("409 evaluation.stage", code(counter.step(id, "apply", Map.of("id", id(), "declaration", RatedTown.TRUE, "signatory", "乔"))));
    }

    @Test
    void mending_is_planned_and_proved() {
        var id = town.begun();
        var planned = json(counter.step(id, "plan", Map.of("id", id(), "clause", "B1", "words", "补做演练。", "due", "2026-12-10")));
        var plan = planned.at("/plans/0/id").asText();
        assertEquals("2026-12-10", planned.at("/plans/0/due").asText());
        var proved = json(counter.step(id, "prove", Map.of("id", id(), "plan", plan, "words", "演练照片。")));
        assertEquals("演练照片。", proved.at("/plans/0/proofs/0/words").asText());
        assertEquals("422 reference.unknown", code(counter.step(id, "prove", Map.of("id", id(), "plan", "x", "words", "照片"))));
        assertEquals("409 time.over", code(counter.step(id, "plan", Map.of("id", id(), "clause", "B1", "words", "早了。", "due", "2026-11-01"))));
        assertEquals("400 field.malformed", code(counter.step(id, "plan", Map.of("id", id(), "clause", "B1", "words", "x", "due", "12月"))));
    }

    @Test
    void against_a_withdrawal_it_may_appeal_in_time_and_before_it_begins_anew() {
        var id = withdrawn();
        assertEquals("withdrawal-appeal", told(id).at("/deadlines/0/which").asText());
        assertTrue(texts(told(id).get("may")).contains("appeal"));
        assertEquals(200, counter.step(id, "appeal", Map.of("id", id(), "words", "台账是真的")).status());
        assertEquals("under-appeal", told(id).get("stage").asText());
    }

    @Test
    void a_withdrawal_that_was_taken_or_whose_time_is_over_is_not_appealed_against() {
        var id = withdrawn();
        var ask = RatingCounter.text(Map.of("id", id(), "round", "2026-1"));
        assertEquals(201, counter.ask(institution("POST /api/own/evaluations").body(ask)).status());
        assertFalse(texts(told(id).get("may")).contains("appeal"));
        assertEquals("409 evaluation.underWay", code(counter.step(id, "appeal", Map.of("id", id(), "words", "台账是真的"))));
        town.days(60);
        var clock = told(id).at("/deadlines/0");
        assertTrue(clock.get("over").asBoolean());
        assertFalse(clock.get("late").asBoolean());
    }

    private JsonNode told(EvaluationId id) {
        return json(counter.own(id));
    }

    private EvaluationId withdrawn() {
        var id = town.published(57, 36);
        RatedTown.done(town.office.move(RatedTown.ORGANISER, id, new OfficeMove.ProposeWithdrawal("p", Ground.FALSE_DATA, "造假")));
        RatedTown.done(town.office.move(RatedTown.CHECKER, id, new OfficeMove.Withdraw("w", "造假")));
        return id;
    }

    @Test
    void another_institutions_evaluation_is_not_there() {
        var id = town.begun();
        var other = "f".repeat(20);
        for (var route : List.of(
                "GET /api/own/evaluations/{evaluation}",
                "PUT /api/own/evaluations/{evaluation}/sheet/{clause}",
                "POST /api/own/evaluations/{evaluation}/{step}")) {
            var asked = Asked.of(route)
                    .claim("sub", "x")
                    .claim("xingma_institution", other)
                    .parameter("clause", "A1")
                    .parameter("step", "confirm")
                    .body(route.startsWith("PUT") ? save("\"points\":4") : RatingCounter.text(Map.of("id", id())));
            var foreign = counter.ask(asked.parameter("evaluation", id.toString()));
            assertEquals("404 evaluation.unknown", code(foreign));
            assertEquals(foreign.text(), counter.ask(asked.parameter("evaluation", other + "-1")).text());
            assertEquals(foreign.text(), counter.ask(asked.parameter("evaluation", "x")).text());
        }
        assertEquals("404 step.unknown", code(counter.step(id, "publish", Map.of("id", id()))));
    }

    @Test
    void an_officers_token_is_no_institutions() {
        assertEquals(
                "403 institution.unknown",
                code(counter.ask(RatingCounter.by(RatedTown.ORGANISER, "GET /api/own/evaluations"))));
        assertEquals("403 officer.unknown", code(counter.ask(institution("GET /api/rounds"))));
        assertEquals("403 officer.unknown", code(counter.ask(institution("GET /api/panels"))));
    }

    @Test
    void what_an_id_must_be_is_said() {
        EvaluationId id = town.begun();
        var refused = counter.step(id, "confirm", Map.of("id", "1"));
        assertEquals("400 id.shape", code(refused));
        assertEquals("id", json(refused).get("field").asText());
    }
}

package xingma.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.rate.RatingCounter.code;
import static xingma.rate.RatingCounter.expert;
import static xingma.rate.RatingCounter.id;
import static xingma.rate.RatingCounter.json;
import static xingma.rate.RatingCounter.queued;
import static xingma.rate.RatingCounter.texts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Panel;
import xingma.evaluation.RatedTown;
import xingma.evaluation.desk.OfficeMove;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoreInstitutionTest {
    private final RatingCounter counter = new RatingCounter();
    private final RatedTown town = counter.town;
    private EvaluationId id;
    private Panel panel;

    @BeforeEach
    void a_panel_is_drawn() {
        id = town.applied(60, 40);
        panel = RatedTown.done(town.office.move(RatedTown.ORGANISER, id, new OfficeMove.DrawPanel(id())))
                .proceedings()
                .panel()
                .orElseThrow();
    }

    private String first() {
        return panel.experts().getFirst();
    }

    /** Scores and hands in, the first expert with so many points at A1, each next one with so many fewer. */
    private void allIn(int a, int fewer) {
        var points = a;
        for (var expert : panel.experts()) {
            counter.panelStep(expert, id, "declare", Map.of("id", id()));
            counter.queue(expert, id, List.of(queued("A1", 0, points, "台账不全" + points), queued("B1", 0, 40, "")));
            assertEquals(200, counter.panelStep(expert, id, "hand-in", Map.of("id", id())).status());
            points -= fewer;
        }
    }

    @Test
    void before_interest_is_declared_away_nothing_of_the_file_is_told() {
        var told = json(counter.panel(first(), id));
        assertFalse(told.get("declared").asBoolean());
        assertTrue(told.get("selfCheck").isNull());
        assertTrue(told.get("sheet").isNull());
        assertEquals(List.of("declare", "step-down"), texts(told.get("may")));
        var refused = counter.queue(first(), id, List.of(queued("A1", 0, 60, "")));
        assertEquals("interest.notDeclared", json(refused).at("/items/0/code").asText());
        var declared = json(counter.panelStep(first(), id, "declare", Map.of("id", id())));
        assertEquals(60, declared.at("/selfCheck/A1/points").asInt());
        assertEquals(0, declared.at("/sheet/clauses").size());
    }

    @Test
    void a_panel_is_there_for_those_who_sit_on_it() {
        var off = town.experts.all().stream()
                .map(l -> l.expert().id())
                .filter(e -> panel.seat(e).isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals(1, json(counter.ask(expert(first(), "GET /api/panels"))).get("items").size());
        assertEquals(0, json(counter.ask(expert(off, "GET /api/panels"))).get("items").size());
        assertEquals("404 evaluation.unknown", code(counter.panel(off, id)));
        assertEquals("404 evaluation.unknown", code(counter.queue(off, id, List.of(queued("A1", 0, 60, "")))));
        assertEquals("404 evaluation.unknown", code(counter.panelStep(off, id, "declare", Map.of("id", id()))));
        assertEquals(
                "403 officer.duty",
                code(counter.ask(RatingCounter.by(RatedTown.ORGANISER, "GET /api/panels"))));
    }

    @Test
    void a_queue_is_answered_save_by_save_and_may_be_sent_again() {
        counter.panelStep(first(), id, "declare", Map.of("id", id()));
        var saves = List.of(
                queued("A1", 0, 57, "台账不全"), queued("Z9", 0, 1, ""), queued("B1", 0, 41, ""), queued("B1", 0, 40, ""));
        var told = json(counter.queue(first(), id, saves));
        assertEquals(List.of("saved", "refused", "refused", "saved"), told.get("items").findValuesAsText("result"));
        assertEquals(List.of("reference.unknown", "points.notAChoice"), told.get("items").findValuesAsText("code"));
        var again = json(counter.queue(first(), id, saves));
        assertEquals(told, again);
        var other = json(counter.queue(first(), id, List.of(queued("A1", 0, 30, "别的平板"))));
        assertEquals("overtaken", other.at("/items/0/result").asText());
        assertEquals(57, other.at("/items/0/now/points").asInt());
    }

    @Test
    void a_queue_with_a_save_that_is_not_well_formed_is_refused_by_its_place() {
        counter.panelStep(first(), id, "declare", Map.of("id", id()));
        var body = "{\"id\":\"" + id() + "\",\"saves\":[{\"clause\":\"A1\",\"change\":\"" + id()
                + "\",\"seen\":0,\"points\":60},{\"clause\":\"B1\",\"change\":\"" + id() + "\",\"seen\":0,\"points\":\"4\"}]}";
        var refused = counter.ask(expert(first(), "POST /api/panels/{evaluation}/sheet")
                .parameter("evaluation", id.toString())
                .body(body));
        assertEquals("400 points.shape", code(refused));
        assertEquals("saves[1].points", json(refused).get("field").asText());
        assertEquals(0, json(counter.panel(first(), id)).at("/sheet/clauses").size());
    }

    @Test
    void nothing_of_a_queue_is_saved_when_one_save_in_it_cannot_be_told_from_others() {
        counter.panelStep(first(), id, "declare", Map.of("id", id()));
        var nameless = new HashMap<>(queued("B1", 0, 40, ""));
        nameless.put("change", "not an id");
        var refused = counter.queue(first(), id, List.of(queued("A1", 0, 57, "台账不全"), nameless));
        assertEquals("400", code(refused).substring(0, 3));
        assertEquals("saves[1].change", json(refused).get("field").asText());
        assertEquals(0, json(counter.panel(first(), id)).at("/sheet/clauses").size());
    }

    @Test
    void nobody_reads_anothers_marks_or_the_star_before_every_sheet_is_in() {
        var experts = panel.experts();
        for (var expert : experts.subList(0, 2)) {
            counter.panelStep(expert, id, "declare", Map.of("id", id()));
            counter.queue(expert, id, List.of(queued("A1", 0, 43, "秘密理由" + expert), queued("B1", 0, 40, "")));
            counter.panelStep(expert, id, "hand-in", Map.of("id", id()));
        }
        var last = experts.get(2);
        counter.panelStep(last, id, "declare", Map.of("id", id()));
        var told = counter.panel(last, id).text();
        assertFalse(told.contains("秘密理由"));
        assertFalse(told.contains("43"));
        assertFalse(told.contains("\"stars\":4,\"words\""));
        assertTrue(json(counter.panel(last, id)).get("settling").isNull());
        assertFalse(counter.panel(experts.get(0), id).text().contains("秘密理由" + experts.get(1)));
    }

    @Test
    void once_all_are_in_spreads_stand_under_letters_and_no_name() {
        allIn(60, 20);
        var told = json(counter.panel(first(), id));
        assertEquals("settling", told.get("stage").asText());
        var marks = told.at("/settling/spreads/0/marks");
        assertEquals(List.of("A", "B", "C"), marks.findValuesAsText("letter"));
        assertEquals(Set.of("20", "40", "60"), new TreeSet<>(marks.findValuesAsText("points")));
        assertEquals(40, told.at("/settling/agreed/B1/points").asInt());
        for (var expert : panel.experts()) {
            assertFalse(counter.panel(first(), id).text().contains("\"" + expert + "\""), expert);
        }
        assertFalse(told.has("star"));
        var letter = told.at("/settling/you").asText();
        var said = json(counter.panelStep(first(), id, "discuss", Map.of("id", id(), "clause", "A1", "words", "再看台账。")));
        assertEquals(letter, said.at("/settling/discussion/0/letter").asText());
    }

    @Test
    void the_chair_settles_every_open_clause_and_answers_questions() {
        allIn(60, 20);
        var ruling = Map.of("id", id(), "rulings", Map.of("A1", Map.of("points", 54, "reason", "补看台账")));
        var other = panel.experts().stream().filter(e -> !e.equals(panel.chair())).findFirst().orElseThrow();
        assertEquals("403 panel.notChair", code(counter.panelStep(other, id, "settle", ruling)));
        assertEquals(
                "422 rulings.clauses",
                code(counter.panelStep(panel.chair(), id, "settle", Map.of("id", id(), "rulings", Map.of()))));
        var withoutMark = Map.of("id", id(), "rulings", Map.of("A1", Map.of("reason", "补看台账")));
        var refused = counter.panelStep(panel.chair(), id, "settle", withoutMark);
        assertEquals("400 mark.missing", code(refused));
        assertEquals("rulings.A1.points", json(refused).get("field").asText());
        var settled = json(counter.panelStep(panel.chair(), id, "settle", ruling));
        assertEquals("fact-check", settled.get("stage").asText());
        assertEquals(54, settled.at("/settled/A1/points").asInt());
        assertFalse(settled.has("star"));
    }

    @Test
    void who_steps_down_leaves_the_file() {
        var told = json(counter.panelStep(first(), id, "step-down", Map.of("id", id(), "words", "曾在这里任职。")));
        assertTrue(told.get("left").asBoolean());
        assertEquals("404 evaluation.unknown", code(counter.panel(first(), id)));
    }

    @Test
    void a_sheet_with_gaps_is_not_handed_in() {
        counter.panelStep(first(), id, "declare", Map.of("id", id()));
        counter.queue(first(), id, List.of(queued("A1", 0, 50, ""), queued("B1", 0, 40, "")));
        var refused = counter.panelStep(first(), id, "hand-in", Map.of("id", id()));
        assertEquals("422 sheet.faulty", code(refused));
        assertEquals("sheet.A1", json(refused).get("field").asText());
        assertEquals("reason.missing", json(counter.panel(first(), id)).at("/faults/0/code").asText());
    }
}

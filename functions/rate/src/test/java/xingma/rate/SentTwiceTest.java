package xingma.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.CHECKER;
import static xingma.evaluation.RatedTown.ORGANISER;
import static xingma.evaluation.RatedTown.QINGHE;
import static xingma.rate.RatingCounter.expert;
import static xingma.rate.RatingCounter.id;
import static xingma.rate.RatingCounter.institution;
import static xingma.rate.RatingCounter.json;
import static xingma.rate.RatingCounter.queued;
import static xingma.rate.RatingCounter.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.audit.Verification;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Proceeding;
import xingma.evaluation.RatedTown;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.Step;
import xingma.territory.Officer;

/**
 * A whole round over the real stores, in which every answer to a write is lost: each step is asked for once, nobody hears
 * that it was done, and it is asked for twice more, the very same. It is done once.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SentTwiceTest extends OverTheStores {
    private Reply sent(Asked asked) {
        var lost = tables.lostAnswers();
        tables.loseAnswers();
        var first = counter.ask(asked);
        tables.answerAgain();
        assertEquals(503, first.status(), first.text());
        assertTrue(tables.lostAnswers() > lost, "the step was written, and nobody heard");
        var second = counter.ask(asked);
        assertTrue(second.status() < 300, second.text());
        assertEquals(second.text(), counter.ask(asked).text());
        return second;
    }

    private void step(EvaluationId id, String step, Map<String, ?> body) {
        sent(institution("POST /api/own/evaluations/{evaluation}/{step}")
                .parameter("evaluation", id.toString())
                .parameter("step", step)
                .body(text(body)));
    }

    private void panelStep(String expert, EvaluationId id, String step, Map<String, ?> body) {
        sent(expert(expert, "POST /api/panels/{evaluation}/{step}")
                .parameter("evaluation", id.toString())
                .parameter("step", step)
                .body(text(body)));
    }

    private void save(EvaluationId id, String clause, int points) {
        var body = Map.of("change", id(), "seen", 0, "points", points, "reason", "登记不全");
        sent(institution("PUT /api/own/evaluations/{evaluation}/sheet/{clause}")
                .parameter("evaluation", id.toString())
                .parameter("clause", clause)
                .body(text(body)));
    }

    private void move(Officer officer, EvaluationId id, String move) {
        sent(RatingCounter.by(officer, "POST /api/evaluations/{evaluation}/moves")
                .parameter("evaluation", id.toString())
                .body(text(Map.of("move", move, "id", id()))));
    }

    @Test
    void every_step_of_a_round_whose_answer_was_lost_is_done_once() {
        var begun = sent(institution("POST /api/own/evaluations").body(text(Map.of("id", id(), "round", "2026-1"))));
        var id = EvaluationId.of(json(begun).get("evaluation").asText());
        save(id, "A1", 57);
        save(id, "B1", 36);
        step(id, "apply", Map.of("id", id(), "declaration", RatedTown.TRUE, "signatory", "乔鹤广"));
        move(ORGANISER, id, "draw");
        var panel = town.found(id).proceedings().panel().orElseThrow();
        for (var expert : panel.experts()) {
            panelStep(expert, id, "declare", Map.of("id", id()));
            for (var queued : List.of(queued("A1", 0, 57, "台账不全"), queued("B1", 0, 36, "随访不全"))) {
                sent(expert(expert, "POST /api/panels/{evaluation}/sheet")
                        .parameter("evaluation", id.toString())
                        .body(text(Map.of("id", id(), "saves", List.of(queued)))));
            }
            panelStep(expert, id, "hand-in", Map.of("id", id()));
        }
        panelStep(panel.chair(), id, "settle", Map.of("id", id(), "rulings", Map.of()));
        step(id, "confirm", Map.of("id", id()));
        move(ORGANISER, id, "notice");
        town.days(10);
        move(ORGANISER, id, "propose");
        move(CHECKER, id, "publish");

        var file = town.found(id).proceedings();
        assertEquals(
                List.of(
                        "Begun", "Applied", "Drawn", "Declared", "HandedIn", "Declared", "HandedIn", "Declared", "HandedIn",
                        "Settled", "Confirmed", "Noticed", "Proposed", "Published"),
                file.all().stream().map(p -> p.getClass().getSimpleName()).toList());
        assertEquals(file.revision(), town.trail.of(Step.subject(id), 0).size());
        assertEquals(List.of(), new Verification(town.trail).run(town.now).faults());
        for (var expert : panel.experts()) {
            var sheet = town.evaluations.sheet(RatedTown.QINGLAN, id, new Writer.Assessor(expert));
            assertEquals(3, sheet.orElseThrow().revision(), "two saves and the handing in");
        }
        var card = town.cards.find(QINGHE).orElseThrow();
        assertEquals(Optional.of(4), card.stars());
        assertEquals(2, card.version(), "it said that a star is awaited, and then the star");
        assertEquals(1, file.all(Proceeding.Published.class).count());
    }
}

package xingma.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.CHECKER;
import static xingma.evaluation.RatedTown.ORGANISER;
import static xingma.evaluation.RatedTown.QINGHE;
import static xingma.evaluation.RatedTown.QINGLAN;
import static xingma.rate.RatingCounter.code;
import static xingma.rate.RatingCounter.id;
import static xingma.rate.RatingCounter.json;
import static xingma.rate.RatingCounter.queued;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.http.Asked;
import xingma.evaluation.Draw;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Panel;
import xingma.evaluation.Proceeding;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.rating.Editions;
import xingma.rating.Mark;
import xingma.rating.Points;
import xingma.rating.Simulation;
import xingma.rating.Some;
import xingma.rating.Standard;

/** What happens in the middle of an evaluation: somebody steps down, or another standard comes in force. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MidwayTest extends OverTheStores {
    private Panel panel(EvaluationId id) {
        return town.found(id).proceedings().panel().orElseThrow();
    }

    private EvaluationId drawn() {
        var id = town.applied(60, 40);
        move(id, Map.of("move", "draw", "id", id()));
        return id;
    }

    private void move(EvaluationId id, Map<String, ?> move) {
        var reply = counter.move(ORGANISER, id, move);
        assertEquals(200, reply.status(), reply.text());
    }

    private void handedIn(String expert, EvaluationId id, int a, int b) {
        counter.panelStep(expert, id, "declare", Map.of("id", id()));
        counter.queue(expert, id, List.of(queued("A1", 0, a, "理由" + expert), queued("B1", 0, b, "理由" + expert)));
        var reply = counter.panelStep(expert, id, "hand-in", Map.of("id", id()));
        assertEquals(200, reply.status(), reply.text());
    }

    // ---- an expert steps down ------------------------------------------------------------------------------------------

    @Test
    void who_is_taken_off_midway_leaves_a_sheet_that_does_not_count_and_a_seat_that_is_drawn_by_lot() {
        var id = drawn();
        var before = panel(id);
        var gone = before.experts().getFirst();
        var stays = before.experts().get(1);
        handedIn(gone, id, 12, 7);
        handedIn(stays, id, 57, 36);

        move(id, Map.of("move", "recuse", "id", id(), "expert", gone, "words", "与机构有往来"));
        move(id, Map.of("move", "replace", "id", id()));

        var file = town.found(id).proceedings();
        assertEquals(Set.of(stays), file.handedIn().keySet());
        var kept = town.evaluations.sheet(QINGLAN, id, new Writer.Assessor(gone)).orElseThrow();
        assertEquals(Optional.of(new Mark.Scored(Points.of(12))), kept.marks().at("A1"), "the sheet is kept");
        var replaced = file.last(Proceeding.Replaced.class).orElseThrow();
        var substitute = replaced.seat().expert();
        assertFalse(before.experts().contains(substitute));
        assertEquals(before.seat(gone).orElseThrow().side(), replaced.seat().side());
        assertEquals(Optional.of(replaced.seat()), replaced.draw().oneMore(replaced.seat().side()), "by a lot to be drawn again");
        assertEquals(Draw.Exclusion.RECUSED, replaced.draw().excluded().get(gone));

        assertEquals("404 evaluation.unknown", code(counter.panel(gone, id)));
        assertEquals("404 evaluation.unknown", code(counter.queue(gone, id, List.of(queued("A1", 1, 60, "")))));

        var blank = json(counter.panelStep(substitute, id, "declare", Map.of("id", id())));
        assertEquals(0, blank.at("/sheet/clauses").size());
        for (var secret : List.of('"' + gone + '"', '"' + stays + '"', "理由", ":57", ":12")) {
            assertFalse(counter.panel(substitute, id).text().contains(secret), secret);
        }

        handedIn(substitute, id, 57, 36);
        handedIn(before.experts().get(2), id, 57, 36);
        var settled = json(counter.panelStep(panel(id).chair(), id, "settle", Map.of("id", id(), "rulings", Map.of())));
        assertEquals(57, settled.at("/settled/A1/points").asInt(), "nothing of 12 points is left in it");
        assertEquals(36, settled.at("/settled/B1/points").asInt());
    }

    @Test
    void who_steps_down_while_the_panel_talks_makes_it_blind_again() {
        var id = drawn();
        var experts = panel(id).experts();
        for (var expert : experts) {
            handedIn(expert, id, expert.equals(experts.getFirst()) ? 20 : 57, 36);
        }
        var gone = experts.getFirst();
        var stays = experts.get(1);
        assertEquals(1, json(counter.panel(stays, id)).at("/settling/spreads").size());

        counter.panelStep(gone, id, "step-down", Map.of("id", id(), "words", "刚得知亲属在此任职"));

        var told = json(counter.panel(stays, id));
        assertEquals("scoring", told.get("stage").asText());
        assertTrue(told.get("settling").isNull());
        assertFalse(counter.panel(stays, id).text().contains("理由" + experts.get(2)));

        move(id, Map.of("move", "replace", "id", id()));
        var seats = new HashSet<>(panel(id).experts());
        seats.removeAll(experts);
        handedIn(seats.iterator().next(), id, 57, 36);
        var settling = json(counter.panel(stays, id));
        assertEquals(0, settling.at("/settling/spreads").size(), "who differed is gone, and so is what differed");
        assertEquals(57, settling.at("/settling/agreed/A1/points").asInt());
    }

    @Test
    void a_chair_that_steps_down_is_followed_by_another() {
        var id = drawn();
        var chair = panel(id).chair();
        counter.panelStep(chair, id, "step-down", Map.of("id", id(), "words", "与机构有往来"));
        assertNotEquals(chair, panel(id).chair());
        assertTrue(panel(id).experts().contains(panel(id).chair()));
    }

    // ---- another standard ----------------------------------------------------------------------------------------------

    /** The second edition asks for less, gives fewer points, and asks for all of them. */
    private static Standard second() {
        var s = Some.standard(2, Some.RULES, Some.ratio("A1", 30), Some.ratio("C1", 70));
        return new Standard(
                s.id(), s.edition(), s.status(), s.title(), s.notice(), s.date(), s.source(), s.parts(),
                List.of(new Standard.Threshold(5, 100, 100), new Standard.Threshold(1, 99, 99)), s.rules());
    }

    /** As a city does it: drafted, put to comments, tried, put to all earlier sheets, and in force. */
    private void anotherEditionComesInForce() {
        var drafted = done(town.editions.draft(second()));
        var commented = done(drafted.move(2, Standard.Status.COMMENT));
        var tried = done(commented.move(2, Standard.Status.TRIAL));
        var simulation = Simulation.of(tried.edition(2).orElseThrow(), List.of(), Some.DAY);
        town.editions = done(tried.putInForce(2, simulation));
        assertEquals(Optional.of(2), town.editions.inForce().map(Standard::edition));
    }

    private static Editions done(Editions.Outcome outcome) {
        if (outcome instanceof Editions.Outcome.Done(var editions)) {
            return editions;
        }
        throw new AssertionError(outcome);
    }

    @Test
    void an_evaluation_stays_with_its_edition_whatever_comes_in_force_meanwhile() {
        var id = drawn();
        anotherEditionComesInForce();

        var form = json(counter.panelStep(panel(id).experts().getFirst(), id, "declare", Map.of("id", id())));
        assertEquals(1, form.at("/standard/edition").asInt());
        assertEquals(60, form.at("/selfCheck/A1/points").asInt());
        for (var expert : panel(id).experts()) {
            handedIn(expert, id, 57, 36);
        }
        var star = json(counter.panelStep(panel(id).chair(), id, "settle", Map.of("id", id(), "rulings", Map.of())));
        assertEquals(57, star.at("/settled/A1/points").asInt());
        counter.step(id, "confirm", Map.of("id", id()));
        move(id, Map.of("move", "notice", "id", id()));
        town.days(10);
        move(id, Map.of("move", "propose", "id", id()));
        var published = json(counter.move(CHECKER, id, Map.of("move", "publish", "id", id())));
        assertEquals(4, published.at("/star/stars").asInt(), "by the first edition; the second would give none");

        var told = json(counter.ask(Asked.of("GET /stars/{institution}")
                .parameter("institution", QINGHE.toString())
                .header("accept", "application/json")));
        assertEquals("TEST/1", told.get("standard").asText());
        assertEquals(4, told.get("stars").asInt());
        var clauses = new ArrayList<String>();
        told.at("/why/sheet").fieldNames().forEachRemaining(clauses::add);
        assertEquals(List.of("A1", "B1"), clauses);
    }
}

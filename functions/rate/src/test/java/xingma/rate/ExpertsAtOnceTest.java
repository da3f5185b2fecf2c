package xingma.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.ORGANISER;
import static xingma.evaluation.RatedTown.QINGLAN;
import static xingma.rate.RatingCounter.code;
import static xingma.rate.RatingCounter.id;
import static xingma.rate.RatingCounter.json;
import static xingma.rate.RatingCounter.queued;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.audit.Verification;
import xingma.aws.http.Reply;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Proceeding;
import xingma.evaluation.RatedTown;
import xingma.evaluation.ReadySteps;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.Stage;
import xingma.evaluation.Step;
import xingma.evaluation.desk.OfficeMove;
import xingma.rating.Mark;
import xingma.rating.Points;

/** Every expert of several panels at once, each with two tablets that send the same, over the real stores. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpertsAtOnceTest extends OverTheStores {
    private static final int CLINICS = 4;

    /** As a tablet does: whoever is told that others work on it sends the very same again. */
    private static final int MOST_SENDINGS = 200;

    private EvaluationId drawn(int clinic) {
        var id = town.applied(ReadySteps.premises(clinic), 60, 40);
        RatedTown.done(town.office.move(ORGANISER, id, new OfficeMove.DrawPanel("draw")));
        return id;
    }

    private List<String> experts(EvaluationId id) {
        return town.found(id).proceedings().panel().orElseThrow().experts();
    }

    /** Near to what the others give; whose it is, the reason beside it says. */
    private static int points(String expert, EvaluationId id) {
        return 48 + Math.floorMod((expert + id).hashCode(), 5) + (expert.charAt(0) == 'e' ? 5 : 0);
    }

    private static Reply sent(Supplier<Reply> sending) {
        var reply = sending.get();
        for (var i = 1; i < MOST_SENDINGS && isBusy(reply); i++) {
            reply = sending.get();
        }
        return reply;
    }

    private static boolean isBusy(Reply reply) {
        return reply.status() == 503 || json(reply).at("/items/0/result").asText().equals("busy");
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        var outcomes = new ArrayList<T>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : pool.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    @Test
    void whoever_saves_and_hands_in_at_the_same_moment_loses_no_mark_and_mixes_none() throws Exception {
        var panels = new ArrayList<EvaluationId>();
        for (var clinic = 1; clinic <= CLINICS; clinic++) {
            panels.add(drawn(clinic));
        }
        var tablets = new ArrayList<Callable<String>>();
        for (var id : panels) {
            for (var expert : experts(id)) {
                var ids = Map.of("declare", id(), "hand-in", id());
                var saves = List.of(
                        queued("A1", 0, 10, "先写的"),
                        queued("B1", 0, 38, "随访" + expert),
                        queued("A1", 1, points(expert, id), "台账" + expert + id));
                for (var tablet = 0; tablet < 2; tablet++) {
                    tablets.add(() -> work(expert, id, ids, saves));
                }
            }
        }

        assertEquals(List.of(), atOnce(tablets).stream().filter(outcome -> !outcome.isEmpty()).toList());

        for (var id : panels) {
            var found = town.found(id);
            assertEquals(Stage.SETTLING, found.stage());
            var file = found.proceedings();
            assertEquals(3, file.all(Proceeding.HandedIn.class).count(), "each handed in once, with two tablets");
            assertEquals(3, file.all(Proceeding.Declared.class).count());
            for (var expert : experts(id)) {
                var sheet = town.evaluations.sheet(QINGLAN, id, new Writer.Assessor(expert)).orElseThrow();
                var a1 = sheet.clauses().get("A1");
                assertEquals(new Mark.Scored(Points.of(points(expert, id))), a1.finding().mark());
                assertEquals("台账" + expert + id, a1.finding().reason());
                assertEquals(2, a1.edition());
                assertEquals("随访" + expert, sheet.clauses().get("B1").finding().reason());
                assertEquals(file.handedIn().get(expert), sheet.digest(), "what was handed in is what was written");
            }
            assertEquals(file.revision(), town.trail.of(Step.subject(id), 0).size());
        }
        assertEquals(List.of(), new Verification(town.trail).run(town.now).faults());
    }

    /** Everything that one tablet does; empty when all of it was taken. */
    private String work(String expert, EvaluationId id, Map<String, String> ids, List<Map<String, Object>> saves) {
        var declared = sent(() -> counter.panelStep(expert, id, "declare", Map.of("id", ids.get("declare"))));
        if (declared.status() != 200) {
            return declared.text();
        }
        for (var save : saves) {
            var saved = sent(() -> counter.queue(expert, id, List.of(save)));
            var told = json(saved).at("/items/0");
            // The other tablet may have gone on by now, to the next edition of the clause or as far as handing in.
            var how = told.get("result").asText() + ' ' + told.path("code").asText();
            if (!List.of("saved ", "overtaken ", "refused sheet.handedIn", "refused evaluation.stage").contains(how)) {
                return saved.text();
            }
        }
        var handedIn = sent(() -> counter.panelStep(expert, id, "hand-in", Map.of("id", ids.get("hand-in"))));
        return handedIn.status() == 200 ? "" : handedIn.text();
    }

    @Test
    void of_tablets_that_save_other_marks_at_the_same_moment_one_is_kept_and_the_others_are_told() throws Exception {
        var id = drawn(1);
        var expert = experts(id).getFirst();
        assertEquals(200, counter.panelStep(expert, id, "declare", Map.of("id", id())).status());
        var tablets = new ArrayList<Callable<Reply>>();
        for (var points = 40; points < 52; points++) {
            var saves = List.of(queued("A1", 0, points, "台账"));
            tablets.add(() -> sent(() -> counter.queue(expert, id, saves)));
        }

        var results = new HashMap<String, List<Integer>>();
        atOnce(tablets).forEach(reply -> {
            var told = json(reply).at("/items/0");
            var kept = told.get("result").asText().equals("saved") ? told : told.get("now");
            results.computeIfAbsent(told.get("result").asText(), r -> new ArrayList<>()).add(kept.at("/points").asInt(-1));
        });

        assertEquals(1, results.get("saved").size());
        assertEquals(11, results.get("overtaken").size());
        var kept = json(counter.panel(expert, id)).at("/sheet/clauses/A1/points").asInt();
        assertEquals(List.of(kept), results.get("overtaken").stream().distinct().toList());
    }

    @Test
    void two_who_hand_in_for_one_another_are_refused() {
        var id = drawn(1);
        var experts = experts(id);
        for (var expert : experts.subList(0, 2)) {
            counter.panelStep(expert, id, "declare", Map.of("id", id()));
            counter.queue(expert, id, List.of(queued("A1", 0, 60, ""), queued("B1", 0, 40, "")));
        }
        var one = Map.of("id", id());
        assertEquals(200, counter.panelStep(experts.get(0), id, "hand-in", one).status());
        var other = counter.panelStep(experts.get(1), id, "hand-in", one);
        assertEquals("409 id.taken", code(other));
        assertTrue(town.found(id).proceedings().handedIn().containsKey(experts.get(0)));
        assertEquals(1, town.found(id).proceedings().handedIn().size());
    }
}

package xingma.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.ReadySteps.NOON;
import static xingma.evaluation.ReadySteps.QINGLAN;
import static xingma.evaluation.ReadySteps.alone;
import static xingma.evaluation.ReadySteps.begun;
import static xingma.evaluation.ReadySteps.cancelled;
import static xingma.evaluation.ReadySteps.card;
import static xingma.evaluation.ReadySteps.move;
import static xingma.evaluation.ReadySteps.planned;
import static xingma.evaluation.ReadySteps.premises;
import static xingma.evaluation.ReadySteps.saved;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import xingma.aws.Unavailable;
import xingma.aws.dynamo.BadLine.Fault;
import xingma.evaluation.Evaluation;
import xingma.evaluation.RatingStores;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.Stage;
import xingma.evaluation.Step;
import xingma.evaluation.caseload.Evaluations;
import xingma.evaluation.caseload.Evaluations.Keeping;

/** A step that was confirmed is there exactly once with its sheet and its card, however bad the line to the store. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RatingsOverABadLineTest {
    private static final int EVALUATIONS = 24;
    private static final int PEOPLE = 16;
    private static final int MOST_SENDINGS = 40;
    private static final Writer EXPERT = new Writer.Assessor("e1");

    private final Map<String, String> tables = DynamoStores.freshTables(Embedded.client());
    private final RatingStores truth = DynamoStores.ratings(Embedded.client(), tables);

    private static BadLine line(long seed) {
        return new BadLine(AwsCrtHttpClient.create(), seed);
    }

    private static BadLine badLine(long seed) {
        return line(seed)
                .with(Fault.RESET, 50)
                .with(Fault.LOST_ANSWER, 100)
                .with(Fault.THROTTLED, 30)
                .with(Fault.FAULT_500, 40)
                .with(Fault.CONFLICT, 80);
    }

    /** As a browser does: whatever was not confirmed is sent once more, the very same. */
    private static boolean sentUntilConfirmed(BooleanSupplier step) {
        for (var sending = 1; ; sending++) {
            try {
                return step.getAsBoolean();
            } catch (SdkException | Unavailable notConfirmed) {
                if (sending == MOST_SENDINGS) {
                    throw notConfirmed;
                }
            }
        }
    }

    private static boolean keep(Evaluations evaluations, Keeping keeping) {
        return sentUntilConfirmed(() -> evaluations.keep(keeping));
    }

    private static boolean keep(Evaluations evaluations, ScoreSheet sheet) {
        return sentUntilConfirmed(() -> evaluations.keep(QINGLAN, sheet));
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        var outcomes = new ArrayList<T>();
        try (var pool = Executors.newFixedThreadPool(8, Thread.ofVirtual().factory())) {
            for (var outcome : pool.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    @Test
    void no_step_no_sheet_and_no_card_is_lost_or_written_twice() throws Exception {
        var line = badLine(20261122);
        try (var client = Embedded.clientOver(line)) {
            var evaluations = DynamoStores.ratings(client, tables).evaluations();
            var careers = IntStream.range(0, EVALUATIONS)
                    .<Callable<Boolean>>mapToObj(i -> () -> career(evaluations, i))
                    .toList();
            assertFalse(atOnce(careers).contains(false), "a step was refused that nobody else had taken");
        }

        for (var fault : Set.of(Fault.RESET, Fault.LOST_ANSWER, Fault.THROTTLED, Fault.FAULT_500, Fault.CONFLICT)) {
            assertTrue(line.seen(fault) > 2, () -> fault + " happened " + line.seen(fault) + " times only");
        }
        for (var i = 0; i < EVALUATIONS; i++) {
            var rows = truth.evaluations().of(premises(i));
            assertEquals(List.of(Stage.SELF_CHECKING, Stage.CANCELLED), rows.stream().map(r -> r.stage()).toList());
            for (var row : rows) {
                assertChained(truth.evaluations().find(QINGLAN, row.id()).orElseThrow());
            }
            var sheet = truth.evaluations().sheet(QINGLAN, rows.getLast().id(), EXPERT).orElseThrow();
            assertEquals(4, sheet.revision());
            assertEquals(Optional.of(NOON), sheet.handedIn());
            assertEquals(2, truth.cards().find(premises(i)).orElseThrow().version());
        }
        assertEquals(EVALUATIONS, truth.evaluations().open(QINGLAN, Optional.empty()).items().size());
        assertEquals(EVALUATIONS, truth.cards().in(QINGLAN, Optional.empty(), Optional.empty()).items().size());
    }

    /** Begun, scored clause by clause, handed in with a card; ended as the next one begins, with another card. */
    private static boolean career(Evaluations evaluations, int i) {
        var first = begun(i);
        var one = saved(ScoreSheet.blank(first.after().id(), EXPERT), "A1", 10);
        var two = saved(one, "B1", 20);
        var three = saved(two, "C1", 30);
        var handIn = planned(first.after(), "hand-in");
        var next = begun(first.after().id().next(), QINGLAN, "云汀诊所");
        var end = cancelled(handIn.after(), "end");
        var told = new Keeping(
                List.of(move(handIn)),
                Optional.of(three.handIn(NOON)),
                Optional.of(card(first.after().id(), 1, Optional.empty(), "云汀诊所")));
        var both = new Keeping(
                List.of(move(next), move(end)),
                Optional.empty(),
                Optional.of(card(next.after().id(), 2, Optional.of(4), "云汀诊所")));
        return keep(evaluations, alone(first))
                && keep(evaluations, one)
                && keep(evaluations, two)
                && keep(evaluations, two)
                && keep(evaluations, three)
                && keep(evaluations, told)
                && keep(evaluations, alone(first))
                && keep(evaluations, both)
                && keep(evaluations, told)
                && keep(evaluations, both)
                && !keep(evaluations, saved(three, "D1", 40));
    }

    private void assertChained(Evaluation evaluation) {
        var lines = truth.trail().of(Step.subject(evaluation.id()), 0);
        assertEquals(evaluation.proceedings().revision(), lines.size());
        assertEquals(evaluation.proceedings().head(), lines.getLast().hash());
        for (var i = 1; i < lines.size(); i++) {
            assertEquals(lines.get(i - 1).hash(), lines.get(i).before());
        }
    }

    @Test
    void of_sixteen_people_over_a_bad_line_exactly_one_takes_the_step_and_knows_it() throws Exception {
        var line = badLine(16);
        try (var client = Embedded.clientOver(line)) {
            var evaluations = DynamoStores.ratings(client, tables).evaluations();
            for (var i = 0; i < 4; i++) {
                var begun = begun(i);
                assertTrue(truth.evaluations().keep(alone(begun)));
                var won = atOnce(IntStream.range(0, PEOPLE)
                        .<Callable<Boolean>>mapToObj(
                                person -> () -> keep(evaluations, alone(planned(begun.after(), "plan-" + person))))
                        .toList());

                assertEquals(1, won.stream().filter(w -> w).count());
                var found = truth.evaluations().find(QINGLAN, begun.after().id()).orElseThrow();
                assertEquals("plan-" + won.indexOf(true), found.proceedings().all().getLast().id());
                assertChained(found);
            }
        }
        assertTrue(line.seen(Fault.LOST_ANSWER) > 2);
    }

    @Test
    void of_sixteen_tablets_over_a_bad_line_exactly_one_saves_the_clause_and_knows_it() throws Exception {
        var begun = begun(1);
        assertTrue(truth.evaluations().keep(alone(begun)));
        var blank = ScoreSheet.blank(begun.after().id(), EXPERT);
        try (var client = Embedded.clientOver(badLine(17))) {
            var evaluations = DynamoStores.ratings(client, tables).evaluations();
            var won = atOnce(IntStream.range(0, PEOPLE)
                    .<Callable<Boolean>>mapToObj(tablet -> () -> keep(evaluations, saved(blank, "A1", tablet)))
                    .toList());

            assertEquals(1, won.stream().filter(w -> w).count());
            assertEquals(
                    Optional.of(saved(blank, "A1", won.indexOf(true))),
                    truth.evaluations().sheet(QINGLAN, begun.after().id(), EXPERT));
        }
    }

    @Test
    void another_persons_step_is_not_taken_for_ones_own_echo() {
        var begun = begun(1);
        assertTrue(truth.evaluations().keep(alone(begun)));
        var mine = planned(begun.after(), "step");
        var theirs = cancelled(begun.after(), "step");
        assertTrue(truth.evaluations().keep(alone(theirs)));
        try (var client = Embedded.clientOver(line(1).with(Fault.LOST_ANSWER, 400))) {
            assertFalse(keep(DynamoStores.ratings(client, tables).evaluations(), alone(mine)));
        }
        assertEquals(Optional.of(theirs.after()), truth.evaluations().find(QINGLAN, begun.after().id()));
    }

    @Test
    void a_store_that_never_stops_conflicting_is_given_up_and_nothing_was_kept() {
        var step = begun(1);
        try (var client = Embedded.clientOver(line(1).with(Fault.CONFLICT, 1_000))) {
            var evaluations = DynamoStores.ratings(client, tables).evaluations();
            assertThrows(Unavailable.class, () -> evaluations.keep(alone(step)));
        }
        assertEquals(List.of(), truth.evaluations().of(premises(1)));
        assertEquals(List.of(), truth.trail().of(Step.subject(step.after().id()), 0));
    }

    @Test
    void a_store_that_hangs_is_given_up() {
        var step = begun(1);
        try (var client = Embedded.clientOver(line(1).with(Fault.HANG, 1_000))) {
            var evaluations = DynamoStores.ratings(client, tables).evaluations();
            assertThrows(SdkException.class, () -> evaluations.keep(alone(step)));
        }
    }
}

package xingma.evaluation.caseload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.BINLAN;
import static xingma.evaluation.RatedTown.ORGANISER;
import static xingma.evaluation.RatedTown.OWNER;
import static xingma.evaluation.RatedTown.QINGHE;
import static xingma.evaluation.RatedTown.QINGLAN;
import static xingma.evaluation.RatedTown.done;
import static xingma.evaluation.RatedTown.finding;
import static xingma.evaluation.ReadySteps.CLOCKS;
import static xingma.evaluation.ReadySteps.NOON;
import static xingma.evaluation.ReadySteps.alone;
import static xingma.evaluation.ReadySteps.begun;
import static xingma.evaluation.ReadySteps.cancelled;
import static xingma.evaluation.ReadySteps.card;
import static xingma.evaluation.ReadySteps.move;
import static xingma.evaluation.ReadySteps.planned;
import static xingma.evaluation.ReadySteps.premises;
import static xingma.evaluation.ReadySteps.saved;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Proceeding;
import xingma.evaluation.RatedTown;
import xingma.evaluation.RatingStores;
import xingma.evaluation.ReadySteps;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.Stage;
import xingma.evaluation.Step;
import xingma.evaluation.caseload.Evaluations.Keeping;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.rules.EvaluationRules;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCards;
import xingma.keeping.Page;

/** What every {@link Evaluations} and the {@link StarCards} beside it must do. Each store runs this against itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class EvaluationsContract {
    /** Stores that hold nothing yet. */
    protected abstract RatingStores stores();

    private static Keeping with(Step step, ScoreSheet sheet) {
        return new Keeping(List.of(move(step)), Optional.of(sheet), Optional.empty());
    }

    private static Keeping with(Step step, StarCard card) {
        return new Keeping(List.of(move(step)), Optional.empty(), Optional.of(card));
    }

    static Evaluation kept(RatingStores stores, Step step) {
        assertTrue(stores.evaluations().keep(alone(step)));
        return step.after();
    }

    static <T> List<T> all(Function<Optional<String>, Page<T>> pages) {
        var all = new ArrayList<T>();
        var after = Optional.<String>empty();
        do {
            var page = pages.apply(after);
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    // ---- steps -----------------------------------------------------------------------------------------------------

    @Test
    void a_step_is_kept_with_its_line_and_found_where_it_lies() {
        var stores = stores();
        var step = begun(1);
        assertEquals(Optional.empty(), stores.evaluations().find(QINGLAN, step.after().id()));

        var begun = kept(stores, step);

        assertEquals(Optional.of(begun), stores.evaluations().find(QINGLAN, begun.id()));
        var row = Row.of(begun, CLOCKS);
        assertEquals(List.of(begun), stores.evaluations().found(List.of(row)));
        assertEquals(List.of(), stores.evaluations().found(List.of()));
        assertEquals(Optional.of(begun), stores.evaluations().find(List.of(BINLAN, QINGLAN), begun.id()));
        assertEquals(Optional.empty(), stores.evaluations().find(BINLAN, begun.id()));
        assertEquals(List.of(step.entry()), stores.trail().of(Step.subject(begun.id()), 0));
    }

    @Test
    void keeping_the_same_again_is_true_again_also_when_others_followed() {
        var stores = stores();
        var first = begun(1);
        var begun = kept(stores, first);
        var second = planned(begun, "plan");
        kept(stores, second);

        assertTrue(stores.evaluations().keep(alone(first)));
        assertTrue(stores.evaluations().keep(alone(second)));

        assertEquals(Optional.of(second.after()), stores.evaluations().find(QINGLAN, begun.id()));
        assertEquals(List.of(first.entry(), second.entry()), stores.trail().of(Step.subject(begun.id()), 0));
    }

    @Test
    void of_two_steps_from_one_place_one_is_kept() {
        var stores = stores();
        var begun = kept(stores, begun(1));
        var mine = planned(begun, "mine");
        var theirs = cancelled(begun, "theirs");

        assertTrue(stores.evaluations().keep(alone(theirs)));
        assertFalse(stores.evaluations().keep(alone(mine)));

        assertEquals(Optional.of(theirs.after()), stores.evaluations().find(QINGLAN, begun.id()));
        assertEquals(2, stores.trail().of(Step.subject(begun.id()), 0).size());
    }

    @Test
    void an_institutions_evaluations_are_listed_newest_first_as_they_stand_now() {
        var stores = stores();
        var first = kept(stores, begun(1));
        kept(stores, cancelled(first, "no"));
        var second = kept(stores, begun(first.id().next(), BINLAN, "云汀诊所0001"));
        kept(stores, begun(2));

        var rows = stores.evaluations().of(premises(1));

        assertEquals(List.of(second.id(), first.id()), rows.stream().map(Row::id).toList());
        assertEquals(List.of(Stage.SELF_CHECKING, Stage.CANCELLED), rows.stream().map(Row::stage).toList());
        assertEquals(Optional.of(second), stores.evaluations().of(premises(1), second.id()));
        assertEquals(Optional.empty(), stores.evaluations().of(premises(2), second.id()));
        assertEquals(Optional.empty(), stores.evaluations().of(premises(1), second.id().next()));
    }

    @Test
    void two_steps_at_once_are_both_kept_or_neither() {
        var stores = stores();
        var older = kept(stores, begun(1));
        var newer = kept(stores, begun(older.id().next(), QINGLAN, "云汀诊所0001"));
        var both = new Keeping(
                List.of(move(planned(newer, "new")), move(cancelled(older, "old"))), Optional.empty(), Optional.empty());
        var between = planned(older, "between");
        kept(stores, between);

        assertFalse(stores.evaluations().keep(both));
        assertEquals(Optional.of(newer), stores.evaluations().find(QINGLAN, newer.id()));
        assertEquals(1, stores.trail().of(Step.subject(newer.id()), 0).size());

        var anew = new Keeping(
                List.of(move(planned(newer, "new")), move(cancelled(between.after(), "old"))),
                Optional.empty(),
                Optional.empty());
        assertTrue(stores.evaluations().keep(anew));
        assertTrue(stores.evaluations().keep(anew));
        assertEquals(Stage.CANCELLED, stores.evaluations().find(QINGLAN, older.id()).orElseThrow().stage());
        assertEquals(2, stores.trail().of(Step.subject(newer.id()), 0).size());
    }

    @Test
    void a_whole_journey_reads_back_step_by_step() {
        var town = new RatedTown(stores());
        var id = town.published(57, 34);
        done(town.seat.appeal(OWNER, id, "appeal", "请复核 “B1”\n第二行"));

        var found = town.found(id);

        assertEquals(Stage.UNDER_APPEAL, found.stage());
        assertEquals(Evaluation.of(found.proceedings().all(), found.proceedings().head()), found);
        var lines = town.trail.of(Step.subject(id), 0);
        assertEquals(found.proceedings().revision(), lines.size());
        assertEquals(found.proceedings().head(), lines.getLast().hash());
        for (var i = 1; i < lines.size(); i++) {
            assertEquals(lines.get(i - 1).hash(), lines.get(i).before());
        }
    }

    @Test
    void a_newer_star_takes_the_place_of_the_older_at_one_stroke() {
        var town = new RatedTown(stores());
        var first = town.published(60, 40);
        var second = done(town.seat.begin(OWNER, "again", "2026-1")).id();
        town.seat.save(QINGHE, second, "A1", finding(50, 60), "x1", 0);
        town.seat.save(QINGHE, second, "B1", finding(40, 40), "x2", 0);
        done(town.seat.apply(OWNER, second, "apply2", new Proceeding.Declaration(RatedTown.TRUE, "乔鹤广")));
        town.scored(second, 50, 40);
        town.settled(second);
        town.noticed(second);
        town.published(second);

        assertEquals(Stage.SUPERSEDED, town.found(first).stage());
        assertEquals(Stage.IN_FORCE, town.found(second).stage());
        assertEquals(Optional.of(3), town.cards.find(QINGHE).orElseThrow().stars());
        assertEquals(second, town.cards.find(QINGHE).orElseThrow().evaluation());
    }

    // ---- sheets ----------------------------------------------------------------------------------------------------

    @Test
    void a_sheet_lies_beside_its_evaluation_under_its_writers_name() {
        var stores = stores();
        var begun = kept(stores, begun(1));
        var sheet = saved(ScoreSheet.blank(begun.id(), new Writer.Assessor("e1")), "A1", 50);

        assertTrue(stores.evaluations().keep(QINGLAN, sheet));

        assertEquals(Optional.of(sheet), stores.evaluations().sheet(QINGLAN, begun.id(), new Writer.Assessor("e1")));
        assertEquals(Optional.empty(), stores.evaluations().sheet(QINGLAN, begun.id(), new Writer.Assessor("e2")));
        assertEquals(Optional.empty(), stores.evaluations().sheet(QINGLAN, begun.id(), new Writer.Institution()));
        assertEquals(Optional.empty(), stores.evaluations().sheet(BINLAN, begun.id(), new Writer.Assessor("e1")));
    }

    @Test
    void a_sheet_of_no_evaluation_is_not_kept() {
        var stores = stores();
        var begun = kept(stores, begun(1));
        var sheet = saved(ScoreSheet.blank(begun.id(), new Writer.Institution()), "A1", 50);

        assertFalse(stores.evaluations().keep(BINLAN, sheet));
        assertFalse(stores.evaluations()
                .keep(QINGLAN, saved(ScoreSheet.blank(begun.id().next(), new Writer.Institution()), "A1", 50)));
    }

    @Test
    void a_save_follows_the_one_before_and_the_same_again_is_true_again() {
        var stores = stores();
        var begun = kept(stores, begun(1));
        var first = saved(ScoreSheet.blank(begun.id(), new Writer.Institution()), "A1", 50);
        var second = saved(first, "B1", 30);
        var other = saved(first, "B1", 20);

        assertFalse(stores.evaluations().keep(QINGLAN, second));
        assertTrue(stores.evaluations().keep(QINGLAN, first));
        assertTrue(stores.evaluations().keep(QINGLAN, first));
        assertTrue(stores.evaluations().keep(QINGLAN, second));
        assertTrue(stores.evaluations().keep(QINGLAN, second));
        assertFalse(stores.evaluations().keep(QINGLAN, other));
        assertFalse(stores.evaluations().keep(QINGLAN, first));

        assertEquals(Optional.of(second), stores.evaluations().sheet(QINGLAN, begun.id(), new Writer.Institution()));
    }

    @Test
    void a_sheet_that_was_handed_in_never_changes() {
        var stores = stores();
        var begun = kept(stores, begun(1));
        var sheet = saved(ScoreSheet.blank(begun.id(), new Writer.Assessor("e1")), "A1", 50);
        assertTrue(stores.evaluations().keep(QINGLAN, sheet));
        var handedIn = sheet.handIn(NOON);
        var step = planned(begun, "with-sheet");
        assertTrue(stores.evaluations().keep(with(step, handedIn)));
        assertTrue(stores.evaluations().keep(with(step, handedIn)));

        var late = new ScoreSheet(
                sheet.evaluation(), sheet.writer(), 3, saved(sheet, "B1", 10).clauses(), Optional.empty());
        assertFalse(stores.evaluations().keep(QINGLAN, late));
        assertFalse(stores.evaluations().keep(with(planned(step.after(), "again"), late)));

        assertEquals(Optional.of(handedIn), stores.evaluations().sheet(QINGLAN, begun.id(), sheet.writer()));
        assertEquals(2, stores.trail().of(Step.subject(begun.id()), 0).size());
    }

    @Test
    void a_step_whose_sheet_was_saved_meanwhile_is_not_kept() {
        var stores = stores();
        var begun = kept(stores, begun(1));
        var sheet = saved(ScoreSheet.blank(begun.id(), new Writer.Assessor("e1")), "A1", 50);
        assertTrue(stores.evaluations().keep(QINGLAN, sheet));
        assertTrue(stores.evaluations().keep(QINGLAN, saved(sheet, "B1", 30)));

        assertFalse(stores.evaluations().keep(with(planned(begun, "p"), sheet.handIn(NOON))));

        assertEquals(Optional.of(begun), stores.evaluations().find(QINGLAN, begun.id()));
        assertEquals(1, stores.trail().of(Step.subject(begun.id()), 0).size());
    }

    // ---- lists -----------------------------------------------------------------------------------------------------

    @Test
    void what_is_open_in_a_district_is_listed_by_its_day_until_it_is_over() {
        var town = new RatedTown(stores());
        var quiet = kept(town, begun(1));
        var over = kept(town, begun(2));
        var elsewhere = kept(town, begun(new EvaluationId(premises(3), 1), BINLAN, "滨澜诊所"));
        var waiting = town.applied(60, 40);

        assertEquals(
                List.of(waiting, quiet.id(), over.id()).stream().sorted(comparing(waiting)).toList(),
                ids(all(after -> town.evaluations.open(QINGLAN, after))));
        assertEquals(List.of(elsewhere.id()), ids(all(after -> town.evaluations.open(BINLAN, after))));

        assertTrue(town.evaluations.keep(alone(cancelled(over, "no"))));
        assertEquals(List.of(waiting, quiet.id()), ids(all(after -> town.evaluations.open(QINGLAN, after))));
    }

    private static Evaluation kept(RatedTown town, Step step) {
        assertTrue(town.evaluations.keep(alone(step)));
        return step.after();
    }

    /** The one with a clock first, then those without by their ids. */
    private static Comparator<EvaluationId> comparing(EvaluationId first) {
        return Comparator.comparing((EvaluationId id) -> !id.equals(first))
                .thenComparing(EvaluationId::toString);
    }

    private static List<EvaluationId> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    @Test
    void a_round_is_listed_by_name_page_by_page() {
        var stores = stores();
        var steps = IntStream.range(0, Evaluations.PAGE + 3).mapToObj(ReadySteps::begun).toList();
        steps.reversed().forEach(step -> kept(stores, step));

        var rows = all(after -> stores.evaluations().inRound("2026-1", QINGLAN, after));

        assertEquals(
                steps.stream().map(s -> s.after().beginning().name()).toList(), rows.stream().map(Row::name).toList());
        assertEquals(
                Evaluations.PAGE,
                stores.evaluations().inRound("2026-1", QINGLAN, Optional.empty()).items().size());
        assertEquals(List.of(), stores.evaluations().inRound("2026-1", BINLAN, Optional.empty()).items());
        assertEquals(List.of(), stores.evaluations().inRound("2026-2", QINGLAN, Optional.empty()).items());
        assertEquals(
                new TreeSet<>(steps.stream().map(s -> s.after().id().toString()).toList()),
                new TreeSet<>(all(after -> stores.evaluations().open(QINGLAN, after)).stream()
                        .map(r -> r.id().toString())
                        .toList()));
    }

    @Test
    void an_expert_finds_what_she_sits_on_or_sat_on_and_nothing_else() {
        var town = new RatedTown(stores());
        var id = town.applied(60, 40);
        var drawn = done(town.office.move(ORGANISER, id, new OfficeMove.DrawPanel("draw")));
        var panel = drawn.proceedings().panel().orElseThrow();
        var gone = panel.experts().getFirst();
        done(town.panel.stepDown(gone, id, "down", "与机构有往来"));
        var replaced = done(town.office.move(ORGANISER, id, new OfficeMove.Replace("replace")));

        var everybody = new TreeSet<>(panel.experts());
        everybody.addAll(replaced.proceedings().panel().orElseThrow().experts());
        assertEquals(panel.experts().size() + 1, everybody.size());
        for (var listed : town.experts.all()) {
            var expert = listed.expert().id();
            var expected = everybody.contains(expert) ? List.of(id) : List.<EvaluationId>of();
            assertEquals(expected, ids(town.evaluations.ofExpert(expert)));
            assertEquals(
                    expected, town.evaluations.ofExpert(expert, id).map(Evaluation::id).stream().toList());
        }
        assertTrue(town.panel.find(gone, id).isEmpty());
        assertFalse(town.evaluations.ofExpert(gone).getFirst().panel().contains(gone));
    }

    @Test
    void a_row_is_renewed_only_where_its_evaluation_stands_as_it_was_read() {
        var stores = stores();
        var begun = kept(stores, begun(1));
        var due = new Row.Due(EvaluationRules.Which.DRAW, LocalDate.of(2026, 12, 9), true);
        var row = move(begun(1)).row();
        var moved = new Row(
                row.id(), row.round(), row.district(), row.name(), row.stage(), Optional.of(due), row.panel(),
                row.handedIn(), row.recommended(), row.moved());

        assertTrue(stores.evaluations().renew(begun, moved));
        assertEquals(List.of(moved), stores.evaluations().open(QINGLAN, Optional.empty()).items());
        assertEquals(List.of(moved), stores.evaluations().inRound("2026-1", QINGLAN, Optional.empty()).items());
        assertEquals(List.of(moved), stores.evaluations().of(premises(1)));

        var next = kept(stores, planned(begun, "plan"));
        assertFalse(stores.evaluations().renew(begun, moved));
        assertEquals(Row.of(next, CLOCKS), stores.evaluations().of(premises(1)).getFirst());
    }

    // ---- cards -----------------------------------------------------------------------------------------------------

    @Test
    void a_card_is_kept_with_its_step_and_follows_the_one_before() {
        var stores = stores();
        var begun = kept(stores, begun(1));
        var first = card(begun.id(), 1, Optional.empty(), "云汀诊所");
        var second = card(begun.id(), 2, Optional.of(4), "云汀诊所");
        var step = planned(begun, "one");

        assertFalse(stores.evaluations().keep(with(step, second)));
        assertEquals(Optional.empty(), stores.cards().find(premises(1)));
        assertEquals(1, stores.trail().of(Step.subject(begun.id()), 0).size());

        assertTrue(stores.evaluations().keep(with(step, first)));
        assertTrue(stores.evaluations().keep(with(step, first)));
        assertEquals(Optional.of(first), stores.cards().find(premises(1)));

        var next = planned(step.after(), "two");
        assertFalse(stores.evaluations().keep(with(next, first)));
        assertTrue(stores.evaluations().keep(with(next, second)));
        assertEquals(Optional.of(second), stores.cards().find(premises(1)));
        assertEquals(Optional.empty(), stores.cards().find(premises(2)));
    }

    @Test
    void a_districts_cards_are_listed_most_stars_first_and_those_that_are_no_number_last() {
        var stores = stores();
        var stars = List.of(Optional.<Integer>empty(), Optional.of(0), Optional.of(5), Optional.of(3), Optional.of(5));
        var names = List.of("甲", "乙", "丁", "戊", "丙");
        for (var i = 0; i < stars.size(); i++) {
            var begun = kept(stores, begun(i));
            assertTrue(stores.evaluations()
                    .keep(with(planned(begun, "card"), card(begun.id(), 1, stars.get(i), names.get(i)))));
        }

        var cards = all(after -> stores.cards().in(QINGLAN, Optional.empty(), after));

        assertEquals(
                List.of(Optional.of(5), Optional.of(5), Optional.of(3), Optional.of(0), Optional.empty()),
                cards.stream().map(StarCard::stars).toList());
        assertEquals(List.of("丁", "丙"), cards.stream().limit(2).map(StarCard::name).sorted().toList());
        assertEquals(
                cards.subList(0, 2), all(after -> stores.cards().in(QINGLAN, Optional.of(StarCard.rank(5)), after)));
        assertEquals(List.of(), stores.cards().in(QINGLAN, Optional.of(StarCard.rank(4)), Optional.empty()).items());
        assertEquals(
                List.of("甲"),
                stores.cards().in(QINGLAN, Optional.of(StarCard.NO_NUMBER), Optional.empty()).items().stream()
                        .map(StarCard::name)
                        .toList());
        assertEquals(List.of(), stores.cards().in(BINLAN, Optional.empty(), Optional.empty()).items());
    }
}

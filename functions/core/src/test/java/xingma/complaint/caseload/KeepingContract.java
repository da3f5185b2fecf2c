package xingma.complaint.caseload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.Some.BINLAN;
import static xingma.complaint.Some.CITY;
import static xingma.complaint.Some.NOON;
import static xingma.complaint.Some.OF_QINGLAN;
import static xingma.complaint.Some.QINGHE;
import static xingma.complaint.Some.QINGLAN;
import static xingma.complaint.Some.anonymous;
import static xingma.complaint.Some.days;
import static xingma.complaint.Some.filed;
import static xingma.complaint.Some.filing;
import static xingma.complaint.Some.kept;
import static xingma.complaint.Some.lock;
import static xingma.complaint.Some.number;
import static xingma.complaint.Some.row;
import static xingma.complaint.Some.sealed;
import static xingma.complaint.Some.submission;
import static xingma.complaint.Some.way;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xingma.audit.Entry;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.Step;
import xingma.complaint.caseload.Complaints.Keeping;
import xingma.complaint.caseload.Complaints.Known;
import xingma.complaint.caseload.Complaints.Whereabouts;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.notification.Notification;
import xingma.complaint.notification.Notification.What;
import xingma.complaint.notification.Outbox;
import xingma.complaint.number.CaseNumber;

/** What every store of cases must do as they are filed, go their way and move between units. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class KeepingContract {
    private static final int THREADS = 16;

    private CaseStores kept;
    Instant now = days(10);

    /** Stores that hold nothing yet. */
    protected abstract CaseStores stores(RetentionSchedule retention, InstantSource now);

    final Complaints complaints() {
        if (kept == null) {
            kept = stores(Some.retention(), () -> now);
        }
        return kept.complaints();
    }

    final List<Entry> trail(CaseNumber number) {
        complaints();
        return kept.trail().of(Step.subject(number), 0);
    }

    final Keeping file(Step step, int i) {
        return complaints().file(step, row(step.after()), lock(i), submission(i));
    }

    final boolean keep(Step step) {
        return complaints().keep(step, row(step.after()));
    }

    // ---- filing -------------------------------------------------------------------------------------------------

    @Test
    void of_a_case_that_was_never_filed_nothing_is_known() {
        assertEquals(Optional.empty(), complaints().find(QINGLAN, number(1)));
        assertEquals(Optional.empty(), complaints().whereabouts(number(1)));
        assertEquals(Optional.empty(), complaints().submitted("key-1"));
        assertEquals(List.of(), complaints().open(QINGLAN, Optional.empty()).items());
        assertEquals(List.of(), trail(number(1)));
    }

    @Test
    void a_case_that_was_filed_is_found_by_unit_receipt_key_list_and_trail() {
        var step = filed(1);

        assertEquals(new Keeping.Kept(), file(step, 1));

        assertEquals(Optional.of(step.after()), complaints().find(QINGLAN, number(1)));
        assertEquals(Optional.of(new Whereabouts(QINGLAN, lock(1))), complaints().whereabouts(number(1)));
        assertEquals(Optional.of(new Known(submission(1), number(1))), complaints().submitted("key-1"));
        assertEquals(List.of(row(step.after())), complaints().open(QINGLAN, Optional.empty()).items());
        assertEquals(List.of(row(step.after())), complaints().about(QINGHE, NOON));
        assertEquals(List.of(step.entry()), trail(number(1)));
    }

    @Test
    void a_case_is_found_among_several_units_and_under_no_others() {
        var step = filed(1);
        file(step, 1);

        assertEquals(Optional.of(step.after()), complaints().find(List.of(CITY, QINGLAN, BINLAN), number(1)));
        assertEquals(Optional.empty(), complaints().find(List.of(CITY, BINLAN), number(1)));
        assertEquals(Optional.empty(), complaints().find(List.of(CITY, QINGLAN, BINLAN), number(2)));
        assertEquals(Optional.empty(), complaints().find(List.of(), number(1)));
    }

    @Test
    void a_key_that_was_used_leads_to_the_case_that_was_filed_with_it() {
        file(filed(1), 1);

        var again = file(filed(filing(2), days(3)), 1);

        assertEquals(new Keeping.AlreadyKnown(new Known(submission(1), number(1))), again);
        assertEquals(Optional.empty(), complaints().find(QINGLAN, number(2)));
        assertEquals(Optional.empty(), complaints().whereabouts(number(2)));
        assertEquals(List.of(), trail(number(2)));
    }

    @Test
    void the_very_same_filing_is_kept_once_and_told_as_kept_again() {
        var step = filed(1);
        file(step, 1);
        keep(Some.accept(step.after()));

        assertEquals(new Keeping.Kept(), file(step, 1));
        assertEquals(Stage.HANDLING, complaints().find(QINGLAN, number(1)).orElseThrow().stage());
        assertEquals(2, trail(number(1)).size());
    }

    @Test
    void a_number_that_is_taken_is_told_and_nothing_is_kept() {
        file(filed(1), 1);
        var other = filed(filing(1), days(2));

        assertEquals(new Keeping.NumberTaken(), file(other, 2));
        assertEquals(Optional.empty(), complaints().submitted("key-2"));
        assertEquals(filed(1).after(), complaints().find(QINGLAN, number(1)).orElseThrow());
    }

    @Test
    void a_number_stays_taken_when_its_case_went_to_another_unit() {
        kept(complaints(), filed(1), List.of(Some::transfer));

        assertEquals(new Keeping.NumberTaken(), file(filed(filing(1), days(2)), 2));
        assertEquals(Optional.empty(), complaints().find(QINGLAN, number(1)));
    }

    @Test
    void of_sixteen_who_file_with_one_key_at_once_one_is_first_and_the_others_learn_of_it() throws Exception {
        var outcomes = atOnce(IntStream.range(0, THREADS)
                .<Callable<Keeping>>mapToObj(i -> () -> file(filed(filing(i), days(0)), 7))
                .toList());

        var known = complaints().submitted("key-7").orElseThrow();
        assertEquals(1, outcomes.stream().filter(new Keeping.Kept()::equals).count());
        assertEquals(THREADS - 1, outcomes.stream().filter(new Keeping.AlreadyKnown(known)::equals).count());
        assertEquals(List.of(known.number()), numbers(complaints().open(QINGLAN, Optional.empty()).items()));
    }

    // ---- stages and steps ---------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_case_of_any_stage_is_found_as_it_was_kept(Stage stage) {
        var complaint = kept(complaints(), filed(1), way(stage));

        assertEquals(stage, complaint.stage());
        assertEquals(Optional.of(complaint), complaints().find(complaint.unit(), number(1)));
        assertEquals(List.of(row(complaint)), complaints().about(QINGHE, NOON));
        assertEquals(complaint.unit(), complaints().whereabouts(number(1)).orElseThrow().unit());
        var trail = trail(number(1));
        assertEquals(complaint.docket().revision(), trail.size());
        assertEquals(complaint.docket().head(), trail.getLast().hash());
        for (var i = 1; i < trail.size(); i++) {
            assertEquals(trail.get(i - 1).hash(), trail.get(i).before());
        }
    }

    @Test
    void a_typed_place_and_an_anonymous_complainant_come_back_as_they_were() {
        var complaint = kept(complaints(), filed(anonymous(1), NOON), List.of());

        assertEquals(Optional.of(complaint), complaints().find(QINGLAN, number(1)));
        assertEquals("", complaints().open(QINGLAN, Optional.empty()).items().getFirst().place());
    }

    @Test
    void a_step_from_what_the_case_no_longer_is_is_refused() {
        var received = kept(complaints(), 1);
        keep(Some.accept(received));

        assertFalse(keep(((Complaint.Received) received)
                .refuse("late", OF_QINGLAN, days(2), "over-three-years", sealed("超过三年。"))));
        assertEquals(Stage.HANDLING, complaints().find(QINGLAN, number(1)).orElseThrow().stage());
        assertEquals(2, trail(number(1)).size());
    }

    @Test
    void the_same_step_again_is_true_again_even_after_others_followed_it() {
        var received = kept(complaints(), 1);
        var accepted = Some.accept(received);
        keep(accepted);
        assertTrue(keep(accepted));
        keep(Some.answer(accepted.after()));

        assertTrue(keep(accepted));
        assertEquals(Stage.ANSWERED, complaints().find(QINGLAN, number(1)).orElseThrow().stage());
        assertEquals(3, trail(number(1)).size());
    }

    @Test
    void a_step_of_a_case_that_was_never_filed_is_refused() {
        assertFalse(keep(Some.accept(filed(1).after())));
        assertEquals(List.of(), trail(number(1)));
    }

    @Test
    void a_row_of_another_case_is_a_defect() {
        var step = filed(1);

        assertThrows(
                IllegalArgumentException.class,
                () -> complaints().file(step, row(filed(2).after()), lock(1), submission(1)));
        assertEquals(Optional.empty(), complaints().whereabouts(number(1)));
    }

    @Test
    void of_sixteen_officers_who_decide_at_once_exactly_one_does() throws Exception {
        var received = (Complaint.Received) kept(complaints(), 1);

        var outcomes = atOnce(IntStream.range(0, THREADS)
                .<Callable<Boolean>>mapToObj(i -> () -> keep(received.accept(
                        "accept-" + i, new Actor.Bureau("officer-" + i, QINGLAN), days(1))))
                .toList());

        assertEquals(1, outcomes.stream().filter(won -> won).count());
        var winner = (Actor.Bureau) complaints().find(QINGLAN, number(1)).orElseThrow().docket().acts().getLast().by();
        assertTrue(outcomes.get(Integer.parseInt(winner.officer().substring("officer-".length()))));
        assertEquals(2, trail(number(1)).size());
    }

    // ---- what is to be told -------------------------------------------------------------------------------------

    private Outbox outbox() {
        complaints();
        return kept.outbox();
    }

    @Test
    void a_step_that_concerns_the_complainant_brings_its_notification_with_it_and_once() {
        var filed = filed(1);
        file(filed, 1);
        var chosen = filed.after().chooseNotification("yes", days(1), true);
        keep(chosen);
        var accepted = ((Complaint.Received) chosen.after()).accept("ok", OF_QINGLAN, days(2));

        assertTrue(keep(accepted));
        assertTrue(keep(accepted));

        var due = outbox().due(days(2), 10);
        assertEquals(List.of(Notification.of(accepted).orElseThrow()), due);
        assertEquals(List.of(), outbox().due(days(2).minusSeconds(1), 10));
    }

    @Test
    void a_step_that_was_not_kept_brings_nothing_and_neither_does_one_of_a_complainant_who_did_not_ask() {
        var silent = filed(1);
        file(silent, 1);
        keep(((Complaint.Received) silent.after()).accept("ok", OF_QINGLAN, days(2)));
        var filed = filed(2);
        file(filed, 2);
        var chosen = filed.after().chooseNotification("yes", days(1), true);
        keep(chosen);
        keep(chosen.after().note("faster", OF_QINGLAN, days(1), sealed("去看看")));

        assertFalse(keep(((Complaint.Received) chosen.after()).accept("slower", OF_QINGLAN, days(2))));

        assertEquals(List.of(), outbox().due(days(9), 10));
    }

    @Test
    void a_notification_goes_with_a_case_that_goes_to_another_unit() {
        var filed = filed(1);
        file(filed, 1);
        Complaint complaint = filed.after();
        for (Function<Complaint, Step> next : List.<Function<Complaint, Step>>of(
                c -> c.chooseNotification("yes", days(1), true),
                c -> ((Complaint.Received) c).accept("ok", OF_QINGLAN, days(1)),
                c -> ((Complaint.Handling) c).answer("answer", OF_QINGLAN, days(1), Act.Result.UPHELD, sealed("已退还。")),
                c -> ((Complaint.Answered) c).object("no", days(1), sealed("没有退。")),
                c -> ((Complaint.Reviewing) c).review("stands", Some.OF_CITY, days(1), Act.Ruling.STANDS, sealed("清楚。")))) {
            var step = next.apply(complaint);
            assertTrue(keep(step));
            complaint = step.after();
        }

        assertEquals(
                Set.of(What.ACCEPTED, What.ANSWERED, What.REVIEWED),
                outbox().due(days(1), 10).stream().map(Notification::what).collect(Collectors.toSet()));
    }

    @Test
    void who_takes_a_notification_has_it_alone_until_it_is_due_again_and_dropped_it_is_gone() {
        var notification = untold(1);
        var begun = notification.begun(days(2));

        assertTrue(outbox().take(notification, begun));
        assertFalse(outbox().take(notification, notification.begun(days(3))));

        assertEquals(List.of(), outbox().due(begun.due().minusSeconds(1), 10));
        assertEquals(List.of(begun), outbox().due(begun.due(), 10));
        outbox().drop(begun);
        outbox().drop(begun);
        assertEquals(List.of(), outbox().due(begun.due(), 10));
    }

    @Test
    void the_outbox_gives_so_many_and_the_longest_waiting_first() {
        for (var i = 1; i <= 4; i++) {
            untold(i);
        }
        var late = outbox().due(days(2), 10).get(1);
        outbox().take(late, late.begun(days(3)));

        var due = outbox().due(days(9), 10);

        assertEquals(4, due.size());
        assertEquals(late.id(), due.getLast().id());
        assertEquals(due.subList(0, 2), outbox().due(days(9), 2));
    }

    private Notification untold(int i) {
        var filed = filed(i);
        file(filed, i);
        var chosen = filed.after().chooseNotification("yes", days(1), true);
        keep(chosen);
        var accepted = ((Complaint.Received) chosen.after()).accept("ok", OF_QINGLAN, days(2));
        keep(accepted);
        return Notification.of(accepted).orElseThrow();
    }

    // ---- units --------------------------------------------------------------------------------------------------

    @Test
    void a_case_that_was_transferred_is_the_other_units_and_no_longer_this_ones() {
        var moved = kept(complaints(), filed(1), List.of(Some::transfer));

        assertEquals(Optional.empty(), complaints().find(QINGLAN, number(1)));
        assertEquals(Optional.of(moved), complaints().find(BINLAN, number(1)));
        assertEquals(List.of(), complaints().open(QINGLAN, Optional.empty()).items());
        assertEquals(List.of(row(moved)), complaints().open(BINLAN, Optional.empty()).items());
        assertEquals(Optional.of(new Whereabouts(BINLAN, lock(0))), complaints().whereabouts(number(1)));
    }

    @Test
    void a_transfer_sent_again_is_true_again_also_after_the_case_came_back() {
        var received = kept(complaints(), 1);
        var there = Some.transfer(received);
        keep(there);
        var back = ((Complaint.Received) there.after()).transfer(
                "back", Some.OF_BINLAN, days(2), QINGLAN, sealed("退回。"));
        assertTrue(keep(there));
        keep(back);

        assertTrue(keep(there));
        assertTrue(keep(back));
        assertEquals(Optional.of(back.after()), complaints().find(QINGLAN, number(1)));
        assertEquals(Optional.empty(), complaints().find(BINLAN, number(1)));
    }

    @Test
    void an_objection_brings_the_case_to_the_city_and_its_decision_brings_it_home() {
        var reviewing = kept(complaints(), filed(1), way(Stage.REVIEWING));
        assertEquals(CITY, complaints().whereabouts(number(1)).orElseThrow().unit());
        assertEquals(Optional.empty(), complaints().find(QINGLAN, number(1)));

        var settled = way(Stage.SETTLED).getLast().apply(reviewing);
        keep(settled);

        assertEquals(Optional.of(settled.after()), complaints().find(QINGLAN, number(1)));
        assertEquals(Optional.empty(), complaints().find(CITY, number(1)));
    }

    static List<CaseNumber> numbers(List<Row> rows) {
        return rows.stream().map(Row::number).toList();
    }

    private <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        complaints();
        var outcomes = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var outcome : threads.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }
}

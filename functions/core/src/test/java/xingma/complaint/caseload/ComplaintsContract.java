package xingma.complaint.caseload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.Some.BINLAN;
import static xingma.complaint.Some.NOON;
import static xingma.complaint.Some.OF_QINGLAN;
import static xingma.complaint.Some.QINGHE;
import static xingma.complaint.Some.QINGLAN;
import static xingma.complaint.Some.TODAY;
import static xingma.complaint.Some.anonymous;
import static xingma.complaint.Some.days;
import static xingma.complaint.Some.filed;
import static xingma.complaint.Some.filing;
import static xingma.complaint.Some.kept;
import static xingma.complaint.Some.number;
import static xingma.complaint.Some.row;
import static xingma.complaint.Some.sealed;
import static xingma.complaint.Some.way;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.filing.Likeness;
import xingma.complaint.rules.ClockRules;
import xingma.complaint.seal.Sealed;

/** What every store of cases must do: keep them, list them, and give out nothing whose time is over. */
public abstract class ComplaintsContract extends KeepingContract {
    // ---- lists --------------------------------------------------------------------------------------------------

    @Test
    void open_cases_are_listed_by_the_day_on_which_they_are_due_and_those_that_stand_still_come_last() {
        var paused = kept(complaints(), filed(filing(1), NOON), way(Stage.PAUSED));
        var later = kept(complaints(), filed(filing(2), days(3)), List.of());
        var sooner = kept(complaints(), filed(filing(3), NOON), List.of());
        kept(complaints(), filed(filing(4, BINLAN), NOON), List.of());
        kept(complaints(), filed(filing(5), NOON), way(Stage.ANSWERED));

        assertEquals(
                List.of(row(sooner), row(later), row(paused)),
                complaints().open(QINGLAN, Optional.empty()).items());
    }

    @Test
    void a_long_queue_is_read_page_by_page_and_each_case_comes_once() {
        var all = IntStream.range(0, Complaints.PAGE + 7)
                .mapToObj(i -> kept(complaints(), filed(filing(i), days(i % 5)), List.of()).number())
                .toList();

        var first = complaints().open(QINGLAN, Optional.empty());
        var rest = complaints().open(QINGLAN, first.next());

        assertEquals(Complaints.PAGE, first.items().size());
        assertEquals(Optional.empty(), rest.next());
        var read = new ArrayList<>(numbers(first.items()));
        read.addAll(numbers(rest.items()));
        assertEquals(all.stream().sorted().toList(), read.stream().sorted().toList());
        assertEquals(List.of(), complaints().open(QINGLAN, Optional.of("~")).items());
        assertEquals(Complaints.PAGE, complaints().open(QINGLAN, Optional.of("")).items().size());
    }

    @Test
    void open_cases_are_counted_by_the_days_on_which_they_are_due() {
        var first = kept(complaints(), filed(filing(1), NOON), List.of());
        kept(complaints(), filed(filing(2), NOON), List.of());
        var other = kept(complaints(), filed(filing(3), days(3)), List.of());
        kept(complaints(), filed(filing(4), NOON), way(Stage.PAUSED));
        kept(complaints(), filed(filing(5), NOON), way(Stage.WITHDRAWN));
        var due = row(first).due().orElseThrow().day();
        var later = row(other).due().orElseThrow().day();

        assertEquals(2, complaints().count(QINGLAN, due, due));
        assertEquals(3, complaints().count(QINGLAN, due, later));
        assertEquals(1, complaints().count(QINGLAN, due.plusDays(1), later));
        assertEquals(0, complaints().count(QINGLAN, LocalDate.MIN, due.minusDays(1)));
        assertEquals(0, complaints().count(QINGLAN, later, due));
        assertEquals(4, complaints().count(QINGLAN, LocalDate.MIN, LocalDate.MAX));
        assertEquals(0, complaints().count(BINLAN, LocalDate.MIN, LocalDate.MAX));
    }

    @Test
    void closed_cases_are_listed_between_two_days() {
        var first = kept(complaints(), filed(filing(1), NOON), way(Stage.WITHDRAWN));
        var second = kept(complaints(), filed(filing(2), NOON), way(Stage.ANSWERED));
        kept(complaints(), 3);

        assertEquals(
                List.of(row(first), row(second)),
                complaints().closed(QINGLAN, TODAY, TODAY.plusDays(2), Optional.empty()).items());
        assertEquals(
                List.of(row(second)),
                complaints().closed(QINGLAN, TODAY.plusDays(2), TODAY.plusDays(2), Optional.empty()).items());
        assertEquals(
                List.of(row(second)),
                complaints()
                        .closed(QINGLAN, LocalDate.MIN, LocalDate.MAX, Optional.of(row(first).sort()))
                        .items());
        assertEquals(
                List.of(),
                complaints().closed(QINGLAN, TODAY.plusDays(3), LocalDate.MAX, Optional.empty()).items());
        assertEquals(
                List.of(),
                complaints().closed(QINGLAN, TODAY, TODAY.plusDays(2), Optional.of("~")).items());
    }

    @Test
    void cases_about_an_institution_come_newest_first() {
        var old = kept(complaints(), filed(filing(1), NOON), List.of());
        var nearly = kept(complaints(), filed(filing(2), NOON.plusNanos(1_000)), way(Stage.WITHDRAWN));
        var elsewhere = kept(complaints(), filed(filing(3, BINLAN), NOON.plusMillis(1)), List.of());
        kept(complaints(), filed(anonymous(4), NOON), List.of());

        assertEquals(List.of(row(elsewhere), row(nearly), row(old)), complaints().about(QINGHE, NOON));
        assertEquals(List.of(row(elsewhere)), complaints().about(QINGHE, NOON.plusNanos(1_001)));
    }

    @Test
    void a_row_is_renewed_while_the_case_stands_and_the_case_stays() {
        var complaint = kept(complaints(), 1);
        var row = row(complaint);
        var moved = new Row.Due(
                ClockRules.Which.ACCEPT, TODAY, 7, row.due().orElseThrow().day().plusDays(2), false);
        var renewed = new Row(
                row.number(), row.unit(), row.kind(), row.category(), row.stage(), row.institution(), row.place(),
                row.person(), row.received(), Optional.of(moved), row.wake(), row.assignee(), row.awaiting(),
                row.climbed(), row.closed(), row.result(), row.late(), row.phoneMark(), row.likeness(),
                row.untold());

        assertTrue(complaints().renew(complaint, renewed));
        assertTrue(complaints().renew(complaint, renewed));

        assertEquals(List.of(renewed), complaints().open(QINGLAN, Optional.empty()).items());
        assertEquals(1, complaints().count(QINGLAN, moved.day(), moved.day()));
        assertEquals(Optional.of(complaint), complaints().find(QINGLAN, number(1)));

        keep(Some.accept(complaint));
        assertFalse(complaints().renew(complaint, renewed));
        assertEquals(Stage.HANDLING, complaints().open(QINGLAN, Optional.empty()).items().getFirst().stage());
    }

    // ---- retention ----------------------------------------------------------------------------------------------

    @Test
    void the_contact_is_given_out_until_its_last_day_and_not_after_it() {
        kept(complaints(), filed(1), way(Stage.ANSWERED));

        now = days(2 + 90);
        assertEquals(Optional.of(sealed("13800000000")), found().docket().contact());
        assertEquals(Optional.of("1.phone1"), about().phoneMark());

        now = days(2 + 91);
        assertEquals(Optional.of(Sealed.ERASED), found().docket().contact());
        assertEquals(Optional.empty(), found().docket().phoneMark());
        assertEquals(Optional.empty(), about().phoneMark());
        assertEquals(
                Optional.empty(),
                complaints().closed(QINGLAN, LocalDate.MIN, LocalDate.MAX, Optional.empty())
                        .items().getFirst().phoneMark());
        assertFalse(found().filing().words().isErased());
    }

    @Test
    void words_of_everybody_are_given_out_for_their_time_only() {
        kept(complaints(), filed(1), way(Stage.ANSWERED));

        now = days(4 * 365);

        assertTrue(found().filing().words().isErased());
        assertEquals(Likeness.ERASED, found().filing().likeness());
        assertEquals(Likeness.ERASED, about().likeness());
        assertTrue(found().docket().all(Act.Answered.class).allMatch(a -> a.words().isErased()));
        assertEquals(Stage.ANSWERED, found().stage());
    }

    @Test
    void an_open_case_keeps_everything_however_old_it_is() {
        var complaint = kept(complaints(), filed(1), way(Stage.PAUSED));

        now = days(20 * 365);

        assertEquals(Optional.of(complaint), complaints().find(QINGLAN, number(1)));
    }

    @Test
    void what_is_erased_is_gone_for_good_and_the_trail_stays_whole() {
        kept(complaints(), filed(1), way(Stage.ANSWERED));
        now = days(100);
        var retention = Some.retention().due(found(), Some.retention().day(now)).getFirst();
        var erased = Some.retention().erase(found(), retention, now);

        assertTrue(keep(erased));
        assertTrue(keep(erased));

        now = days(3);
        assertEquals(Optional.of(Sealed.ERASED), found().docket().contact());
        assertEquals(Optional.empty(), about().phoneMark());
        assertEquals(List.of(), Some.retention().due(found(), Some.retention().day(days(100))));
        assertEquals(4, trail(number(1)).size());
        assertEquals(found().docket().head(), trail(number(1)).getLast().hash());
    }

    @Test
    void a_case_that_is_opened_again_after_its_contact_was_over_does_not_get_it_back() {
        kept(complaints(), filed(1), way(Stage.ANSWERED));
        now = days(100);
        keep(((Complaint.Closed) found()).reopen("reopen", OF_QINGLAN, now, sealed("重新核查。")));

        assertEquals(Stage.HANDLING, found().stage());
        assertEquals(Optional.of(Sealed.ERASED), found().docket().contact());
        assertFalse(found().filing().words().isErased());
    }

    @Test
    void the_heaviest_case_is_kept() {
        Complaint complaint = kept(complaints(), 1);
        var words = new Sealed("v1." + "x".repeat(Sealed.LONGEST - 3));
        while (true) {
            var said = ((Complaint.Open) complaint).say("said-" + complaint.docket().revision(), days(1), words);
            if (!complaint.docket().hasRoomFor(said.act())) {
                break;
            }
            assertTrue(keep(said));
            complaint = said.after();
        }
        assertTrue(complaint.docket().revision() > 8);
        assertEquals(Optional.of(complaint), complaints().find(QINGLAN, number(1)));
    }

    private Complaint found() {
        return complaints().find(QINGLAN, number(1)).orElseThrow();
    }

    private Row about() {
        return complaints().about(QINGHE, NOON.minus(Duration.ofDays(1))).getFirst();
    }
}

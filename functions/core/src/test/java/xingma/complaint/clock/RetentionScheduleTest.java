package xingma.complaint.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.Some.NOON;
import static xingma.complaint.Some.OF_QINGLAN;
import static xingma.complaint.Some.anonymous;
import static xingma.complaint.Some.clocks;
import static xingma.complaint.Some.days;
import static xingma.complaint.Some.filed;
import static xingma.complaint.Some.row;
import static xingma.complaint.Some.sealed;
import static xingma.complaint.Some.way;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.attachment.FileKind;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.Step;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Likeness;
import xingma.complaint.rules.Retention;
import xingma.complaint.rules.Retention.What;
import xingma.complaint.seal.Sealed;
import xingma.territory.Span;

/** Answered on Sunday 2026-11-22: the contact is kept until 2027-02-20, files until 2027-11-22, words until 2029-11-22. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionScheduleTest {
    private static final LocalDate LAST_OF_CONTACT = LocalDate.of(2027, 2, 20);
    private static final LocalDate LAST_OF_FILES = LocalDate.of(2027, 11, 22);
    private static final LocalDate LAST_OF_WORDS = LocalDate.of(2029, 11, 22);

    private final RetentionSchedule schedule = Some.retention();

    private static Complaint at(Stage stage) {
        return from(filed(1), stage);
    }

    private static Complaint from(Step first, Stage stage) {
        var complaint = first.after();
        for (var next : way(stage)) {
            complaint = next.apply(complaint).after();
        }
        return complaint;
    }

    private static Complaint withFile(Complaint complaint, String id) {
        return complaint.addEvidence(id, days(1), 1, FileKind.JPEG, 10, "ab".repeat(32)).after();
    }

    private List<String> due(Complaint complaint, LocalDate today) {
        return schedule.due(complaint, today).stream().map(Retention::id).toList();
    }

    @Test
    void each_part_is_shown_through_its_last_day() {
        var answered = withFile(at(Stage.ANSWERED), "file");

        assertSame(answered, schedule.shown(answered, LAST_OF_CONTACT));
        assertEquals(
                Optional.of(Sealed.ERASED),
                schedule.shown(answered, LAST_OF_CONTACT.plusDays(1)).docket().contact());
        assertEquals(1, schedule.evidence(answered, LAST_OF_FILES).size());
        assertEquals(List.of(), schedule.evidence(answered, LAST_OF_FILES.plusDays(1)));
        assertEquals(
                sealed("已退还。"),
                schedule.shown(answered, LAST_OF_WORDS).docket().last(Act.Answered.class).orElseThrow().words());
        assertTrue(schedule.shown(answered, LAST_OF_WORDS.plusDays(1)).docket().acts().stream()
                .allMatch(act -> !(act instanceof Act.Spoken spoken) || spoken.words().isErased()));
    }

    @Test
    void what_is_shown_says_the_same_of_stage_clocks_and_chain() {
        for (var stage : Stage.values()) {
            var complaint = at(stage);
            var shown = schedule.shown(complaint, LocalDate.of(2040, 1, 1));
            assertEquals(stage, shown.stage());
            assertEquals(complaint.docket().head(), shown.docket().head());
            assertEquals(clocks().all(complaint), clocks().all(shown));
            assertEquals(stage.isOpen(), shown.equals(complaint), stage.name());
        }
    }

    @Test
    void a_place_that_the_consumer_typed_goes_with_her_words_and_a_registered_name_stays() {
        var end = LAST_OF_WORDS.plusDays(1);

        var typed = schedule.shown(from(filed(anonymous(1), NOON), Stage.WITHDRAWN), end);
        var registered = schedule.shown(at(Stage.WITHDRAWN), end);

        assertEquals("", typed.filing().subject().place());
        assertEquals("云汀青禾医疗美容门诊部", registered.filing().subject().place());
    }

    @Test
    void an_earlier_contact_goes_with_the_one_that_took_its_place() {
        var answered = at(Stage.ANSWERED);
        var changed = answered.changeIdentity(
                        "named", days(3), Identity.NAMED, Optional.of(sealed("13900000000")), Optional.of("1.other"))
                .after();

        var shown = schedule.shown(changed, LAST_OF_CONTACT.plusDays(1)).docket();

        assertEquals(Optional.of(Sealed.ERASED), shown.filing().contact());
        assertEquals(Optional.of(Sealed.ERASED), shown.contact());
        assertEquals(Optional.empty(), shown.phoneMark());
    }

    @Test
    void marks_leave_the_row_with_the_part_that_they_mark() {
        var row = row(at(Stage.ANSWERED));

        assertEquals(row, row.shown(schedule, LAST_OF_CONTACT));
        assertEquals(Optional.empty(), row.shown(schedule, LAST_OF_CONTACT.plusDays(1)).phoneMark());
        assertEquals(row.likeness(), row.shown(schedule, LAST_OF_CONTACT.plusDays(1)).likeness());
        assertEquals(Likeness.ERASED, row.shown(schedule, LAST_OF_WORDS.plusDays(1)).likeness());
    }

    @Test
    void what_is_over_is_due_until_it_was_erased() {
        var answered = withFile(at(Stage.ANSWERED), "file");
        assertEquals(List.of(), due(answered, LAST_OF_CONTACT));
        assertEquals(List.of("contact"), due(answered, LAST_OF_CONTACT.plusDays(1)));
        assertEquals(List.of("contact", "evidence", "words"), due(answered, LAST_OF_WORDS.plusDays(1)));

        var contact = schedule.due(answered, LAST_OF_CONTACT.plusDays(1)).getFirst();
        var erased = schedule.erase(answered, contact, days(100)).after();

        assertEquals(List.of(), due(erased, LAST_OF_CONTACT.plusDays(1)));
        assertEquals(List.of("evidence"), due(erased, LAST_OF_FILES.plusDays(1)));
        assertEquals(Optional.of(Sealed.ERASED), erased.docket().contact());
    }

    @Test
    void what_never_was_is_not_due() {
        var withdrawn = from(filed(anonymous(1), NOON), Stage.WITHDRAWN);

        assertEquals(List.of("words"), due(withdrawn, LocalDate.of(2040, 1, 1)));
    }

    @Test
    void what_is_due_is_the_same_whether_it_still_lies_there_or_is_shown_without_it() {
        var answered = withFile(at(Stage.ANSWERED), "file");
        var end = LAST_OF_WORDS.plusDays(1);

        assertEquals(due(answered, end), due(schedule.shown(answered, end), end));
    }

    @Test
    void the_row_of_a_closed_case_wakes_the_sweep_on_the_day_after_each_last_day() {
        var answered = withFile(at(Stage.ANSWERED), "file");
        assertEquals(Optional.of(LAST_OF_CONTACT.plusDays(1)), row(answered).wake());

        var contact = schedule.due(answered, LAST_OF_CONTACT.plusDays(1)).getFirst();
        var erased = schedule.erase(answered, contact, days(100)).after();

        assertEquals(Optional.of(LAST_OF_FILES.plusDays(1)), row(erased).wake());
    }

    @Test
    void a_case_that_is_opened_again_keeps_what_is_there_and_counts_anew_from_its_next_end() {
        var answered = withFile(at(Stage.ANSWERED), "file");
        var files = schedule.due(answered, LAST_OF_FILES.plusDays(1)).getLast();
        assertEquals("evidence", files.id());
        var erased = schedule.erase(answered, files, days(400)).after();
        var reopened = ((Complaint.Closed) erased).reopen("reopen", OF_QINGLAN, days(401), sealed("重新核查。")).after();
        var more = withFile(reopened, "second");

        assertEquals(List.of(), schedule.evidence(erased, LAST_OF_CONTACT));
        assertEquals(
                List.of("second"), schedule.evidence(more, LocalDate.of(2040, 1, 1)).stream()
                        .map(Act::id)
                        .toList());
        assertEquals(List.of(), due(more, LocalDate.of(2040, 1, 1)));
        var again = ((Complaint.Handling) more)
                .answer("again", OF_QINGLAN, days(402), Act.Result.PARTLY, sealed("已处理。"))
                .after();
        assertEquals(List.of(), due(again, LocalDate.of(2028, 3, 1)));
        assertEquals(
                List.of("contact", "evidence", "words"), due(again, LocalDate.of(2040, 1, 1)));
    }

    @Test
    void what_is_erased_waits_for_no_working_day() {
        var badly = new Retention(
                "odd", "odd", "odd", Set.of(What.WORDS), Span.workingDays(5), "example", "example", LocalDate.EPOCH);

        assertThrows(IllegalArgumentException.class, () -> new RetentionSchedule(List.of(badly), Some.ZONE));
    }
}

package xingma.complaint.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Stage;
import xingma.complaint.Step;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Likeness;
import xingma.complaint.filing.Subject;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.ClockRules;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.rules.ComplaintRules;
import xingma.complaint.seal.Sealed;
import xingma.territory.HolidayNotice;
import xingma.territory.RegionCode;
import xingma.territory.Span;
import xingma.territory.TimeLimit;
import xingma.territory.TimeLimits;
import xingma.territory.WorkingDays;

/** Fridays and weekends as in the mock screens: filed on Friday 2026-11-20, seven and fifteen working days. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClocksTest {
    private static final Actor.Bureau OFFICER = new Actor.Bureau("officer-31", new RegionCode("990102"));
    private static final Sealed WORDS = new Sealed("v1.x");
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Instant FRIDAY = Instant.parse("2026-11-20T01:46:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:05:00Z");

    private final Clocks clocks = new Clocks(rules(), BEIJING);

    @Test
    void a_case_filed_on_friday_is_accepted_or_refused_by_the_seventh_working_day() {
        var clock = clocks.binding(received()).getFirst();

        assertEquals(Which.ACCEPT, clock.which());
        assertEquals(LocalDate.of(2026, 12, 1), clock.due().day());
    }

    @Test
    void what_was_filed_late_in_the_evening_counts_from_the_citys_day_not_from_the_clock_of_the_machine() {
        var beforeMidnight = received(Instant.parse("2026-11-19T15:59:59Z"));
        var afterMidnight = received(Instant.parse("2026-11-19T16:00:00Z"));

        assertEquals(LocalDate.of(2026, 11, 19), clocks.binding(beforeMidnight).getFirst().start());
        assertEquals(LocalDate.of(2026, 11, 20), clocks.binding(afterMidnight).getFirst().start());
    }

    @Test
    void acceptance_stops_one_clock_and_starts_the_next() {
        var handling = received().accept("b", OFFICER, MONDAY).after();

        var all = clocks.all(handling);

        assertEquals(List.of(Which.ACCEPT, Which.HANDLE), all.stream().map(Clock::which).toList());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 23)), all.getFirst().stopped());
        assertEquals(LocalDate.of(2026, 12, 14), all.getLast().due().day());
        assertEquals(2, clocks.used(all.getLast(), LocalDate.of(2026, 11, 25)));
    }

    @Test
    void a_limit_that_counts_from_the_receipt_gains_nothing_by_a_late_acceptance() {
        var verify = new TimeLimit(
                "HANDLE",
                "核查",
                "verify",
                TimeLimit.Start.RECEIVED,
                Optional.of(Span.workingDays(15)),
                Optional.empty(),
                "example",
                Optional.empty(),
                Optional.empty(),
                "example");
        var rules = new ComplaintRules(
                new TimeLimits(List.of(verify)),
                new ClockRules(Map.of(Kind.REPORT, Map.of(Which.HANDLE, "HANDLE"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                rules().calendar());

        var handling = received().accept("b", OFFICER, MONDAY).after();

        assertEquals(
                LocalDate.of(2026, 12, 11),
                new Clocks(rules, BEIJING).binding(handling).getFirst().due().day());
    }

    @Test
    void an_extension_counts_from_the_same_start() {
        var handling = (Complaint.Handling) received().accept("b", OFFICER, MONDAY).after();

        var extended = handling.extend("c", OFFICER, MONDAY, WORDS).after();

        var clock = clocks.binding(extended).getFirst();
        assertTrue(clock.extended());
        assertEquals(Span.workingDays(30), clock.span());
        assertTrue(((Complaint.Handling) extended).isExtended());
    }

    @Test
    void the_days_of_an_appraisal_do_not_count() {
        var handling = (Complaint.Handling) received().accept("b", OFFICER, MONDAY).after();
        var paused = (Complaint.Paused)
                handling.pause("c", OFFICER, Instant.parse("2026-11-24T02:00:00Z"), WORDS).after();
        assertEquals(List.of(), clocks.binding(paused));

        var resumed = paused.resume("d", OFFICER, Instant.parse("2026-12-01T02:00:00Z"), WORDS).after();

        assertEquals(Span.workingDays(20), clocks.binding(resumed).getFirst().span());
        assertEquals(LocalDate.of(2026, 12, 21), clocks.binding(resumed).getFirst().due().day());
    }

    @Test
    void a_transfer_does_not_give_the_bureau_more_time() {
        var moved = received().transfer("b", OFFICER, MONDAY, new RegionCode("990103"), WORDS).after();

        assertEquals(LocalDate.of(2026, 12, 1), clocks.binding(moved).getFirst().due().day());
        assertEquals(new RegionCode("990103"), moved.unit());
    }

    @Test
    void while_two_units_dispute_both_clocks_run() {
        var moved = (Complaint.Received)
                received().transfer("b", OFFICER, MONDAY, new RegionCode("990103"), WORDS).after();

        var disputed = moved.dispute("c", OFFICER, MONDAY, WORDS).after();

        assertEquals(
                List.of(Which.ACCEPT, Which.DISPUTE),
                clocks.binding(disputed).stream().map(Clock::which).toList());
        assertEquals(new RegionCode("990100"), disputed.unit());
    }

    @Test
    void a_case_keeps_the_limit_that_was_in_force_when_it_was_filed() {
        var old = received(Instant.parse("2026-01-05T02:00:00Z"));

        assertEquals(Span.workingDays(10), clocks.binding(old).getFirst().span());
    }

    @Test
    void the_sweep_is_woken_at_half_at_four_fifths_at_the_end_and_after_it() {
        var received = received();

        assertEquals(Optional.of(LocalDate.of(2026, 11, 26)), clocks.wake(received));
        assertEquals(
                List.of("remind-ACCEPT-2026-11-20-HALF", "remind-ACCEPT-2026-11-20-FOUR_FIFTHS"),
                clocks.tasks(received, LocalDate.of(2026, 11, 30)).stream()
                        .map(Clocks.Task::id)
                        .toList());
        assertEquals(4, clocks.tasks(received, LocalDate.of(2026, 12, 2)).size());
    }

    @Test
    void what_was_done_about_a_clock_is_not_done_again() {
        var first = clocks.tasks(received(), LocalDate.of(2026, 11, 26)).getFirst();
        var reminded = received().remind(first.id(), FRIDAY, Which.ACCEPT, Act.Mark.HALF).after();

        assertEquals(List.of(), clocks.tasks(reminded, LocalDate.of(2026, 11, 26)));
    }

    @Test
    void a_case_is_late_from_the_day_after_its_last_day() {
        assertFalse(clocks.isLate(received(), LocalDate.of(2026, 12, 1)));
        assertTrue(clocks.isLate(received(), LocalDate.of(2026, 12, 2)));
    }

    @Test
    void the_window_to_object_binds_the_complainant_and_not_the_bureau() {
        var handling = (Complaint.Handling) received().accept("b", OFFICER, MONDAY).after();
        var answered = handling.answer("c", OFFICER, MONDAY, Act.Result.UPHELD, WORDS).after();

        assertEquals(List.of(), clocks.binding(answered));
        assertTrue(clocks.objection(answered, LocalDate.of(2026, 12, 14)).isPresent());
        assertFalse(clocks.objection(answered, LocalDate.of(2026, 12, 15)).isPresent());
        assertFalse(clocks.isLate(answered, LocalDate.of(2027, 6, 1)));
    }

    @Test
    void a_case_that_the_city_sends_back_begins_a_new_round() {
        var handling = (Complaint.Handling) received().accept("b", OFFICER, MONDAY).after();
        var answered = (Complaint.Answered)
                handling.answer("c", OFFICER, MONDAY, Act.Result.UNFOUNDED, WORDS).after();
        var reviewing = (Complaint.Reviewing) answered.object("d", MONDAY, WORDS).after();
        var city = new Actor.Bureau("officer-1", new RegionCode("990100"));
        assertEquals(new RegionCode("990100"), reviewing.unit());

        var again = reviewing.review("e", city, MONDAY, Act.Ruling.RETURNED, WORDS).after();

        assertEquals(Stage.HANDLING, again.stage());
        assertEquals(new RegionCode("990102"), again.unit());
        assertEquals(Which.HANDLE, clocks.binding(again).getFirst().which());
    }

    @Test
    void a_case_read_from_its_acts_is_the_case_that_was_kept() {
        var handling = received().accept("b", OFFICER, MONDAY).after();

        assertEquals(handling, Complaint.of(handling.docket().acts(), handling.docket().head()));
    }

    private static Complaint.Received received() {
        return received(FRIDAY);
    }

    private static Complaint.Received received(Instant at) {
        var filing = new Filing(
                CaseNumber.of("48271930556"),
                Kind.REPORT,
                "impostor",
                Identity.ANONYMOUS,
                Subject.named(""),
                new RegionCode("990102"),
                WORDS,
                Optional.empty(),
                Optional.empty(),
                Likeness.ERASED,
                Channel.SCAN,
                Optional.empty(),
                "zh-Hans",
                Optional.empty());
        return (Complaint.Received)
                Step.first(new Act.Filed("a", at, new Actor.Complainant(), filing)).after();
    }

    private static ComplaintRules rules() {
        var codes = new EnumMap<Which, String>(Which.class);
        for (var which : Which.values()) {
            codes.put(which, which.name());
        }
        var limits = new TimeLimits(List.of(
                limit(Which.ACCEPT, 10, Optional.empty(), Optional.of(LocalDate.of(2026, 6, 30))),
                limit(Which.ACCEPT, 7, Optional.of(LocalDate.of(2026, 7, 1)), Optional.empty()),
                limit(Which.HANDLE, 15, Optional.empty(), Optional.empty()),
                limit(Which.DISPUTE, 7, Optional.empty(), Optional.empty()),
                limit(Which.REVIEW, 15, Optional.empty(), Optional.empty()),
                limit(Which.OBJECT, 15, Optional.empty(), Optional.empty())));
        var notice = new HolidayNotice(2026, new TreeSet<>(), new TreeSet<>(), "example");
        return new ComplaintRules(
                limits,
                new ClockRules(Map.of(Kind.REPORT, codes)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                WorkingDays.of(List.of(notice), List.of()));
    }

    private static TimeLimit limit(Which which, int days, Optional<LocalDate> from, Optional<LocalDate> until) {
        return new TimeLimit(
                which.name(),
                "期限",
                "limit",
                which == Which.HANDLE ? TimeLimit.Start.ACCEPTED : TimeLimit.Start.RECEIVED,
                Optional.of(Span.workingDays(days)),
                which == Which.HANDLE ? Optional.of(Span.workingDays(15)) : Optional.empty(),
                "example",
                from,
                until,
                "example");
    }
}

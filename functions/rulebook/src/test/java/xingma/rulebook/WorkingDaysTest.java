package xingma.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.territory.DueDay;
import xingma.territory.HolidayNotice;
import xingma.territory.Span;
import xingma.territory.Span.Unit;
import xingma.territory.WorkingDays;
import xingma.territory.WorkingDays.Day.Sort;

/** The law's counting, on the calendar that ships. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class WorkingDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2021, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final int LONGEST = 60;
    /** An invented notice for 2027: 元旦 to Sunday and 28 December a day off, 春节 of eight days. */
    private static final HolidayNotice FOR_2027 = HolidayNotice.of(
            2027,
            List.of(
                    day("2026-12-28"), day("2027-01-01"), day("2027-01-02"), day("2027-01-03"), day("2027-02-05"),
                    day("2027-02-06"), day("2027-02-07"), day("2027-02-08"), day("2027-02-09")),
            List.of(day("2027-01-09"), day("2027-02-20")),
            "a notice for the test");

    private final WorkingDays calendar = Rulebook.standard().calendar();

    @ParameterizedTest(name = "{0} + {1} {2} = {3}")
    @CsvFileSource(resources = "complaint/shared-vectors.csv", numLinesToSkip = 1)
    void the_agreed_vectors_hold(LocalDate start, int amount, Unit unit, LocalDate due, boolean provisional) {
        assertEquals(new DueDay(due, provisional), calendar.due(start, new Span(amount, unit)));
    }

    @ParameterizedTest(name = "{0} + {1} {2} = {3}: {5}")
    @CsvFileSource(resources = "complaint/worked-vectors.csv", numLinesToSkip = 1)
    void vectors_worked_apart_from_this_code_hold(
            LocalDate start, int amount, Unit unit, LocalDate due, boolean provisional, String why) {
        assertEquals(new DueDay(due, provisional), calendar.due(start, new Span(amount, unit)), why);
    }

    @ParameterizedTest
    @CsvSource({"2023,249", "2024,251", "2025,248", "2026,248"})
    void a_year_has_as_many_working_days_as_the_notice_leaves(int year, int days) {
        assertEquals(
                days, calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)));
    }

    @Test
    void a_limit_in_working_days_ends_on_a_working_day_and_one_day_more_ends_later() {
        for (var start = FIRST; start.isBefore(LAST); start = start.plusDays(1)) {
            var before = start;
            for (var amount = 1; amount <= LONGEST; amount++) {
                var due = calendar.due(start, Span.workingDays(amount)).day();
                assertTrue(calendar.isWorking(due));
                assertTrue(due.isAfter(before));
                before = due;
            }
        }
    }

    @Test
    void counting_the_working_days_up_to_a_due_day_gives_the_span_back() {
        for (var start = FIRST; start.isBefore(LAST); start = start.plusDays(1)) {
            for (var amount : new int[] {1, 2, 5, 7, 15, 30, 45}) {
                var due = calendar.due(start, Span.workingDays(amount)).day();
                assertEquals(amount, calendar.workingDaysBetween(start, due));
                assertEquals(amount - 1, calendar.workingDaysBetween(start, due.minusDays(1)));
            }
        }
    }

    @Test
    void a_limit_in_days_or_months_ends_on_the_first_working_day_from_its_last_day_on() {
        for (var start = FIRST; start.isBefore(LAST); start = start.plusDays(1)) {
            for (var amount = 1; amount <= LONGEST; amount++) {
                rolled(start.plusDays(amount), calendar.due(start, Span.calendarDays(amount)).day());
                rolled(start.plusMonths(amount), calendar.due(start, Span.months(amount)).day());
            }
        }
    }

    @Test
    void an_extension_counts_on_from_the_due_day_of_what_it_extends() {
        for (var start = FIRST; start.isBefore(LAST); start = start.plusDays(1)) {
            var fifteen = Span.workingDays(15);
            assertEquals(
                    calendar.due(calendar.due(start, fifteen).day(), fifteen).day(),
                    calendar.due(start, fifteen.plus(fifteen)).day());
        }
    }

    @Test
    void no_working_day_lies_between_a_day_and_itself_or_an_earlier_one() {
        assertEquals(0, calendar.workingDaysBetween(day("2026-11-23"), day("2026-11-23")));
        assertEquals(0, calendar.workingDaysBetween(day("2026-11-23"), day("2026-11-16")));
    }

    @Test
    void a_due_day_is_provisional_until_the_notice_is_out_and_may_move_with_it() {
        var filed = day("2026-12-25");
        assertEquals(new DueDay(day("2027-01-06"), true), calendar.due(filed, Span.workingDays(7)));
        var known = calendar.with(List.of(FOR_2027));
        assertTrue(known.isOfficial(2027));
        assertFalse(calendar.isOfficial(2027));
        assertEquals(
                new DueDay(day("2027-01-07"), false),
                known.due(filed, Span.workingDays(7)),
                "the notice gives 28 December 2026 off");
        assertEquals(
                new DueDay(day("2027-01-09"), false), known.due(day("2027-01-08"), Span.workingDays(1)), "made up");
    }

    @Test
    void a_notice_takes_the_place_of_what_was_expected_and_of_an_earlier_notice() {
        assertFalse(calendar.isWorking(day("2027-04-05")), "expected: 清明");
        var known = calendar.with(List.of(FOR_2027));
        assertTrue(known.isWorking(day("2027-04-05")), "the notice does not name it");
        var corrected = HolidayNotice.of(2027, List.of(day("2027-04-05")), List.of(), "a correction");
        assertFalse(known.with(List.of(corrected)).isWorking(day("2027-04-05")));
        assertTrue(known.with(List.of(corrected)).isWorking(day("2027-01-01")));
    }

    @Test
    void a_notice_for_a_year_may_set_days_in_the_december_before() {
        var first = HolidayNotice.of(2022, List.of(day("2022-10-01")), List.of(day("2022-12-31")), "first");
        var second = HolidayNotice.of(2023, List.of(day("2022-12-31")), List.of(), "second");
        assertFalse(WorkingDays.of(List.of(second, first), List.of()).isWorking(day("2022-12-31")));
        assertTrue(WorkingDays.of(List.of(first), List.of()).isWorking(day("2022-12-31")));
    }

    @Test
    void the_clocks_calendar_tells_four_sorts_of_days_apart() {
        var days = calendar.calendar(day("2026-10-07"), day("2026-10-11"));
        assertEquals(
                List.of(Sort.HOLIDAY, Sort.WORKING, Sort.WORKING, Sort.MAKE_UP, Sort.WEEKEND),
                days.stream().map(WorkingDays.Day::sort).toList());
        assertTrue(days.stream().noneMatch(WorkingDays.Day::provisional));
        assertTrue(calendar.calendar(LAST, LAST).getFirst().provisional());
    }

    @ParameterizedTest
    @CsvSource({
        "2027, 2026-11-30, , not a day of the year or the December before",
        "2027, 2028-01-01, , not a day of the year",
        "2027, , 2027-01-08, a Friday is worked anyway",
        "2027, 2027-01-09, 2027-01-09, both off and worked"
    })
    void an_impossible_notice_is_refused(int year, LocalDate off, LocalDate work, String why) {
        assertThrows(
                IllegalArgumentException.class,
                () -> HolidayNotice.of(year, days(off), days(work), "test"), why);
        assertThrows(
                IllegalArgumentException.class,
                () -> calendar.with(List.of(FOR_2027, FOR_2027)), "two notices for one year");
    }

    private void rolled(LocalDate last, LocalDate due) {
        assertTrue(calendar.isWorking(due));
        assertFalse(due.isBefore(last));
        if (due.isAfter(last)) {
            assertEquals(0, calendar.workingDaysBetween(last.minusDays(1), due.minusDays(1)), last + " to " + due);
        }
    }

    private static Set<LocalDate> days(LocalDate day) {
        return day == null ? Set.of() : Set.of(day);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}

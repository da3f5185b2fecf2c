package xingma.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.audit.Trail;

/** What every keeper of notices does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class CalendarsContract {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Officer SUPERVISOR =
            new Officer("su", "苏", new RegionCode("990100"), Set.of(Duty.SUPERVISOR));

    /** The same calendars throughout a test, empty at first. */
    protected abstract Calendars calendars();

    /** The trail that is written with them. */
    protected abstract Trail trail();

    @Test
    void before_any_import_no_notice_is_known() {
        assertEquals(List.of(), calendars().notices());
    }

    @Test
    void notices_come_back_as_they_were_imported_the_earliest_year_first() {
        var later = notice(2027, "国办发明电〔2026〕1号 “通知”");
        var sooner = new HolidayNotice(2026, new TreeSet<>(), new TreeSet<>(), "example");

        calendars().keep(later, SUPERVISOR, NOON);
        calendars().keep(sooner, SUPERVISOR, NOON);

        assertEquals(List.of(sooner, later), calendars().notices());
    }

    @Test
    void a_notice_that_was_mended_takes_the_place_of_the_first_and_both_lie_in_the_trail() {
        calendars().keep(notice(2027, "first"), SUPERVISOR, NOON);
        calendars().keep(notice(2027, "mended"), SUPERVISOR, NOON.plusSeconds(60));

        assertEquals(List.of(notice(2027, "mended")), calendars().notices());
        var trail = trail().of("CALENDAR 2027", 0);
        assertEquals(List.of("first", "mended"), trail.stream().map(e -> e.facts().get("source")).toList());
        assertEquals(trail.getFirst().hash(), trail.getLast().before());
        assertEquals("bureau 990100 su", trail.getFirst().by());
        assertEquals("2027-01-01 2027-01-02 2027-01-03", trail.getFirst().facts().get("off"));
    }

    @Test
    void the_notice_that_stands_is_kept_once() {
        calendars().keep(notice(2027, "first"), SUPERVISOR, NOON);
        calendars().keep(notice(2027, "first"), SUPERVISOR, NOON.plusSeconds(60));

        assertEquals(1, trail().of("CALENDAR 2027", 0).size());
    }

    private static HolidayNotice notice(int year, String source) {
        var off = new TreeSet<LocalDate>();
        for (var day = 1; day <= 3; day++) {
            off.add(LocalDate.of(year, 1, day));
        }
        var work = new TreeSet<>(Set.of(LocalDate.of(2027, 1, 9)));
        return new HolidayNotice(year, off, work, source);
    }
}

package xingma.territory;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The calendar by which limits are counted (工作日历): Monday to Friday, corrected by each year's notice. A year without
 * one is counted by the statutory holidays that are expected, and what falls in it is provisional.
 */
public final class WorkingDays {
    /** One day as the clock on a page draws it. */
    public record Day(LocalDate date, Sort sort, boolean provisional) {
        /** What kind of day it is. */
        public enum Sort {
            WORKING,
            /** 调休上班: a weekend day that is worked. */
            MAKE_UP,
            WEEKEND,
            /** 放假: a day off by the notice. */
            HOLIDAY;

            public boolean isWorking() {
                return this == WORKING || this == MAKE_UP;
            }
        }

        public Day {
            requireNonNull(date, "date");
            requireNonNull(sort, "sort");
        }
    }

    private final SortedMap<Integer, HolidayNotice> official;
    private final SortedMap<Integer, HolidayNotice> expected;
    private final Map<LocalDate, Day.Sort> special = new HashMap<>();

    private WorkingDays(SortedMap<Integer, HolidayNotice> official, SortedMap<Integer, HolidayNotice> expected) {
        this.official = Collections.unmodifiableSortedMap(official);
        this.expected = Collections.unmodifiableSortedMap(expected);
        for (var notice : expected.values()) {
            if (!official.containsKey(notice.year())) {
                mark(notice);
            }
        }
        for (var notice : official.values()) {
            mark(notice);
        }
    }

    /**
     * A calendar of the notices that are out.
     *
     * @param expected the statutory holidays of years whose notice may not be out
     */
    public static WorkingDays of(Collection<HolidayNotice> official, Collection<HolidayNotice> expected) {
        return new WorkingDays(byYear(official), byYear(expected));
    }

    /** This calendar once more notices are out; a notice takes the place of what was expected or known for its year. */
    public WorkingDays with(Collection<HolidayNotice> imported) {
        var all = new TreeMap<>(official);
        all.putAll(byYear(imported));
        return new WorkingDays(all, new TreeMap<>(expected));
    }

    /** The notices that are out, by year. */
    public SortedMap<Integer, HolidayNotice> official() {
        return official;
    }

    public boolean isOfficial(int year) {
        return official.containsKey(year);
    }

    public boolean isWorking(LocalDate day) {
        return sort(day).isWorking();
    }

    /**
     * The last day of a span. The day on which it starts is not counted (民法典 art. 201); a span of days or months that
     * ends on a day of rest ends on the next working day (art. 203); a month ends on the same day number or, where
     * there is none, on the last of the month (art. 202). Provisional when a day that was looked at lies in a year
     * without notice.
     */
    public DueDay due(LocalDate start, Span span) {
        return switch (span.unit()) {
            case WORKING_DAY -> afterWorkingDays(start, span.amount());
            case CALENDAR_DAY -> rolled(start.plusDays(span.amount()));
            case MONTH -> rolled(start.plusMonths(span.amount()));
        };
    }

    /** Working days from the day after the start up to and with the end; none when the end is not after the start. */
    public int workingDaysBetween(LocalDate start, LocalDate end) {
        var count = 0;
        for (var day = start.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            if (isWorking(day)) {
                count++;
            }
        }
        return count;
    }

    /** Every day of a stretch, the first and the last among them. */
    public List<Day> calendar(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .map(day -> new Day(day, sort(day), !isOfficial(day.getYear())))
                .toList();
    }

    private DueDay afterWorkingDays(LocalDate start, int amount) {
        var day = start;
        var left = amount;
        var provisional = false;
        while (left > 0) {
            day = day.plusDays(1);
            provisional |= !isOfficial(day.getYear());
            if (isWorking(day)) {
                left--;
            }
        }
        return new DueDay(day, provisional);
    }

    private DueDay rolled(LocalDate end) {
        var day = end;
        var provisional = !isOfficial(day.getYear());
        while (!isWorking(day)) {
            day = day.plusDays(1);
            provisional |= !isOfficial(day.getYear());
        }
        return new DueDay(day, provisional);
    }

    private Day.Sort sort(LocalDate day) {
        var named = special.get(day);
        if (named != null) {
            return named;
        }
        return day.getDayOfWeek().getValue() < 6 ? Day.Sort.WORKING : Day.Sort.WEEKEND;
    }

    private void mark(HolidayNotice notice) {
        for (var day : notice.off()) {
            special.put(day, Day.Sort.HOLIDAY);
        }
        for (var day : notice.work()) {
            special.put(day, Day.Sort.MAKE_UP);
        }
    }

    private static SortedMap<Integer, HolidayNotice> byYear(Collection<HolidayNotice> notices) {
        var all = new TreeMap<Integer, HolidayNotice>();
        for (var notice : notices) {
            if (all.put(notice.year(), notice) != null) {
                throw new IllegalArgumentException("two notices for " + notice.year());
            }
        }
        return all;
    }
}

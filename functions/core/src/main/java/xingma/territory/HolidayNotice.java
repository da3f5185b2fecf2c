package xingma.territory;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The holidays of one year (国务院办公厅关于部分节假日安排的通知). It may also name days of the December before, as the
 * one for 2023 did.
 *
 * @param off days of rest, weekends within the holidays among them
 * @param work Saturdays and Sundays that are worked instead (调休上班)
 */
public record HolidayNotice(int year, SortedSet<LocalDate> off, SortedSet<LocalDate> work, String source) {
    public HolidayNotice {
        requireNonNull(source, "source");
        off = Collections.unmodifiableSortedSet(new TreeSet<>(off));
        work = Collections.unmodifiableSortedSet(new TreeSet<>(work));
        for (var day : off) {
            within(year, day);
        }
        for (var day : work) {
            within(year, day);
            if (off.contains(day)) {
                throw new IllegalArgumentException(day + " cannot be both worked and off");
            }
            if (day.getDayOfWeek().getValue() < 6) {
                throw new IllegalArgumentException(day + " is no weekend: it is worked anyway");
            }
        }
    }

    public static HolidayNotice of(int year, Collection<LocalDate> off, Collection<LocalDate> work, String source) {
        return new HolidayNotice(year, new TreeSet<>(off), new TreeSet<>(work), source);
    }

    private static void within(int year, LocalDate day) {
        if (day.getYear() != year && !(day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER)) {
            throw new IllegalArgumentException(day + " is not a day that the notice for " + year + " may name");
        }
    }
}

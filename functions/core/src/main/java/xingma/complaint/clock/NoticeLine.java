package xingma.complaint.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xingma.audit.Entry;
import xingma.complaint.Actor;
import xingma.territory.HolidayNotice;
import xingma.territory.Officer;

/** The trail's line about a notice of holidays that a supervisor imported: such a notice moves the days of every case. */
public final class NoticeLine {
    private NoticeLine() {}

    /** What the trail calls the calendar of a year. */
    public static String subject(int year) {
        return "CALENDAR " + year;
    }

    /**
     * @param position 1 for the first notice of its year
     * @param before the hash of the line before, or {@link Entry#FIRST}
     */
    public static Entry of(HolidayNotice notice, Officer by, Instant at, int position, String before) {
        var facts = new TreeMap<String, String>();
        facts.put("off", days(notice.off()));
        facts.put("work", days(notice.work()));
        facts.put("source", notice.source());
        var actor = new Actor.Bureau(by.id(), by.territory()).word();
        return new Entry(subject(notice.year()), position, at, actor, "NoticeImported", facts, before);
    }

    private static String days(SortedSet<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }
}

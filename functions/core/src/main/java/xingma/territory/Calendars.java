package xingma.territory;

import java.time.Instant;
import java.util.List;

/** The notices of holidays that a supervisor imported when they came out (节假日安排). */
public interface Calendars {
    /** At most one for each year, the earliest first. */
    List<HolidayNotice> notices();

    /** Keeps a notice in the place of what was known of its year. The notice that stands already is kept once. */
    void keep(HolidayNotice notice, Officer by, Instant at);
}

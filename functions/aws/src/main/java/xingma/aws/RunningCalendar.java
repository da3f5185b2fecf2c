package xingma.aws;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.territory.Calendars;
import xingma.territory.WorkingDays;

/**
 * What is reckoned by the calendar as it is known by now: the one that ships, and the notices that were imported since,
 * looked for once a minute. While they cannot be read the last one holds; a day that is not announced is marked so anyhow.
 *
 * @param <T> what goes by a calendar: the clocks of complaints, the deadlines of a rating
 */
public final class RunningCalendar<T> implements Supplier<T> {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final WorkingDays shipped;
    private final Function<WorkingDays, T> reckoned;
    private final Calendars calendars;
    private final InstantSource clock;
    private final Log log;
    private T known;
    private Instant readAt = Instant.EPOCH;

    public RunningCalendar(
            WorkingDays shipped,
            Function<WorkingDays, T> reckoned,
            Calendars calendars,
            InstantSource clock,
            Log log) {
        this.shipped = requireNonNull(shipped, "shipped");
        this.reckoned = requireNonNull(reckoned, "reckoned");
        this.calendars = requireNonNull(calendars, "calendars");
        this.clock = requireNonNull(clock, "clock");
        this.log = requireNonNull(log, "log");
        this.known = reckoned.apply(shipped);
    }

    @Override
    public synchronized T get() {
        var now = clock.instant();
        if (readAt.plus(FRESH).isBefore(now) || readAt.isAfter(now)) {
            readAt = now;
            try {
                known = reckoned.apply(shipped.with(calendars.notices()));
            } catch (RuntimeException unread) {
                log.write(LogEvent.Failed.by("calendar", unread));
            }
        }
        return known;
    }
}

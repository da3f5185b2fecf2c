package xingma.complain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.complaint.clock.Clocks;
import xingma.complaint.rules.ComplaintRules;
import xingma.territory.Calendars;
import xingma.territory.City;

/**
 * The clocks by the calendar as it is known by now: the rules that ship, and the notices that were imported since, looked
 * for once a minute. While they cannot be read the last ones hold; a day that is not announced is marked so in any case.
 */
public final class RunningClocks implements Supplier<Clocks> {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ComplaintRules rules;
    private final City city;
    private final Calendars calendars;
    private final InstantSource clock;
    private final Log log;
    private Clocks known;
    private Instant readAt = Instant.EPOCH;

    public RunningClocks(ComplaintRules rules, City city, Calendars calendars, InstantSource clock, Log log) {
        this.rules = requireNonNull(rules, "rules");
        this.city = requireNonNull(city, "city");
        this.calendars = requireNonNull(calendars, "calendars");
        this.clock = requireNonNull(clock, "clock");
        this.log = requireNonNull(log, "log");
        this.known = new Clocks(rules, city.zone());
    }

    @Override
    public synchronized Clocks get() {
        var now = clock.instant();
        if (readAt.plus(FRESH).isBefore(now) || readAt.isAfter(now)) {
            readAt = now;
            try {
                known = new Clocks(rules.with(rules.calendar().with(calendars.notices())), city.zone());
            } catch (RuntimeException unread) {
                log.write(LogEvent.Failed.by("calendar", unread));
            }
        }
        return known;
    }
}

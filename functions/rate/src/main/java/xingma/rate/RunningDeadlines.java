package xingma.rate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.evaluation.Deadlines;
import xingma.evaluation.EvaluationRules;
import xingma.territory.Calendars;

/**
 * The deadlines by the calendar as it is known by now: the rules that ship, and the notices that were imported since, looked
 * for once a minute. While they cannot be read the last ones hold.
 */
public final class RunningDeadlines implements Supplier<Deadlines> {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final EvaluationRules rules;
    private final ZoneId zone;
    private final Calendars calendars;
    private final InstantSource clock;
    private final Log log;
    private Deadlines known;
    private Instant readAt = Instant.EPOCH;

    public RunningDeadlines(EvaluationRules rules, ZoneId zone, Calendars calendars, InstantSource clock, Log log) {
        this.rules = requireNonNull(rules, "rules");
        this.zone = requireNonNull(zone, "zone");
        this.calendars = requireNonNull(calendars, "calendars");
        this.clock = requireNonNull(clock, "clock");
        this.log = requireNonNull(log, "log");
        this.known = new Deadlines(rules, zone);
    }

    @Override
    public synchronized Deadlines get() {
        var now = clock.instant();
        if (readAt.plus(FRESH).isBefore(now) || readAt.isAfter(now)) {
            readAt = now;
            try {
                known = new Deadlines(rules.with(rules.calendar().with(calendars.notices())), zone);
            } catch (RuntimeException unread) {
                log.write(LogEvent.Failed.by("calendar", unread));
            }
        }
        return known;
    }
}

package xingma.complaint.clock;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import xingma.complaint.rules.ClockRules.Which;
import xingma.territory.DueDay;
import xingma.territory.Span;
import xingma.territory.TimeLimit;

/**
 * One clock of a case (期限): what it counts, since when, and until which day. It binds the bureau, except
 * {@link Which#OBJECT}, which is the complainant's time.
 *
 * @param start the day that is not counted
 * @param span with its extension and the days that it stood still
 * @param stopped the day on which what it waits for was done, or the case ended
 * @param paused whether it stands still now
 */
public record Clock(
        Which which,
        TimeLimit limit,
        LocalDate start,
        Span span,
        DueDay due,
        boolean extended,
        Optional<LocalDate> stopped,
        boolean paused) {
    public Clock {
        requireNonNull(which, "which");
        requireNonNull(limit, "limit");
        requireNonNull(start, "start");
        requireNonNull(span, "span");
        requireNonNull(due, "due");
        requireNonNull(stopped, "stopped");
    }

    public boolean isRunning() {
        return stopped.isEmpty() && !paused;
    }

    /** Whether its last day has passed without, or passed before, what it waits for. */
    public boolean isLate(LocalDate today) {
        return !paused && stopped.orElse(today).isAfter(due.day());
    }

    /** The same name for the same clock, whatever its last day is by now. */
    public String name() {
        return which + "-" + start;
    }
}

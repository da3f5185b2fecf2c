package xingma.complaint.sweep;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.util.OptionalInt;
import xingma.territory.RegionCode;

/**
 * How many cases a unit closed on time in a month (按时办结率): on time ÷ (closed + open though overdue). A case that is
 * overdue counts against the rate until it is closed, so that leaving it open does not help.
 *
 * @param closed on time or late
 * @param openOverdue still open after its last day when this was computed
 */
public record OnTimeRate(
        RegionCode unit, YearMonth month, int closedOnTime, int closed, int openOverdue, Instant computedAt) {
    private static final int WHOLE = 1_000;

    public OnTimeRate {
        requireNonNull(unit, "unit");
        requireNonNull(month, "month");
        requireNonNull(computedAt, "computedAt");
        if (closedOnTime < 0 || closed < closedOnTime || openOverdue < 0) {
            throw new IllegalArgumentException("more cases closed on time than closed, or fewer than none");
        }
    }

    /**
     * In tenths of a percent, rounded half up, but never up to the whole; empty where there was no case.
     */
    public OptionalInt perThousand() {
        var of = closed + openOverdue;
        if (of == 0) {
            return OptionalInt.empty();
        }
        if (closedOnTime == of) {
            return OptionalInt.of(WHOLE);
        }
        var rounded = (2L * WHOLE * closedOnTime + of) / (2L * of);
        return OptionalInt.of((int) Math.min(rounded, WHOLE - 1));
    }
}

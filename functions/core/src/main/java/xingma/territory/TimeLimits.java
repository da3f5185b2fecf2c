package xingma.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All limits, past and present. What a rule of an event sets stands before the rule that it shortens. */
public final class TimeLimits {
    private final List<TimeLimit> all;

    public TimeLimits(List<TimeLimit> all) {
        this.all = List.copyOf(all);
    }

    public List<TimeLimit> all() {
        return all;
    }

    /** The limit under which a case that begins on this day runs to its end: of several the first. */
    public Optional<TimeLimit> inForce(String code, LocalDate day) {
        for (var limit : all) {
            if (limit.code().equals(code) && limit.isInForce(day)) {
                return Optional.of(limit);
            }
        }
        return Optional.empty();
    }
}

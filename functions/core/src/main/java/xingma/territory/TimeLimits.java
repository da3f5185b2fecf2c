package xingma.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All limits, past and present. What a rule of an event sets stands before the rule that it shortens. */
public final class TimeLimits {
    private final List<TimeLimit> all;
    private final Map<String, List<TimeLimit>> byCode = new HashMap<>();

    public TimeLimits(List<TimeLimit> all) {
        this.all = List.copyOf(all);
        this.all.forEach(limit -> byCode.computeIfAbsent(limit.code(), code -> new ArrayList<>()).add(limit));
    }

    public List<TimeLimit> all() {
        return all;
    }

    /** The limit under which a case that begins on this day runs to its end: of several the first. */
    public Optional<TimeLimit> inForce(String code, LocalDate day) {
        return byCode.getOrDefault(code, List.of()).stream().filter(limit -> limit.isInForce(day)).findFirst();
    }
}

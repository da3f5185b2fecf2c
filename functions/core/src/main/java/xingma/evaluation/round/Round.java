package xingma.evaluation.round;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xingma.territory.RegionCode;

/**
 * A round of evaluation that the bureau calls (评价轮次): under which edition, where, from when to when one may apply.
 *
 * @param id such as {@code 2026-1}
 * @param territory the city, or one district
 * @param kinds the kinds of premises that may take part
 * @param embargo until when a commendation list of this round is not given out (解禁时间); absent while none is planned
 */
public record Round(
        String id,
        String name,
        RegionCode territory,
        String standard,
        int edition,
        Set<String> kinds,
        LocalDate from,
        LocalDate until,
        Optional<Instant> embargo) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    public Round {
        requireNonNull(territory, "territory");
        requireNonNull(embargo, "embargo");
        kinds = Set.copyOf(kinds);
        if (!isId(id) || name.isBlank() || standard.isBlank() || edition < 1 || kinds.isEmpty()) {
            throw new IllegalArgumentException("a round has an id, a name, a standard and kinds of premises");
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a round ends after it begins");
        }
    }

    /** Whether a round could be called so, such as {@code 2026-1}. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    public boolean isOpen(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}

package xingma.warning;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/** A notice from the bureau to whoever scans (监管提醒, 警示). Shown from a day, until a day or until withdrawn. */
public record Warning(
        String id, Severity severity, String headline, String advice, String issuer, LocalDate from, Optional<LocalDate> until) {
    public Warning {
        requireNonNull(headline, "headline");
        requireNonNull(from, "from");
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }

    public enum Severity {
        /** 提醒 */
        ADVICE,
        /** 警示: stands directly under the verdict. */
        SEVERE
    }
}

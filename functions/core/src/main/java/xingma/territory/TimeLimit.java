package xingma.territory;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A limit that a rule sets (期限规定), with its legal basis and the days between which it binds.
 *
 * @param span empty where the rule is known to exist and its number is not: such a limit never runs silently
 * @param extension how much longer it may once become (延期), counted in the unit of the span
 * @param from first day on which a case may begin under it; empty when it always did
 * @param until last such day; empty while it is in force
 * @param assurance how sure the number is: verified, from memory, illustrative
 */
public record TimeLimit(
        String code,
        String chinese,
        String english,
        Start start,
        Optional<Span> span,
        Optional<Span> extension,
        String basis,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        String assurance) {
    /** What a limit is counted from (起算点); the day itself is not counted. */
    public enum Start {
        RECEIVED, APPLIED, ACCEPTED, TRANSFERRED_IN, DISPUTE, MEDIATION_ENDED, ANSWERED, REVIEW_REQUESTED, CLOSED,
        CASE_FILED, CASE_DECIDED, PENALTY_REVERSED, PUBLISHED, FORMED
    }

    public TimeLimit {
        requireNonNull(code, "code");
        requireNonNull(chinese, "chinese");
        requireNonNull(english, "english");
        requireNonNull(start, "start");
        requireNonNull(span, "span");
        requireNonNull(extension, "extension");
        requireNonNull(basis, "basis");
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        requireNonNull(assurance, "assurance");
        if (extension.isPresent() && !extension.get().unit().equals(span.orElseThrow().unit())) {
            throw new IllegalArgumentException(code + ": an extension counts in the unit of what it extends");
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException(code + " ends before it begins");
        }
    }

    public boolean isInForce(LocalDate day) {
        return (from.isEmpty() || !day.isBefore(from.get())) && (until.isEmpty() || !day.isAfter(until.get()));
    }

    /** The span with its extension; empty where one of them is missing. */
    public Optional<Span> extended() {
        return span.flatMap(normal -> extension.map(normal::plus));
    }
}

package xingma.complaint.rules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Set;
import xingma.territory.Span;

/**
 * What of a closed case is erased, and when (保存期限): no longer than its purpose needs.
 *
 * @param basis the provision that it follows
 * @param source who set the span, or after what
 * @param since the day on which it was set
 */
public record Retention(
        String id,
        String chinese,
        String english,
        Set<What> erased,
        Span afterClosing,
        String basis,
        String source,
        LocalDate since) {
    /** A part of a case that can be erased by itself. */
    public enum What { CONTACT, WORDS, EVIDENCE }

    public Retention {
        requireNonNull(id, "id");
        requireNonNull(chinese, "chinese");
        requireNonNull(english, "english");
        erased = Set.copyOf(erased);
        requireNonNull(afterClosing, "afterClosing");
        requireNonNull(basis, "basis");
        requireNonNull(source, "source");
        requireNonNull(since, "since");
        if (erased.isEmpty()) {
            throw new IllegalArgumentException(id + " erases nothing");
        }
    }
}

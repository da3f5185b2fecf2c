package xingma.complaint.rules;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import xingma.territory.Span;

/** What of a closed case is erased, and when (保存期限): no longer than its purpose needs. */
public record Retention(String id, String chinese, Set<What> erased, Span afterClosing, String basis) {
    /** A part of a case that can be erased by itself. */
    public enum What { CONTACT, WORDS, EVIDENCE }

    public Retention {
        requireNonNull(id, "id");
        requireNonNull(chinese, "chinese");
        erased = Set.copyOf(erased);
        requireNonNull(afterClosing, "afterClosing");
        requireNonNull(basis, "basis");
        if (erased.isEmpty()) {
            throw new IllegalArgumentException(id + " erases nothing");
        }
    }
}

package xingma.complaint.rules;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import xingma.complaint.filing.Kind;
import xingma.fact.Wording;

/**
 * What a case is about (类别), chosen by the consumer and corrected by the officer.
 *
 * @param kinds the kinds for which it is offered, the usual one first
 * @param premises ids of the premises kinds for which it is offered; empty for all
 * @param urgent what to do first where life or health may be in danger now
 */
public record Category(
        String id,
        String chinese,
        String english,
        SequencedSet<Kind> kinds,
        Set<String> premises,
        About about,
        Optional<Wording> urgent) {
    /** What of an institution a category concerns; a practitioner's entry offers those about a person. */
    public enum About { INSTITUTION, PERSON, PLACARD, RECORD }

    public Category {
        requireNonNull(id, "id");
        requireNonNull(chinese, "chinese");
        requireNonNull(english, "english");
        kinds = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(kinds));
        premises = Set.copyOf(premises);
        requireNonNull(about, "about");
        requireNonNull(urgent, "urgent");
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException(id + " is offered for no kind");
        }
    }

    public Kind usual() {
        return kinds.getFirst();
    }

    public boolean isFor(Kind kind, String premisesKind) {
        return kinds.contains(kind) && (premises.isEmpty() || premises.contains(premisesKind));
    }
}

package xingma.complaint.rules;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import xingma.complaint.filing.Kind;

/**
 * A ground on which a case may be refused (不予受理情形); there are no others.
 *
 * @param kinds the kinds that may be refused on it: a report, for one, does not lapse after three years
 */
public record RefusalGround(String id, String chinese, String english, Set<Kind> kinds, String basis) {
    public RefusalGround {
        requireNonNull(id, "id");
        requireNonNull(chinese, "chinese");
        requireNonNull(english, "english");
        kinds = Set.copyOf(kinds);
        requireNonNull(basis, "basis");
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException(id + " is a ground for no kind");
        }
    }
}

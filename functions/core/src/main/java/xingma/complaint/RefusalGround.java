package xingma.complaint;

import static java.util.Objects.requireNonNull;

/** A ground on which the law lets a case be refused (不予受理情形); there are no others. */
public record RefusalGround(String id, String chinese, String english, String basis) {
    public RefusalGround {
        requireNonNull(id, "id");
        requireNonNull(chinese, "chinese");
        requireNonNull(english, "english");
        requireNonNull(basis, "basis");
    }
}

package xingma.rating;

import static java.util.Objects.requireNonNull;

/** What somebody found at one clause (评分). There is no mark for "not looked at": a clause without a mark is an error. */
public sealed interface Mark {
    record Scored(Points points) implements Mark {
        public Scored {
            requireNonNull(points, "points");
        }
    }

    /** 不适用, with the reason why. */
    record NotApplicable(String reason) implements Mark {
        public NotApplicable {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("what does not apply does so for a reason");
            }
        }
    }
}

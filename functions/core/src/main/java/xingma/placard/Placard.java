package xingma.placard;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.territory.RegionCode;

/** One placard on its way from the printer to the wall and off it again (公示牌). A code is never used twice. */
public sealed interface Placard {
    Issue issue();

    default PlacardCode code() {
        return issue().code();
    }

    /**
     * What was issued, to whom.
     *
     * @param edition 1 for an institution's first placard, one more for each after it
     * @param name the institution's name as printed
     */
    record Issue(
            PlacardCode code,
            InstitutionId institution,
            RegionCode district,
            String name,
            int edition,
            LocalDate on,
            String by) {
        public Issue {
            requireNonNull(code, "code");
            requireNonNull(institution, "institution");
            requireNonNull(district, "district");
            requireNonNull(on, "on");
            if (edition < 1) {
                throw new IllegalArgumentException("editions count from 1");
            }
        }
    }

    /** On its way to the wall, or on it. */
    record Live(Issue issue, Posting posting) implements Placard {
        public Live post(Posting next) {
            if (!next.step().mayFollow(posting.step())) {
                throw new IllegalArgumentException(next.step() + " does not follow " + posting.step());
            }
            return new Live(issue, next);
        }

        public Withdrawn withdraw(String by, String reason, Instant at) {
            return new Withdrawn(issue, by, reason, at);
        }

        public Replaced replace(String by, String reason, Instant at) {
            return new Replaced(issue, by, reason, at);
        }
    }

    /** 收回作废: the institution has no valid placard any more. */
    record Withdrawn(Issue issue, String by, String reason, Instant at) implements Placard {}

    /** 换新: a newer edition hangs in its place; the new code is not told, the wall shows it. */
    record Replaced(Issue issue, String by, String reason, Instant at) implements Placard {}
}

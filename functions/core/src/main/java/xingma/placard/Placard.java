package xingma.placard;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /** Every step to the wall, the oldest first; the first is the issue. */
    List<Posting> steps();

    /** Where it is now, or was when it ceased to stand. */
    default Posting posting() {
        return steps().getLast();
    }

    /**
     * What a scan finds.
     *
     * @param standing reads the institution behind a placard that stands; behind another nobody looks
     */
    Scan scanned(Function<Live, Scan.Standing> standing);

    /** On its way to the wall, or on it. */
    record Live(Issue issue, List<Posting> steps) implements Placard {
        /** More than a placard sees in its life, and few enough for the one read of a scan. */
        public static final int MOST_STEPS = 40;

        public Live {
            steps = checked(steps);
        }

        @Override
        public Scan scanned(Function<Live, Scan.Standing> standing) {
            return standing.apply(this);
        }

        public Live post(Posting next) {
            if (!mayPost(next.step())) {
                throw new IllegalArgumentException(next.step() + " does not follow " + posting().step());
            }
            var more = new ArrayList<>(steps);
            if (more.size() == MOST_STEPS) {
                // The issue stays; of the rest the oldest goes.
                more.remove(1);
            }
            more.add(next);
            return new Live(issue, more);
        }

        public boolean mayPost(Posting.Step next) {
            return next.mayFollow(posting().step());
        }

        public Withdrawn withdraw(String by, String reason, Instant at) {
            return new Withdrawn(issue, steps, by, reason, at);
        }

        public Replaced replace(String by, String reason, Instant at) {
            return new Replaced(issue, steps, by, reason, at);
        }
    }

    /** 收回作废: the institution has no valid placard any more. */
    record Withdrawn(Issue issue, List<Posting> steps, String by, String reason, Instant at) implements Placard {
        public Withdrawn {
            steps = checked(steps);
            requireNonNull(reason, "reason");
            requireNonNull(at, "at");
        }

        @Override
        public Scan scanned(Function<Live, Scan.Standing> standing) {
            return new Scan.Withdrawn(this);
        }
    }

    /** 换新: a newer edition hangs in its place; the new code is not told, the wall shows it. */
    record Replaced(Issue issue, List<Posting> steps, String by, String reason, Instant at) implements Placard {
        public Replaced {
            steps = checked(steps);
            requireNonNull(reason, "reason");
            requireNonNull(at, "at");
        }

        @Override
        public Scan scanned(Function<Live, Scan.Standing> standing) {
            return new Scan.Replaced(this);
        }
    }

    private static List<Posting> checked(List<Posting> steps) {
        if (steps.isEmpty() || steps.size() > Live.MOST_STEPS || steps.getFirst().step() != Posting.Step.ISSUED) {
            throw new IllegalArgumentException("a placard's steps begin with its issue");
        }
        return List.copyOf(steps);
    }
}

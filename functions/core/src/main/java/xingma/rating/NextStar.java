package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The nearest path to more stars (离下一颗星最近的一步): the clauses whose mending costs least effort, and of several such
 * sets the one that gains most. To mend a clause is to earn it in full; what does not apply stays so.
 */
public sealed interface NextStar {
    /**
     * @param mend the clauses, in the order of the standard
     * @param effort the sum of theirs
     * @param after what the sheet is then worth
     */
    record Path(List<Clause> mend, int effort, Stars after) implements NextStar {
        public Path {
            mend = List.copyOf(mend);
            requireNonNull(after, "after");
        }
    }

    /** No mending of clauses leads there: what is in the way lies outside the sheet. */
    record Blocked(List<Reckoning> by) implements NextStar {
        public Blocked {
            by = List.copyOf(by);
        }
    }

    /** The sheet is worth so many stars already. */
    record There(Stars stars) implements NextStar {}

    /**
     * Finds the path. Every set of red lines that only take a star away is tried; for each the clauses are chosen by
     * dynamic programming over effort, part by part, which is exact because within a part only the gain counts.
     *
     * @throws IllegalArgumentException if the sheet cannot be rated, or the standard has no such stars
     */
    static NextStar to(int stars, Standard standard, String type, Sheet sheet, Track track, LocalDate day) {
        if (standard.threshold(stars).isEmpty()) {
            throw new IllegalArgumentException("the standard knows no " + stars + " stars");
        }
        if (!(Stars.of(standard, type, sheet, track, day) instanceof Stars.Outcome.Rated(var now))) {
            throw new IllegalArgumentException("a sheet that cannot be rated has no path");
        }
        if (now.stars() >= stars) {
            return new There(now);
        }
        var outside = new ArrayList<Reckoning>();
        for (var step : now.limits(stars)) {
            if (step instanceof Reckoning.CappedByWarning || step instanceof Reckoning.CappedByTrack) {
                outside.add(step);
            }
        }
        return outside.isEmpty()
                ? new PathSearch(stars, standard, type, sheet, track, day).best()
                : new Blocked(outside);
    }
}

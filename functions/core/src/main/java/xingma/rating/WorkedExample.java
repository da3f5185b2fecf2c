package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A made-up institution reckoned by a standard from beginning to end (算例), for the page that explains how stars come
 * about. Made from the standard itself, so that it never tells of another edition.
 *
 * @param type of the institution
 */
public record WorkedExample(Standard standard, String type, Sheet sheet, Stars stars) {
    /** Every so many clauses lose one step; red lines are kept. */
    private static final int LOSES = 4;

    public WorkedExample {
        requireNonNull(standard, "standard");
        requireNonNull(type, "type");
        requireNonNull(sheet, "sheet");
        requireNonNull(stars, "stars");
    }

    /** Empty where the standard asks too little of the type to show anything. */
    public static Optional<WorkedExample> of(Standard standard, String type, LocalDate day) {
        var marks = new TreeMap<String, Mark>();
        var leftOut = false;
        var n = 0;
        for (var clause : standard.askedOf(type)) {
            n++;
            if (clause.mayNotApply() && clause.redLine().isEmpty() && !leftOut) {
                marks.put(clause.code(), new Mark.NotApplicable("示例：没有开展"));
                leftOut = true;
            } else if (n % LOSES == 0 && clause.redLine().isEmpty()) {
                marks.put(clause.code(), new Mark.Scored(oneStepLess(clause)));
            } else {
                marks.put(clause.code(), new Mark.Scored(clause.most()));
            }
        }
        var sheet = new Sheet(marks);
        return Stars.of(standard, type, sheet, Track.CLEAN, day) instanceof Stars.Outcome.Rated(var stars)
                ? Optional.of(new WorkedExample(standard, type, sheet, stars))
                : Optional.empty();
    }

    /** The method's next score, and four of five where it is a ratio. */
    private static Points oneStepLess(Clause clause) {
        var choices = clause.method().choices(clause.most());
        return choices.isEmpty() ? clause.most().ratio(4, 5) : choices.get(1);
    }
}

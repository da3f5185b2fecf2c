package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far those who rated under one standard agree (评分一致性): measured from the blind sheets, so that the bureau sees
 * which clause is read in two ways and who scores above or below the others. Reckoned in whole numbers and fractions:
 * the same sheets give the same report to the last byte, in whatever order they come.
 *
 * @param agreement by clause
 * @param drift by expert
 * @param gap between self-check and settled sheet, by clause
 */
public record Fairness(
        String standard,
        SortedMap<String, Agreement> agreement,
        SortedMap<String, Mean> drift,
        SortedMap<String, Mean> gap) {
    private static final int QUINTILES = 5;

    /**
     * One institution's review.
     *
     * @param sheets as handed in, by expert
     */
    public record Review(
            String type, SortedMap<String, Sheet> sheets, Optional<Sheet> settled, Optional<Sheet> selfCheck) {
        public Review {
            requireNonNull(type, "type");
            requireNonNull(settled, "settled");
            requireNonNull(selfCheck, "selfCheck");
            sheets = Collections.unmodifiableSortedMap(new TreeMap<>(sheets));
        }
    }

    /**
     * Quadratically weighted kappa over all ordered pairs of experts who scored the same institution.
     *
     * <p>With {@code k} the level of one expert and {@code l} of the other, {@code N} pairs, and {@code m(k)} of them
     * beginning with level {@code k}: <pre>kappa = 1 - N * sum over pairs of (k-l)^2 / sum over k,l of m(k)*m(l)*(k-l)^2</pre>
     * Levels are the scores that the method allows, and fifths of the points for a ratio.
     *
     * @param kappa empty where all experts gave the same level everywhere: there is nothing to compare chance with
     * @param pairs unordered pairs compared
     * @param apart pairs of which one held the clause not applicable and one scored it
     */
    public record Agreement(Optional<String> kappa, int pairs, int apart) {}

    /**
     * A mean of signed differences, in hundredths of a clause's points.
     *
     * @param mean to four decimals; empty where nothing was compared
     */
    public record Mean(Optional<String> mean, int count) {}

    public Fairness {
        requireNonNull(standard, "standard");
        agreement = Collections.unmodifiableSortedMap(new TreeMap<>(agreement));
        drift = Collections.unmodifiableSortedMap(new TreeMap<>(drift));
        gap = Collections.unmodifiableSortedMap(new TreeMap<>(gap));
    }

    public static Fairness of(Standard standard, List<Review> reviews) {
        var agreement = new TreeMap<String, Agreement>();
        var gaps = new TreeMap<String, Mean>();
        var drifts = new TreeMap<String, Sum>();
        reviews.forEach(r -> r.sheets().keySet().forEach(expert -> drifts.putIfAbsent(expert, new Sum())));
        for (var clause : standard.clauses()) {
            var pairs = new Pairs(clause);
            var gap = new Sum();
            for (var review : reviews) {
                pairs.add(review);
                addDrift(clause, review, drifts);
                addGap(clause, review, gap);
            }
            agreement.put(clause.code(), pairs.agreement());
            gaps.put(clause.code(), gap.mean());
        }
        var drift = new TreeMap<String, Mean>();
        drifts.forEach((expert, sum) -> drift.put(expert, sum.mean()));
        return new Fairness(standard.name(), agreement, drift, gaps);
    }

    /** As a file (CSV) of three tables below one another, a line for each clause and expert. */
    public String report() {
        var lines = new ArrayList<String>();
        lines.add("standard," + standard);
        lines.add("agreement,clause,kappa,pairs,apart");
        agreement.forEach((clause, a) ->
                lines.add("agreement," + clause + "," + a.kappa().orElse("") + "," + a.pairs() + "," + a.apart()));
        lines.add("drift,expert,mean,scores");
        drift.forEach((expert, m) -> lines.add("drift," + quoted(expert) + "," + m.mean().orElse("") + "," + m.count()));
        lines.add("gap,clause,mean,sheets");
        gap.forEach((clause, m) -> lines.add("gap," + clause + "," + m.mean().orElse("") + "," + m.count()));
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String quoted(String text) {
        return text.matches("[\\w-]+") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** An expert's score against the middle of all scores of the same clause, whatever the chair settled. */
    private static void addDrift(Clause clause, Review review, SortedMap<String, Sum> drifts) {
        var scores = new ArrayList<Points>();
        review.sheets().values().forEach(sheet -> score(sheet, clause).ifPresent(scores::add));
        if (scores.isEmpty()) {
            return;
        }
        Collections.sort(scores);
        var twice = scores.get(scores.size() / 2).hundredths() + scores.get((scores.size() - 1) / 2).hundredths();
        review.sheets().forEach((expert, sheet) -> score(sheet, clause).ifPresent(score -> drifts.get(expert)
                .add(Fraction.of(100L * (2 * score.hundredths() - twice), 2L * clause.most().hundredths()))));
    }

    private static void addGap(Clause clause, Review review, Sum gap) {
        var own = review.selfCheck().flatMap(sheet -> score(sheet, clause));
        var settled = review.settled().flatMap(sheet -> score(sheet, clause));
        if (own.isPresent() && settled.isPresent()) {
            var difference = own.get().hundredths() - settled.get().hundredths();
            gap.add(Fraction.of(100L * difference, clause.most().hundredths()));
        }
    }

    private static Optional<Points> score(Sheet sheet, Clause clause) {
        return sheet.at(clause.code()).orElse(null) instanceof Mark.Scored(var points)
                ? Optional.of(points)
                : Optional.empty();
    }

    private static final class Sum {
        private Fraction sum = Fraction.ZERO;
        private int count;

        void add(Fraction difference) {
            sum = sum.plus(difference);
            count++;
        }

        Mean mean() {
            return new Mean(count == 0 ? Optional.empty() : Optional.of(sum.dividedBy(count).toString()), count);
        }
    }

    /** The pairs of experts at one clause. */
    private static final class Pairs {
        private final Clause clause;
        private final SortedMap<Integer, Long> beginning = new TreeMap<>();
        private long squares;
        private long ordered;
        private int apart;

        Pairs(Clause clause) {
            this.clause = clause;
        }

        void add(Review review) {
            var levels = new ArrayList<Integer>();
            var leftOut = 0;
            for (var sheet : review.sheets().values()) {
                switch (sheet.at(clause.code()).orElse(null)) {
                    case Mark.Scored(var points) -> levels.add(level(points));
                    case Mark.NotApplicable n -> leftOut++;
                    case null -> {}
                }
            }
            apart += leftOut * levels.size();
            for (var i = 0; i < levels.size(); i++) {
                for (var j = 0; j < levels.size(); j++) {
                    if (i != j) {
                        var difference = levels.get(i) - levels.get(j);
                        squares += (long) difference * difference;
                        ordered++;
                        beginning.merge(levels.get(i), 1L, Long::sum);
                    }
                }
            }
        }

        Agreement agreement() {
            var chance = BigInteger.ZERO;
            for (var one : beginning.entrySet()) {
                for (var other : beginning.entrySet()) {
                    var difference = (long) one.getKey() - other.getKey();
                    chance = chance.add(BigInteger.valueOf(one.getValue() * difference * difference)
                            .multiply(BigInteger.valueOf(other.getValue())));
                }
            }
            if (chance.signum() == 0) {
                return new Agreement(Optional.empty(), (int) (ordered / 2), apart);
            }
            var seen = BigInteger.valueOf(ordered).multiply(BigInteger.valueOf(squares));
            var kappa = new Fraction(chance.subtract(seen), chance);
            return new Agreement(Optional.of(kappa.toString()), (int) (ordered / 2), apart);
        }

        /** Counted from the best; an expert's score is one of the method's. */
        private int level(Points points) {
            var choices = clause.method().choices(clause.most());
            if (choices.isEmpty()) {
                return Math.min(QUINTILES - 1, QUINTILES * points.hundredths() / clause.most().hundredths());
            }
            return choices.indexOf(points);
        }
    }
}

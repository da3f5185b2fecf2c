package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A draft put to all earlier sheets (试算), before anybody decides on it: whose stars would change, and why. Both
 * standards are reckoned for the same day, so that nothing but the standard makes a difference.
 *
 * @param draft what was simulated, as it then read
 * @param findings in the order of the institutions' names
 */
public record Simulation(Standard draft, LocalDate day, List<Finding> findings) {
    /**
     * An earlier rating.
     *
     * @param under the edition by which it was settled
     */
    public record Past(String institution, String type, Standard under, Sheet sheet, Track track) {
        public Past {
            requireNonNull(institution, "institution");
            requireNonNull(under, "under");
            requireNonNull(sheet, "sheet");
            requireNonNull(track, "track");
        }
    }

    /** What the draft would make of one earlier rating. */
    public sealed interface Finding {
        String institution();

        record Same(String institution, int stars) implements Finding {}

        /**
         * Other stars than now.
         *
         * @param because of more stars what limited them before, of fewer what limits them now
         */
        record Changed(String institution, int before, int after, List<Reckoning> because) implements Finding {
            public Changed {
                because = List.copyOf(because);
            }
        }

        /**
         * The draft asks what nobody looked at: no star is made up for it. With nothing of it earned and with all of it
         * earned the stars would lie between these.
         *
         * @param unmarked the clauses, in the order of the draft
         * @param because why there are fewer than now even so, or more; nothing where the clauses decide
         */
        record Open(String institution, int before, List<String> unmarked, int least, int most, List<Reckoning> because)
                implements Finding {
            public Open {
                unmarked = List.copyOf(unmarked);
                because = List.copyOf(because);
            }
        }

        /** The draft does not rate such a sheet, or the sheet was none under its own standard. */
        record Unrated(String institution, Stars.Outcome why) implements Finding {}
    }

    public Simulation {
        requireNonNull(draft, "draft");
        requireNonNull(day, "day");
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::institution))
                .toList();
    }

    public static Simulation of(Standard draft, List<Past> all, LocalDate day) {
        return new Simulation(draft, day, all.stream().map(past -> finding(draft, past, day)).toList());
    }

    /** How many sheets of each kind of finding there are. */
    public record Counts(int same, int changed, int open, int unrated) {
        public int sheets() {
            return same + changed + open + unrated;
        }
    }

    public Counts counts() {
        var same = 0;
        var changed = 0;
        var open = 0;
        var unrated = 0;
        for (var finding : findings) {
            switch (finding) {
                case Finding.Same s -> same++;
                case Finding.Changed c -> changed++;
                case Finding.Open o -> open++;
                case Finding.Unrated u -> unrated++;
            }
        }
        return new Counts(same, changed, open, unrated);
    }

    /** Names all that it found, so that a second person can be held to have the same before them. */
    public String digest() {
        var words = new ReckoningWords(draft);
        var text = new StringBuilder(draft.name()).append(' ').append(day).append('\n');
        for (var finding : findings) {
            text.append(finding.institution()).append(' ').append(switch (finding) {
                case Finding.Same(var who, var stars) -> "same " + stars;
                case Finding.Changed(var who, var before, var after, var because) ->
                    "changed " + before + ' ' + after + ' ' + words.all(because);
                case Finding.Open(var who, var before, var unmarked, var least, var most, var because) ->
                    "open " + before + ' ' + unmarked + ' ' + least + ' ' + most + ' ' + words.all(because);
                case Finding.Unrated(var who, var why) -> "unrated";
            });
            text.append('\n');
        }
        return Digest.of(text.toString());
    }

    /** Whether this very text was simulated, wherever it stands on its way. */
    boolean isOf(Standard standard) {
        return draft.at(standard.status()).equals(standard);
    }

    /** The clauses that at least one sheet has no mark for. */
    public SortedSet<String> unmarked() {
        var codes = new TreeSet<String>();
        for (var finding : findings) {
            if (finding instanceof Finding.Open open) {
                codes.addAll(open.unmarked());
            }
        }
        return codes;
    }

    private static Finding finding(Standard draft, Past past, LocalDate day) {
        if (!(Stars.of(past.under(), past.type(), past.sheet(), past.track(), day)
                instanceof Stars.Outcome.Rated(var before))) {
            return new Finding.Unrated(
                    past.institution(), Stars.of(past.under(), past.type(), past.sheet(), past.track(), day));
        }
        var carried = new Carried(draft, past);
        if (!carried.unmarked.isEmpty()) {
            return between(draft, past, before, carried, day);
        }
        return switch (Stars.of(draft, past.type(), carried.least, past.track(), day)) {
            case Stars.Outcome.Rated(var after) -> compared(past.institution(), before, after);
            case Stars.Outcome other -> new Finding.Unrated(past.institution(), other);
        };
    }

    private static Finding compared(String institution, Stars before, Stars after) {
        if (before.stars() == after.stars()) {
            return new Finding.Same(institution, after.stars());
        }
        return new Finding.Changed(institution, before.stars(), after.stars(), because(before, after));
    }

    private static List<Reckoning> because(Stars before, Stars after) {
        return after.stars() < before.stars() ? after.limits(before.stars()) : before.limits(after.stars());
    }

    private static Finding between(Standard draft, Past past, Stars before, Carried carried, LocalDate day) {
        var least = Stars.of(draft, past.type(), carried.least, past.track(), day);
        var most = Stars.of(draft, past.type(), carried.most, past.track(), day);
        if (!(least instanceof Stars.Outcome.Rated(var low) && most instanceof Stars.Outcome.Rated(var high))) {
            return new Finding.Unrated(past.institution(), least);
        }
        List<Reckoning> because = high.stars() < before.stars()
                ? because(before, high)
                : low.stars() > before.stars() ? because(before, low) : List.of();
        return new Finding.Open(
                past.institution(), before.stars(), carried.unmarked, low.stars(), high.stars(), because);
    }

    /**
     * A sheet carried over to the draft: clauses are the same by their code, and a score keeps its share of the clause's
     * points, down to the hundredth.
     */
    private static final class Carried {
        private final List<String> unmarked = new ArrayList<>();
        private final Sheet least;
        private final Sheet most;

        Carried(Standard draft, Past past) {
            var least = new TreeMap<String, Mark>();
            var most = new TreeMap<String, Mark>();
            for (var clause : draft.askedOf(past.type())) {
                var mark = mark(clause, past);
                least.put(clause.code(), mark.orElse(new Mark.Scored(Points.NONE)));
                most.put(clause.code(), mark.orElse(new Mark.Scored(clause.most())));
                if (mark.isEmpty()) {
                    unmarked.add(clause.code());
                }
            }
            this.least = new Sheet(least);
            this.most = new Sheet(most);
        }

        private static Optional<Mark> mark(Clause clause, Past past) {
            return past.sheet().at(clause.code()).flatMap(mark -> switch (mark) {
                case Mark.Scored(var points) -> past.under().clause(clause.code())
                        .map(before -> new Mark.Scored(
                                clause.most().ratio(points.hundredths(), before.most().hundredths())));
                case Mark.NotApplicable n -> clause.mayNotApply() ? Optional.of(n) : Optional.empty();
            });
        }
    }
}

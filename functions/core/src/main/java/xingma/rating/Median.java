package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Blind sheets become one (合议): the median of each clause, unless the experts are so far apart that they must talk it
 * over and the chair settles it on the record.
 *
 * @param agreed the marks that need no talk
 * @param open the clauses that do, with what each expert found
 */
public record Median(SortedMap<String, Mark> agreed, SortedMap<String, Spread> open) {
    /**
     * A clause over which the experts differ by more than the standard's limit, or over whether it applies at all.
     *
     * @param marks by expert
     */
    public record Spread(SortedMap<String, Mark> marks) {
        public Spread {
            marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
        }
    }

    public Median {
        agreed = Collections.unmodifiableSortedMap(new TreeMap<>(agreed));
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    }

    /**
     * Takes the median of whole sheets.
     *
     * @param sheets by expert; none of them may have a fault
     */
    public static Median of(Standard standard, String type, Map<String, Sheet> sheets) {
        requireNonNull(standard, "standard");
        if (sheets.size() < standard.rules().leastSheets()) {
            throw new IllegalArgumentException("fewer sheets than the standard asks for");
        }
        sheets.forEach((expert, sheet) -> {
            if (!sheet.faults(standard, type).isEmpty()) {
                throw new IllegalArgumentException("a sheet with faults is not handed in");
            }
        });
        var agreed = new TreeMap<String, Mark>();
        var open = new TreeMap<String, Spread>();
        for (var clause : standard.askedOf(type)) {
            var marks = new TreeMap<String, Mark>();
            sheets.forEach((expert, sheet) -> marks.put(expert, sheet.at(clause.code()).orElseThrow()));
            if (isApart(clause, marks.values().stream().toList(), standard.rules().spread())) {
                open.put(clause.code(), new Spread(marks));
            } else {
                agreed.put(clause.code(), middle(marks.values().stream().toList()));
            }
        }
        return new Median(agreed, open);
    }

    /** The sheet once the chair settled every open clause, and nothing else. */
    public Sheet settled(Map<String, Mark> byTheChair) {
        if (!byTheChair.keySet().equals(Set.copyOf(open.keySet()))) {
            throw new IllegalArgumentException("the chair settles the open clauses, all of them and no other");
        }
        var marks = new TreeMap<>(agreed);
        marks.putAll(byTheChair);
        return new Sheet(marks);
    }

    private static boolean isApart(Clause clause, List<Mark> marks, int percent) {
        var scores = scores(marks);
        if (scores.isEmpty()) {
            return false;
        }
        if (scores.size() < marks.size()) {
            return true;
        }
        var range = scores.getLast().minus(scores.getFirst());
        var overRedLine = clause.isFailedBy(scores.getFirst()) != clause.isFailedBy(scores.getLast());
        return overRedLine || 100L * range.hundredths() > (long) percent * clause.most().hundredths();
    }

    /** Of an even number the mean of the two in the middle, down to the hundredth. */
    private static Mark middle(List<Mark> marks) {
        var scores = scores(marks);
        if (scores.isEmpty()) {
            return marks.getFirst();
        }
        var upper = scores.get(scores.size() / 2).hundredths();
        var lower = scores.get((scores.size() - 1) / 2).hundredths();
        return new Mark.Scored(new Points((upper + lower) / 2));
    }

    private static List<Points> scores(List<Mark> marks) {
        var scores = new ArrayList<Points>();
        for (var mark : marks) {
            if (mark instanceof Mark.Scored(var points)) {
                scores.add(points);
            }
        }
        Collections.sort(scores);
        return scores;
    }
}

package xingma.rating;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Marks by clause (评分表): an institution's self-check, one expert's findings, or what the panel settled. */
public record Sheet(SortedMap<String, Mark> marks) {
    public Sheet {
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    public Optional<Mark> at(String clause) {
        return Optional.ofNullable(marks.get(clause));
    }

    public Sheet with(String clause, Mark mark) {
        var more = new TreeMap<>(marks);
        more.put(clause, mark);
        return new Sheet(more);
    }

    /** Everything that keeps somebody from handing this sheet in, in the order of the standard; empty if nothing does. */
    public List<Fault> faults(Standard standard, String type) {
        return faults(standard, type, (clause, points) -> clause.method().allows(points, clause.most()));
    }

    /**
     * Everything for which this sheet cannot be rated. A median may lie between two scores of the clause's method; it
     * only must not be more than the clause has.
     */
    public List<Fault> faultsWhenSettled(Standard standard, String type) {
        return faults(standard, type, (clause, points) -> points.compareTo(clause.most()) <= 0);
    }

    private List<Fault> faults(Standard standard, String type, BiPredicate<Clause, Points> isScore) {
        var faults = new ArrayList<Fault>();
        var asked = new HashSet<String>();
        for (var clause : standard.askedOf(type)) {
            asked.add(clause.code());
            switch (marks.get(clause.code())) {
                case null -> faults.add(new Fault.Missing(clause.code()));
                case Mark.Scored(var points) -> {
                    if (!isScore.test(clause, points)) {
                        faults.add(new Fault.NotAScore(clause.code(), points));
                    }
                }
                case Mark.NotApplicable n -> {
                    if (!clause.mayNotApply()) {
                        faults.add(new Fault.AlwaysApplies(clause.code()));
                    }
                }
            }
        }
        marks.keySet().stream().filter(code -> !asked.contains(code)).forEach(code -> faults.add(new Fault.NotAsked(code)));
        return List.copyOf(faults);
    }

    /** Why a mark is not one. */
    public sealed interface Fault {
        String clause();

        /** 漏评: never a zero. */
        record Missing(String clause) implements Fault {}

        /** The clause's method knows no such score. */
        record NotAScore(String clause, Points points) implements Fault {}

        /** 不得缺项. */
        record AlwaysApplies(String clause) implements Fault {}

        /** The standard does not ask this of such an institution, or does not have it at all. */
        record NotAsked(String clause) implements Fault {}
    }
}

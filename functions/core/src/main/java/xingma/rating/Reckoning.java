package xingma.rating;

import java.util.List;
import java.util.SortedMap;
import xingma.warning.Warning;

/**
 * How the stars came about (计算过程), step by step: what the public reads when it asks why four and not five. The same
 * sheet gives the same steps, in the same order.
 */
public sealed interface Reckoning {
    /** A clause that counts, with what it earned. */
    record Counted(String clause, Points earned, Points most) implements Reckoning {}

    /** A clause that is left out of the points that could be earned. */
    record LeftOut(String clause, Points most, String reason) implements Reckoning {}

    record ChapterSum(String chapter, Rate rate) implements Reckoning {}

    record PartSum(String part, Rate rate) implements Reckoning {}

    record TotalSum(Rate rate) implements Reckoning {}

    /** Which rates so many stars need, and by how many points each is missed. */
    record Compared(int stars, int total, Points missingInTotal, int eachPart, SortedMap<String, Points> missingInParts)
            implements Reckoning {
        public boolean isReached() {
            return missingInTotal.equals(Points.NONE)
                    && missingInParts.values().stream().allMatch(Points.NONE::equals);
        }
    }

    /** The stars that the rates alone would give. */
    record ByRates(int stars) implements Reckoning {}

    /** Every red line that was asked was kept. */
    record RedLinesKept(int lines) implements Reckoning {}

    record RedLineFailed(String clause, RedLine.Effect effect) implements Reckoning {}

    record CappedByWarning(Warning.Severity severity, int stars) implements Reckoning {}

    /** @param weights hundredths of a demerit that each record still weighs */
    record CappedByTrack(int demerits, int from, int stars, SortedMap<String, Integer> weights) implements Reckoning {}

    /** What is left when everything was reckoned. */
    record Result(int stars) implements Reckoning {}

    /** Only the steps of one kind, in order. */
    static <T extends Reckoning> List<T> of(List<Reckoning> steps, Class<T> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

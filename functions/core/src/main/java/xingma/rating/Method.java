package xingma.rating;

import java.util.List;
import java.util.stream.IntStream;

/** How a clause is scored (计分方式), and so which scores it can have at all. */
public sealed interface Method {
    /** The scores that a clause of so many points can have, the best first; empty where every hundredth is one. */
    List<Points> choices(Points most);

    default boolean allows(Points score, Points most) {
        var choices = choices(most);
        return score.compareTo(most) <= 0 && (choices.isEmpty() || choices.contains(score));
    }

    /** 是非: all or nothing. */
    record Binary() implements Method {
        @Override
        public List<Points> choices(Points most) {
            return List.of(most, Points.NONE);
        }
    }

    /** 扣分: in steps, one for each finding. */
    record Deduct(Points step) implements Method {
        public Deduct {
            if (step.equals(Points.NONE)) {
                throw new IllegalArgumentException("a deduction takes something away");
            }
        }

        @Override
        public List<Points> choices(Points most) {
            var steps = Math.ceilDiv(most.hundredths(), step.hundredths());
            return IntStream.rangeClosed(0, steps)
                    .mapToObj(n -> new Points(Math.max(0, most.hundredths() - n * step.hundredths())))
                    .toList();
        }
    }

    /** 按比例: so many of those that were looked at. */
    record Ratio() implements Method {
        @Override
        public List<Points> choices(Points most) {
            return List.of();
        }
    }

    /**
     * 分级: by described levels.
     *
     * @param percents what each level is worth of the points, the best first
     */
    record Graded(List<Integer> percents) implements Method {
        public Graded {
            percents = List.copyOf(percents);
            if (percents.size() < 2 || percents.getFirst() != 100 || percents.getLast() != 0) {
                throw new IllegalArgumentException("levels go from 100 to 0 percent");
            }
            for (var i = 1; i < percents.size(); i++) {
                if (percents.get(i) >= percents.get(i - 1)) {
                    throw new IllegalArgumentException("each level is worth less than the one above");
                }
            }
        }

        @Override
        public List<Points> choices(Points most) {
            return percents.stream().map(most::percent).toList();
        }
    }
}

package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.IntStream;
import xingma.fact.Wording;

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
     * @param levels the best first
     */
    record Graded(List<Level> levels) implements Method {
        public Graded {
            levels = List.copyOf(levels);
            if (levels.size() < 2 || levels.getFirst().percent() != 100 || levels.getLast().percent() != 0) {
                throw new IllegalArgumentException("levels go from 100 to 0 percent");
            }
            for (var i = 1; i < levels.size(); i++) {
                if (levels.get(i).percent() >= levels.get(i - 1).percent()) {
                    throw new IllegalArgumentException("each level is worth less than the one above");
                }
            }
        }

        @Override
        public List<Points> choices(Points most) {
            return levels.stream().map(level -> most.percent(level.percent())).toList();
        }
    }

    /** @param percent what the level is worth of the clause's points */
    record Level(int percent, Wording title) {
        public Level {
            requireNonNull(title, "title");
        }
    }
}

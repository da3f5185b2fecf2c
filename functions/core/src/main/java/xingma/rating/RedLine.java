package xingma.rating;

import static java.util.Objects.requireNonNull;

/**
 * A clause whose failure costs more than its points (红线).
 *
 * @param failsBelow percent of the clause's points under which it has failed; 100 means that anything missing fails it
 */
public record RedLine(Effect effect, int failsBelow) {
    public RedLine {
        requireNonNull(effect, "effect");
        if (failsBelow < 1 || failsBelow > 100) {
            throw new IllegalArgumentException("a red line lies between 1 and 100 percent");
        }
    }

    public boolean isFailedBy(Points score, Points most) {
        return 100L * score.hundredths() < (long) failsBelow * most.hundredths();
    }

    /** What failing it does. */
    public sealed interface Effect {
        /** 一票否决: no star at all. */
        record Veto() implements Effect {}

        /** 封顶: no more than so many stars. */
        record Cap(int stars) implements Effect {
            public Cap {
                if (stars < 1 || stars > 4) {
                    throw new IllegalArgumentException("a cap leaves 1 to 4 stars");
                }
            }
        }

        /** 降星: one star less. */
        record Notch() implements Effect {}
    }
}

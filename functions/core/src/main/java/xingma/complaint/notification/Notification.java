package xingma.complaint.notification;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xingma.complaint.Act;
import xingma.complaint.Step;
import xingma.complaint.number.CaseNumber;

/**
 * That a complainant is to be told of one act of her case (待发告知). It holds nothing of who she is and what she said; an
 * act has one at most, so that a step that is sent again makes no second.
 *
 * @param act the id of that act
 * @param at when the act was done
 * @param attempts how often somebody began to tell it
 * @param due not before this
 */
public record Notification(CaseNumber number, String act, What what, Instant at, int attempts, Instant due) {
    /** Then it is given up, and the desk is told that she was not. */
    public static final int MOST_ATTEMPTS = 5;

    /** So long after each attempt the next may begin; whoever began it and was broken off is made up for then. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(8), Duration.ofHours(24));

    /** What happened, as far as a message of a few words says it. */
    public enum What {
        ACCEPTED,
        REFUSED,
        ASKED,
        EXTENDED,
        ANSWERED,
        REVIEWED,
        /** A day that the law sets has passed, and the city knows. */
        OVERDUE
    }

    public Notification {
        requireNonNull(number, "number");
        requireNonNull(act, "act");
        requireNonNull(what, "what");
        requireNonNull(at, "at");
        requireNonNull(due, "due");
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts are counted from nothing on");
        }
    }

    /** What is to be told of a step; nothing of most steps, and nothing to whoever did not ask for it. */
    public static Optional<Notification> of(Step step) {
        var act = step.act();
        return step.after().docket().isNotified()
                ? what(act).map(w -> new Notification(step.after().number(), act.id(), w, act.at(), 0, act.at()))
                : Optional.empty();
    }

    private static Optional<What> what(Act act) {
        return switch (act) {
            case Act.Accepted a -> Optional.of(What.ACCEPTED);
            case Act.Refused r -> Optional.of(What.REFUSED);
            case Act.Asked a -> Optional.of(What.ASKED);
            case Act.Extended e -> Optional.of(What.EXTENDED);
            case Act.Answered a -> Optional.of(What.ANSWERED);
            case Act.Reviewed r -> Optional.of(What.REVIEWED);
            case Act.Climbed c -> Optional.of(What.OVERDUE);
            default -> Optional.empty();
        };
    }

    /** The same as long as it is told: by it a gateway knows what it has been given before. */
    public String id() {
        return number + "." + act;
    }

    /** The same, when somebody begins to tell it. */
    public Notification begun(Instant now) {
        var pause = PAUSES.get(Math.min(attempts, PAUSES.size() - 1));
        return new Notification(number, act, what, at, attempts + 1, now.plus(pause));
    }

    public boolean isGivenUp() {
        return attempts >= MOST_ATTEMPTS;
    }
}

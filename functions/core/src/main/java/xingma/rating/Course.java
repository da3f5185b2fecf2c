package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.rating.Standard.Status;

/** What was done with one edition on its way (制定经过), the oldest step first; empty for one that ships and was never moved. */
public record Course(List<Step> steps) {
    public static final Course NONE = new Course(List.of());

    /** Nobody writes a draft anew so often; the last ones are kept for what ends its way. */
    public static final int MOST = 120;

    private static final int KEPT_FOR_THE_END = 20;

    /** @see Course */
    public sealed interface Step {
        /** Drawn by whoever asked. */
        String id();

        /** The sign-in's subject. */
        String by();

        Instant at();

        /** 起草. @param digest of the file */
        record Drafted(String id, String by, Instant at, String digest) implements Step {}

        /** 征求意见: put out for opinions, on these days. */
        record Consulted(String id, String by, Instant at, LocalDate from, LocalDate until) implements Step {
            public Consulted {
                if (until.isBefore(from)) {
                    throw new IllegalArgumentException("opinions are asked for until a later day");
                }
            }
        }

        /** 试行. */
        record Tried(String id, String by, Instant at) implements Step {}

        /** 提请: waits for the second person. @param seen what the simulation showed; absent when it is to be retired */
        record Proposed(String id, String by, Instant at, Status to, String words, Optional<Seen> seen) implements Step {
            public Proposed {
                requireNonNull(to, "to");
                requireNonNull(seen, "seen");
                if (seen.isPresent() != (to == Status.IN_FORCE)) {
                    throw new IllegalArgumentException("what comes in force was simulated");
                }
            }
        }

        /** 退回: the second person's no. */
        record Refused(String id, String by, Instant at, String words) implements Step {}

        /** 施行或废止, by the second person; or retired by the edition that came after. */
        record Decided(String id, String by, Instant at, Status to) implements Step {}

        /** 终止: given up before it was in force. */
        record GivenUp(String id, String by, Instant at, String words) implements Step {}
    }

    /**
     * What somebody had before them who proposed an edition.
     *
     * @param digest of the whole simulation
     */
    public record Seen(LocalDate day, Simulation.Counts counts, String digest) {
        public Seen {
            requireNonNull(day, "day");
            requireNonNull(counts, "counts");
            requireNonNull(digest, "digest");
        }

        public static Seen of(Simulation simulation) {
            return new Seen(simulation.day(), simulation.counts(), simulation.digest());
        }
    }

    public Course {
        steps = List.copyOf(steps);
    }

    public Course and(Step step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new Course(more);
    }

    public Optional<Step> byId(String id) {
        return steps.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public Optional<Step.Consulted> consulted() {
        return last(Step.Consulted.class);
    }

    /** Who wrote the text as it reads. */
    public Optional<Step.Drafted> drafted() {
        return last(Step.Drafted.class);
    }

    /** What waits for a second person. */
    public Optional<Step.Proposed> proposal() {
        return steps.isEmpty() || !(steps.getLast() instanceof Step.Proposed waits) ? Optional.empty() : Optional.of(waits);
    }

    boolean hasRoomFor(Step step) {
        var mayRepeat = step instanceof Step.Drafted || step instanceof Step.Proposed;
        return steps.size() < (mayRepeat ? MOST - KEPT_FOR_THE_END : MOST);
    }

    private <T extends Step> Optional<T> last(Class<T> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).reduce((a, b) -> b);
    }
}

package xingma.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xingma.rating.Standard.Status;

/**
 * All editions of one standard (标准各版), of which one at most is in force. What is being drafted may be written anew;
 * from the round of comments on an edition says the same for ever, and what changes is a further edition.
 */
public record Editions(List<Standard> all) {
    public static final Editions NONE = new Editions(List.of());

    /** What came of a step. */
    public sealed interface Outcome {
        record Done(Editions editions) implements Outcome {}

        record Unknown(int edition) implements Outcome {}

        /** The way of a standard does not lead from where it stands to there. */
        record NotFromHere(Status from, Status to) implements Outcome {}

        /** Nobody put it to all earlier sheets yet (试算), so nobody knows whose stars would change. */
        record NotSimulated(String standard) implements Outcome {}

        /** An edition that left the drawing board is not written anew. */
        record Fixed(String standard) implements Outcome {}
    }

    public Editions {
        all = all.stream().sorted(Comparator.comparingInt(Standard::edition)).toList();
        for (var i = 1; i < all.size(); i++) {
            if (!all.get(i).id().equals(all.getFirst().id()) || all.get(i).edition() == all.get(i - 1).edition()) {
                throw new IllegalArgumentException("editions are of one standard, each with a number of its own");
            }
        }
        if (all.stream().filter(s -> s.status() == Status.IN_FORCE).count() > 1) {
            throw new IllegalArgumentException("one edition at most is in force");
        }
    }

    public Optional<Standard> inForce() {
        return all.stream().filter(s -> s.status() == Status.IN_FORCE).findFirst();
    }

    public Optional<Standard> edition(int edition) {
        return all.stream().filter(s -> s.edition() == edition).findFirst();
    }

    /** Lays a draft on the table: a new edition, or another text of one that is still being drafted. */
    public Outcome draft(Standard draft) {
        var before = edition(draft.edition());
        if (before.filter(s -> s.status() != Status.DRAFT).isPresent()) {
            return new Outcome.Fixed(before.get().name());
        }
        return new Outcome.Done(with(draft.at(Status.DRAFT)));
    }

    /** A step that needs no simulation: everything but putting an edition in force. */
    public Outcome move(int edition, Status to) {
        return move(edition, to, Optional.empty());
    }

    /** Puts an edition in force that was put to the earlier sheets, and retires the one before it. */
    public Outcome putInForce(int edition, Simulation seen) {
        return move(edition, Status.IN_FORCE, Optional.of(seen));
    }

    private Outcome move(int edition, Status to, Optional<Simulation> seen) {
        var found = edition(edition);
        if (found.isEmpty()) {
            return new Outcome.Unknown(edition);
        }
        var standard = found.get();
        if (!standard.status().next().contains(to)) {
            return new Outcome.NotFromHere(standard.status(), to);
        }
        if (to != Status.IN_FORCE) {
            return new Outcome.Done(with(standard.at(to)));
        }
        if (seen.filter(s -> s.isOf(standard)).isEmpty()) {
            return new Outcome.NotSimulated(standard.name());
        }
        var editions = inForce().map(before -> with(before.at(Status.RETIRED))).orElse(this);
        return new Outcome.Done(editions.with(standard.at(Status.IN_FORCE)));
    }

    private Editions with(Standard standard) {
        var others = new ArrayList<>(all);
        others.removeIf(s -> s.edition() == standard.edition());
        others.add(standard);
        return new Editions(others);
    }
}

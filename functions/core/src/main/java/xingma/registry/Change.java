package xingma.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A change to one entry on its way from the person who proposes it to the second person who decides (更正, 复核).
 * A decided change is history and is never altered.
 */
public sealed interface Change {
    Proposal proposal();

    /**
     * What is to change and why.
     *
     * @param id made by whoever proposes, so that proposing twice is proposing once
     * @param occasion the import it belongs to, or empty for a correction by hand
     */
    record Proposal(String id, List<Edit> edits, String source, String occasion, String by, Instant at) {
        public static final int MOST_EDITS = 2_000;

        public Proposal {
            requireNonNull(source, "source");
            requireNonNull(occasion, "occasion");
            requireNonNull(at, "at");
            edits = List.copyOf(edits);
            if (id.isBlank() || by.isBlank()) {
                throw new IllegalArgumentException("a proposal has an id and a proposer");
            }
            if (edits.isEmpty() || edits.size() > MOST_EDITS) {
                throw new IllegalArgumentException("a proposal has 1 to " + MOST_EDITS + " edits");
            }
        }
    }

    record Proposed(Proposal proposal) implements Change {
        public Checked check(String by, Instant at, int version) {
            return new Checked(proposal, by, at, version);
        }

        public Refused refuse(String by, String reason, Instant at) {
            return new Refused(proposal, by, reason, at);
        }

        public Withdrawn withdraw(Instant at) {
            return new Withdrawn(proposal, at);
        }

        public Superseded supersede(String by, Instant at) {
            return new Superseded(proposal, by, at);
        }
    }

    /** A change that can no longer alter. */
    sealed interface Decided extends Change {
        String by();

        Instant at();
    }

    /** Published, as this version of the entry. */
    record Checked(Proposal proposal, String by, Instant at, int version) implements Decided {
        public Checked {
            if (by.equals(proposal.by())) {
                throw new IllegalArgumentException("nobody checks their own work");
            }
        }
    }

    record Refused(Proposal proposal, String by, String reason, Instant at) implements Decided {
        public Refused {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }
    }

    /** Taken back by whoever proposed it, before anybody decided: nothing was published, so nobody else is asked. */
    record Withdrawn(Proposal proposal, Instant at) implements Decided {
        @Override
        public String by() {
            return proposal.by();
        }
    }

    /** A newer proposal took its place before anybody decided. */
    record Superseded(Proposal proposal, String by, Instant at) implements Decided {}
}

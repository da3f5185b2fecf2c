package xingma.complaint.desk;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Row;
import xingma.complaint.clock.Clocks;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Seals;
import xingma.keeping.Patience;

/**
 * Gives every case that was joined the answer of the one that leads it (并案答复), as a step of its own; a repeated call
 * answers the rest. A case that was joined after this answer waits for the next.
 */
final class JointAnswer {
    private final Complaints complaints;
    private final Seals seals;
    private final Supplier<Clocks> clocks;
    private final InstantSource clock;
    private final Patience patience;

    JointAnswer(
            Complaints complaints, Seals seals, Supplier<Clocks> clocks, InstantSource clock, Patience patience) {
        this.complaints = complaints;
        this.seals = seals;
        this.clocks = clocks;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * The cases that are not answered yet, because they are too many for one call or others kept being faster.
     *
     * @param id of the act by which the lead was answered, and of the act of each follower
     */
    List<CaseNumber> give(Complaint lead, String id, Actor.Bureau by, Move.Answer answer) {
        var seen = new HashSet<CaseNumber>();
        var queue = new ArrayDeque<>(answeredWith(lead, id));
        var waiting = new ArrayList<CaseNumber>();
        var steps = 0;
        while (!queue.isEmpty()) {
            var next = queue.remove();
            if (!seen.add(next.number())) {
                continue;
            }
            var following =
                    steps == ComplaintDesk.MOST_FOLLOWERS ? new Following.Waits() : answer(next, id, by, answer);
            switch (following) {
                case Following.Waits w -> waiting.add(next.number());
                case Following.NeedsNothing(var complaint) -> queue.addAll(answeredWith(complaint, id));
                case Following.Answers(var complaint) -> {
                    steps++;
                    queue.addAll(answeredWith(complaint, id));
                }
            }
        }
        return waiting;
    }

    /** The cases that followed this one when it got this answer; none if it never got it. */
    private static List<Follower> answeredWith(Complaint lead, String id) {
        var acts = lead.docket().acts();
        var upTo = acts.stream().takeWhile(a -> !a.id().equals(id)).toList();
        return upTo.size() == acts.size()
                ? List.of()
                : upTo.stream()
                        .filter(Act.Followed.class::isInstance)
                        .map(a -> new Follower(((Act.Followed) a).follower(), lead.number()))
                        .toList();
    }

    /** A case and the one that it is expected to follow: it may have left it and follow another by now. */
    private record Follower(CaseNumber number, CaseNumber lead) {}

    private Following answer(Follower follower, String id, Actor.Bureau by, Move.Answer answer) {
        var words = new Envelope(seals);
        var number = follower.number();
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            var found = complaints.whereabouts(number).flatMap(w -> complaints.find(w.unit(), number));
            if (found.isEmpty()) {
                return new Following.Waits();
            }
            if (!(found.get() instanceof Complaint.Joined joined)
                    || !joined.lead().equals(follower.lead())
                    || joined.docket().byId(id).isPresent()) {
                return new Following.NeedsNothing(found.get());
            }
            var sealed = words.seal(joined, Part.WORDS, answer.words());
            var step = joined.answer(id, by, clock.instant(), answer.result(), sealed);
            if (complaints.keep(step, Row.of(step.after(), clocks.get()))) {
                return new Following.Answers(step.after());
            }
            patience.rest(attempt);
        }
        return new Following.Waits();
    }

    /** What became of one case that was joined. */
    private sealed interface Following {
        record Answers(Complaint complaint) implements Following {}

        /** Nothing: it was answered before, or went another way. */
        record NeedsNothing(Complaint complaint) implements Following {}

        record Waits() implements Following {}
    }
}

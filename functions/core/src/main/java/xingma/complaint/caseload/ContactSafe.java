package xingma.complaint.caseload;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.clock.Clocks;
import xingma.complaint.filing.Contact;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.seal.Seals;
import xingma.keeping.Patience;

/**
 * The one place where a contact comes out of its envelope (启封联系方式). First it is kept in the case who opens it and why,
 * for the trail and for the complainant's own page; then it is opened.
 */
public final class ContactSafe {
    /** So long after an opening was recorded, its lost answer may be asked for again under the same id. */
    private static final Duration STILL_OPEN = Duration.ofMinutes(10);

    private final Complaints complaints;
    private final Seals seals;
    private final Supplier<Clocks> clocks;
    private final InstantSource clock;
    private final Patience patience;

    public ContactSafe(
            Complaints complaints, Seals seals, Supplier<Clocks> clocks, InstantSource clock, Patience patience) {
        this.complaints = requireNonNull(complaints, "complaints");
        this.seals = requireNonNull(seals, "seals");
        this.clocks = requireNonNull(clocks, "clocks");
        this.clock = requireNonNull(clock, "clock");
        this.patience = requireNonNull(patience, "patience");
    }

    /** What became of asking for it. */
    public sealed interface Opening<R> {
        record Opened<R>(Contact contact) implements Opening<R> {}

        /** Filed anonymously, or erased in its time. Nothing was opened and nothing is recorded. */
        record NothingKept<R>() implements Opening<R> {}

        record NoSuchCase<R>() implements Opening<R> {}

        /** Something stands against it, as the asker's own rules say. */
        record Barred<R>(R why) implements Opening<R> {}

        /** Another act has this id. */
        record IdTaken<R>() implements Opening<R> {}

        /** The docket takes no more lines, and without its line nothing is opened. */
        record Full<R>() implements Opening<R> {}

        /** Others kept being faster. */
        record Overtaken<R>() implements Opening<R> {}
    }

    /**
     * Records and opens.
     *
     * @param look the case as it stands now
     * @param bar what stands against it, asked anew each time the case is looked at
     * @param id of the act that records it
     * @param reason the complainant reads it
     */
    public <R> Opening<R> open(
            Supplier<Optional<Complaint>> look, Function<Complaint, Optional<R>> bar, String id, Actor by, String reason) {
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            var found = look.get();
            if (found.isEmpty()) {
                return new Opening.NoSuchCase<>();
            }
            var complaint = found.get();
            var barred = bar.apply(complaint);
            if (barred.isPresent()) {
                return new Opening.Barred<>(barred.get());
            }
            var sealed = complaint.docket().contact().filter(c -> !c.isErased());
            if (sealed.isEmpty()) {
                return new Opening.NothingKept<>();
            }
            var before = complaint.docket().byId(id);
            if (before.isPresent()) {
                return isStillOpen(before.get(), by, reason) ? opened(complaint.number(), sealed.get()) : new Opening.IdTaken<>();
            }
            var step = complaint.open(id, by, clock.instant(), Part.CONTACT, reason);
            if (!complaint.docket().hasRoomFor(step.act())) {
                return new Opening.Full<>();
            }
            if (complaints.keep(step, Row.of(step.after(), clocks.get()))) {
                return opened(complaint.number(), sealed.get());
            }
            patience.rest(attempt);
        }
        return new Opening.Overtaken<>();
    }

    private boolean isStillOpen(Act before, Actor by, String reason) {
        return before instanceof Act.Opened o
                && o.part() == Part.CONTACT
                && o.reason().equals(reason)
                && isSame(o.by(), by)
                && clock.instant().isBefore(o.at().plus(STILL_OPEN));
    }

    /** An officer is the same in whatever territory she acts. */
    private static boolean isSame(Actor before, Actor now) {
        return before instanceof Actor.Bureau b && now instanceof Actor.Bureau n
                ? b.officer().equals(n.officer())
                : before.equals(now);
    }

    private <R> Opening<R> opened(CaseNumber number, Sealed sealed) {
        return new Opening.Opened<>(Contact.of(seals.open(number, Part.CONTACT, sealed)));
    }
}

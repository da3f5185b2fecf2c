package xingma.registry;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import xingma.institution.InstitutionId;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

/** The counter where changes to the register are proposed by one officer and decided by another (登记与复核). */
public final class RegisterDesk {
    private static final int ATTEMPTS = 3;

    private final Register register;
    private final Clock clock;
    private final Consumer<Dossier.Step> beforehand;

    public RegisterDesk(Register register, Clock clock) {
        this(register, clock, step -> {});
    }

    /**
     * A desk that makes something ready before an entry is published, such as the photos that it names.
     *
     * @param beforehand may run more than once for one publication, and for one that somebody else overtakes
     */
    public RegisterDesk(Register register, Clock clock, Consumer<Dossier.Step> beforehand) {
        this.register = register;
        this.clock = clock;
        this.beforehand = beforehand;
    }

    /**
     * Proposes a change. Proposing the same again, with the same id, is proposing once; proposing another supersedes
     * one's own that nobody has decided yet.
     *
     * @param revision the revision of the dossier that the officer had before their eyes
     */
    public Outcome propose(Officer officer, InstitutionId id, long revision, Change.Proposal proposal) {
        if (!officer.has(Duty.REGISTRAR)) {
            return new Outcome.NotYourDuty(Duty.REGISTRAR);
        }
        var found = register.find(id).filter(d -> officer.mayActIn(d.district()));
        if (found.isEmpty()) {
            return new Outcome.NoSuchInstitution(id);
        }
        var dossier = found.get();
        var sameId = dossier.pending().map(Change::proposal).filter(p -> p.id().equals(proposal.id()));
        if (sameId.isPresent()) {
            return sameId.get().edits().equals(proposal.edits())
                    ? new Outcome.Done(dossier)
                    : new Outcome.IdTaken(proposal.id());
        }
        var decided = register.history(id).stream().map(Change::proposal).filter(p -> p.id().equals(proposal.id())).toList();
        if (dossier.revision() != revision || !dossier.entry().fits(proposal.edits())) {
            // The answer may have been lost and a second person quick: then it was proposed, and is decided by now.
            return decided.stream().anyMatch(p -> p.by().equals(officer.id()))
                    ? new Outcome.Done(dossier)
                    : new Outcome.MovedOn(dossier);
        }
        if (!decided.isEmpty()) {
            // A second person may still have the first change of this id before their eyes.
            return new Outcome.IdTaken(proposal.id());
        }
        if (dossier.pending().filter(p -> !p.proposal().by().equals(officer.id())).isPresent()) {
            return new Outcome.StillPending(dossier);
        }
        if (!officer.mayActIn(districtAfter(dossier, proposal))) {
            return new Outcome.NotYourTerritory(districtAfter(dossier, proposal));
        }
        if (!dossier.entry().hasRoomFor(proposal.edits())) {
            return new Outcome.TooMuch(Entry.HEAVIEST);
        }
        return keep(dossier.propose(proposal));
    }

    /** Publishes the pending change; only a second person may. */
    public Outcome check(Officer officer, InstitutionId id, String change) {
        return decide(officer, id, change, Change.Checked.class, dossier -> {
            var step = dossier.check(officer.id(), clock.instant());
            beforehand.accept(step);
            return step;
        });
    }

    public Outcome refuse(Officer officer, InstitutionId id, String change, String reason) {
        return decide(
                officer, id, change, Change.Refused.class, dossier -> dossier.refuse(officer.id(), reason, clock.instant()));
    }

    /** A dossier that moved on under the decision is looked at anew: who decided, or whether the change still waits. */
    private Outcome decide(
            Officer officer,
            InstitutionId id,
            String change,
            Class<? extends Change.Decided> decides,
            Function<Dossier, Dossier.Step> decision) {
        var outcome = decideOnce(officer, id, change, decides, decision);
        for (var again = 1; again < ATTEMPTS && outcome instanceof Outcome.MovedOn; again++) {
            outcome = decideOnce(officer, id, change, decides, decision);
        }
        return outcome;
    }

    private Outcome decideOnce(
            Officer officer,
            InstitutionId id,
            String change,
            Class<? extends Change.Decided> decides,
            Function<Dossier, Dossier.Step> decision) {
        if (!officer.has(Duty.CHECKER)) {
            return new Outcome.NotYourDuty(Duty.CHECKER);
        }
        var found = register.find(id).filter(d -> officer.mayActIn(d.district()));
        if (found.isEmpty()) {
            return new Outcome.NoSuchInstitution(id);
        }
        var dossier = found.get();
        var pending = dossier.pending().filter(p -> p.proposal().id().equals(change));
        if (pending.isEmpty()) {
            var decided = register.history(id).stream().filter(c -> c.proposal().id().equals(change)).findFirst();
            if (decided.isEmpty()) {
                return new Outcome.NoSuchChange(change);
            }
            return decides.isInstance(decided.get()) && decided.get().by().equals(officer.id())
                    ? new Outcome.Done(dossier)
                    : new Outcome.AlreadyDecided(decided.get());
        }
        if (pending.get().proposal().by().equals(officer.id())) {
            return new Outcome.OwnWork(change);
        }
        return keep(decision.apply(dossier));
    }

    private Outcome keep(Dossier.Step step) {
        return register.keep(step) ? new Outcome.Done(step.after()) : new Outcome.MovedOn(step.before());
    }

    private static RegionCode districtAfter(Dossier dossier, Change.Proposal proposal) {
        return dossier.entry()
                .with(proposal.edits())
                .premises()
                .text("district")
                .map(RegionCode::new)
                .orElse(dossier.district());
    }

    public sealed interface Outcome {
        record Done(Dossier dossier) implements Outcome {}

        record NoSuchInstitution(InstitutionId id) implements Outcome {}

        record NoSuchChange(String change) implements Outcome {}

        /** Decided before, by somebody else or the other way. */
        record AlreadyDecided(Change.Decided change) implements Outcome {}

        /** Another change has this id: an id is drawn anew for each change. */
        record IdTaken(String change) implements Outcome {}

        /** Somebody was faster; the dossier as it was last seen. */
        record MovedOn(Dossier dossier) implements Outcome {}

        /** Somebody else's change to this institution waits for its second person first. */
        record StillPending(Dossier dossier) implements Outcome {}

        /** The proposer cannot be the second person. */
        record OwnWork(String change) implements Outcome {}

        /** More than an entry may weigh, in bytes. */
        record TooMuch(int heaviest) implements Outcome {}

        record NotYourDuty(Duty needed) implements Outcome {}

        record NotYourTerritory(RegionCode district) implements Outcome {}
    }
}

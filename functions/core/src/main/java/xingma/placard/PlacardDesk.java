package xingma.placard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.registry.Dossier;
import xingma.registry.Register;
import xingma.territory.Duty;
import xingma.territory.Officer;

/** The counter where placards are issued, replaced, withdrawn, and followed to the wall (标牌). */
public final class PlacardDesk {
    private final Register register;
    private final Placards placards;
    private final Supplier<PlacardCode> codes;
    private final Clock clock;
    private final ZoneId zone;

    public PlacardDesk(Register register, Placards placards, Supplier<PlacardCode> codes, Clock clock, ZoneId zone) {
        this.register = register;
        this.placards = placards;
        this.codes = codes;
        this.clock = clock;
        this.zone = zone;
    }

    /** Issues the first placard; an institution that has one keeps it. */
    public Outcome issue(Officer officer, InstitutionId id) {
        return withDossier(officer, id, dossier -> dossier.placard().isPresent()
                ? placards.find(dossier.placard().get()).<Outcome>map(Outcome.Done::new).orElseThrow()
                : issueNext(officer, dossier, Optional.empty()));
    }

    /** Puts a new edition in the place of the old one, whose code opens a red page from now on. */
    public Outcome replace(Officer officer, PlacardCode code, String reason) {
        return withLive(officer, code, (dossier, live) ->
                issueNext(officer, dossier, Optional.of(live.replace(officer.id(), reason, clock.instant()))));
    }

    public Outcome withdraw(Officer officer, PlacardCode code, String reason) {
        return withLive(officer, code, (dossier, live) -> {
            var withdrawn = live.withdraw(officer.id(), reason, clock.instant());
            return placards.withdraw(dossier, withdrawn) ? new Outcome.Done(withdrawn) : new Outcome.MovedOn();
        });
    }

    /** Records where the placard is. Registrars and inspectors may; only an inspector checks on site. */
    public Outcome post(Officer officer, PlacardCode code, Posting.Step step, String note, Optional<String> photo) {
        var found = placards.find(code).filter(p -> officer.mayActIn(p.issue().district()));
        var needed = step == Posting.Step.CHECKED ? Duty.INSPECTOR : Duty.REGISTRAR;
        if (found.isEmpty()) {
            return new Outcome.NoSuchPlacard(code);
        }
        if (!officer.has(needed) && !officer.has(Duty.INSPECTOR)) {
            return new Outcome.NotYourDuty(needed);
        }
        return switch (found.get()) {
            case Placard.Live live -> {
                if (live.posting().step() == step && live.posting().by().equals(officer.id())
                        && live.posting().note().equals(note) && live.posting().photo().equals(photo)) {
                    yield new Outcome.Done(live);
                }
                if (!step.mayFollow(live.posting().step())) {
                    yield new Outcome.WrongStep(live.posting().step(), step);
                }
                var next = live.post(new Posting(step, officer.id(), clock.instant(), note, photo));
                yield placards.post(live, next) ? new Outcome.Done(next) : new Outcome.MovedOn();
            }
            case Placard.Withdrawn gone -> new Outcome.NoLongerLive(gone);
            case Placard.Replaced gone -> new Outcome.NoLongerLive(gone);
        };
    }

    private Outcome issueNext(Officer officer, Dossier dossier, Optional<Placard.Replaced> before) {
        if (dossier.published().isEmpty()) {
            return new Outcome.NotYetChecked(dossier.id());
        }
        var now = clock.instant();
        var entry = dossier.published().get().entry();
        var issue = new Placard.Issue(
                codes.get(),
                dossier.id(),
                entry.district(),
                entry.institution().name(),
                // After a withdrawal the count goes on: no edition is printed twice for one institution.
                dossier.editions() + 1,
                LocalDate.ofInstant(now, zone),
                officer.id());
        var live = new Placard.Live(issue, issuedAt(officer, now));
        return placards.issue(dossier, live, before) ? new Outcome.Done(live) : new Outcome.MovedOn();
    }

    private static Posting issuedAt(Officer officer, Instant now) {
        return new Posting(Posting.Step.ISSUED, officer.id(), now, "", Optional.empty());
    }

    private Outcome withDossier(
            Officer officer, InstitutionId id, Function<Dossier, Outcome> work) {
        if (!officer.has(Duty.REGISTRAR)) {
            return new Outcome.NotYourDuty(Duty.REGISTRAR);
        }
        return register.find(id)
                .filter(d -> officer.mayActIn(d.district()))
                .map(work)
                .orElseGet(() -> new Outcome.NoSuchInstitution(id));
    }

    private Outcome withLive(
            Officer officer,
            PlacardCode code,
            BiFunction<Dossier, Placard.Live, Outcome> work) {
        var found = placards.find(code).filter(p -> officer.mayActIn(p.issue().district()));
        return switch (found.orElse(null)) {
            case null -> new Outcome.NoSuchPlacard(code);
            case Placard.Live live -> withDossier(officer, live.issue().institution(), d -> work.apply(d, live));
            case Placard.Withdrawn gone -> new Outcome.NoLongerLive(gone);
            case Placard.Replaced gone -> new Outcome.NoLongerLive(gone);
        };
    }

    public sealed interface Outcome {
        record Done(Placard placard) implements Outcome {}

        record NoSuchInstitution(InstitutionId id) implements Outcome {}

        record NoSuchPlacard(PlacardCode code) implements Outcome {}

        /** Nothing is printed before it was checked. */
        record NotYetChecked(InstitutionId id) implements Outcome {}

        record NoLongerLive(Placard placard) implements Outcome {}

        record WrongStep(Posting.Step from, Posting.Step to) implements Outcome {}

        record MovedOn() implements Outcome {}

        record NotYourDuty(Duty needed) implements Outcome {}
    }
}

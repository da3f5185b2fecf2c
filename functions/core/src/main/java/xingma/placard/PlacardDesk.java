package xingma.placard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
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
    /** A dossier may move on under a batch, and a code drawn twice is drawn anew. */
    private static final int ATTEMPTS = 3;

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
        Outcome outcome = new Outcome.MovedOn();
        for (var attempt = 0; attempt < ATTEMPTS && outcome instanceof Outcome.MovedOn; attempt++) {
            outcome = withDossier(officer, id, dossier -> dossier.placard()
                    .map(code -> placards.find(code).<Outcome>map(Outcome.Done::new).orElseThrow())
                    .orElseGet(() -> issueNext(officer, dossier, Optional.empty())));
        }
        return outcome;
    }

    /**
     * Issues the first placards of many institutions, each for itself, and tells of each what came of it; at most
     * {@value Register#MOST_AT_ONCE}.
     */
    public SequencedMap<InstitutionId, Outcome> issueAll(Officer officer, SequencedSet<InstitutionId> ids) {
        var firsts = new ArrayList<Placards.First>();
        if (officer.has(Duty.REGISTRAR)) {
            register.findAll(ids).values().stream()
                    .filter(d -> officer.mayActIn(d.district()) && d.placard().isEmpty() && d.published().isPresent())
                    .forEach(d -> firsts.add(new Placards.First(d, next(officer, d))));
        }
        var lost = placards.issueAll(firsts);
        var issued = new HashMap<InstitutionId, Outcome>();
        firsts.stream()
                .filter(first -> !lost.contains(first))
                .forEach(first -> issued.put(first.dossier().id(), new Outcome.Done(first.placard())));
        var outcomes = new LinkedHashMap<InstitutionId, Outcome>();
        // Whoever has a placard already, may have none, or moved on is looked at alone.
        ids.forEach(id -> outcomes.put(id, Optional.ofNullable(issued.get(id)).orElseGet(() -> issue(officer, id))));
        return outcomes;
    }

    /**
     * Puts a new edition in the place of the old one, whose code opens a red page from now on. Asked again by the same
     * officer for the same reason, it answers with the new edition.
     */
    public Outcome replace(Officer officer, PlacardCode code, String reason) {
        return switch (find(officer, code).orElse(null)) {
            case null -> new Outcome.NoSuchPlacard(code);
            case Placard.Live live -> withDossier(officer, live.issue().institution(), dossier ->
                    issueNext(officer, dossier, Optional.of(live.replace(officer.id(), reason, clock.instant()))));
            case Placard.Replaced gone when gone.by().equals(officer.id()) && gone.reason().equals(reason) ->
                withDossier(officer, gone.issue().institution(), dossier -> dossier.placard()
                        .flatMap(placards::find)
                        .<Outcome>map(Outcome.Done::new)
                        .orElseGet(() -> new Outcome.NoLongerLive(gone)));
            case Placard.Replaced gone -> new Outcome.NoLongerLive(gone);
            case Placard.Withdrawn gone -> new Outcome.NoLongerLive(gone);
        };
    }

    public Outcome withdraw(Officer officer, PlacardCode code, String reason) {
        return switch (find(officer, code).orElse(null)) {
            case null -> new Outcome.NoSuchPlacard(code);
            case Placard.Live live -> withDossier(officer, live.issue().institution(), dossier -> {
                var withdrawn = live.withdraw(officer.id(), reason, clock.instant());
                return placards.withdraw(dossier, withdrawn) ? new Outcome.Done(withdrawn) : new Outcome.MovedOn();
            });
            case Placard.Withdrawn gone when gone.by().equals(officer.id()) && gone.reason().equals(reason) ->
                new Outcome.Done(gone);
            case Placard.Withdrawn gone -> new Outcome.NoLongerLive(gone);
            case Placard.Replaced gone -> new Outcome.NoLongerLive(gone);
        };
    }

    /** Records where the placard is. Registrars and inspectors may; only an inspector checks on site. */
    public Outcome post(Officer officer, PlacardCode code, Posting.Step step, String note, Optional<String> photo) {
        var needed = step == Posting.Step.CHECKED ? Duty.INSPECTOR : Duty.REGISTRAR;
        return switch (find(officer, code).orElse(null)) {
            case null -> new Outcome.NoSuchPlacard(code);
            case Placard placard when !officer.has(needed) && !officer.has(Duty.INSPECTOR) ->
                new Outcome.NotYourDuty(needed);
            case Placard.Live live -> {
                var next = new Posting(step, officer.id(), clock.instant(), note, photo);
                if (next.echoes(live.posting())) {
                    yield new Outcome.Done(live);
                }
                if (!live.mayPost(step)) {
                    yield new Outcome.WrongStep(live.posting().step(), step);
                }
                var after = live.post(next);
                yield placards.post(live, after) ? new Outcome.Done(after) : new Outcome.MovedOn();
            }
            case Placard.Withdrawn gone -> new Outcome.NoLongerLive(gone);
            case Placard.Replaced gone -> new Outcome.NoLongerLive(gone);
        };
    }

    /** The placard, where it or the institution it was issued for lies in the officer's territory. */
    public Optional<Placard> find(Officer officer, PlacardCode code) {
        return placards.find(code)
                .filter(placard -> officer.mayActIn(placard.issue().district())
                        // The institution may have moved since.
                        || register.find(placard.issue().institution())
                                .filter(dossier -> officer.mayActIn(dossier.district()))
                                .isPresent());
    }

    private Outcome issueNext(Officer officer, Dossier dossier, Optional<Placard.Replaced> before) {
        if (dossier.published().isEmpty()) {
            return new Outcome.NotYetChecked(dossier.id());
        }
        var live = next(officer, dossier);
        return placards.issue(dossier, live, before) ? new Outcome.Done(live) : new Outcome.MovedOn();
    }

    /** The next edition for a dossier that is published. */
    private Placard.Live next(Officer officer, Dossier dossier) {
        var now = clock.instant();
        var entry = dossier.published().orElseThrow().entry();
        var issue = new Placard.Issue(
                codes.get(),
                dossier.id(),
                entry.district(),
                entry.institution().name(),
                // After a withdrawal the count goes on: no edition is printed twice for one institution.
                dossier.editions() + 1,
                LocalDate.ofInstant(now, zone),
                officer.id());
        return new Placard.Live(
                issue, List.of(new Posting(Posting.Step.ISSUED, officer.id(), now, "", Optional.empty())));
    }

    private Outcome withDossier(Officer officer, InstitutionId id, Function<Dossier, Outcome> work) {
        if (!officer.has(Duty.REGISTRAR)) {
            return new Outcome.NotYourDuty(Duty.REGISTRAR);
        }
        return register.find(id)
                .filter(d -> officer.mayActIn(d.district()))
                .map(work)
                .orElseGet(() -> new Outcome.NoSuchInstitution(id));
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

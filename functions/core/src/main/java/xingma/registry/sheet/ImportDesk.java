package xingma.registry.sheet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import xingma.institution.InstitutionId;
import xingma.institution.PremisesKind;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Register;
import xingma.territory.City;
import xingma.territory.Officer;

/**
 * The counter where a whole file is held against the register, proposed by one officer and published by another
 * (导入). Every step may be repeated, stopped and taken up again: it asks the register what is still to be done.
 */
public final class ImportDesk {
    /** Institutions in one step to the store; between two of them the time is looked at. */
    private static final int HANDFUL = 100;

    private final Register register;
    private final City city;
    private final List<PremisesKind> kinds;
    private final SheetRules rules;
    private final Clock clock;

    public ImportDesk(Register register, City city, List<PremisesKind> kinds, SheetRules rules, Clock clock) {
        this.register = register;
        this.city = city;
        this.kinds = List.copyOf(kinds);
        this.rules = rules;
        this.clock = clock;
    }

    /** Writes nothing. */
    public Trial trial(String importId, List<Sheet> cleaned, Officer officer) {
        var today = LocalDate.ofInstant(clock.instant(), city.zone());
        var view = new RegisterView(register, city, officer.territory());
        return new TrialRun(city, kinds, rules, view, officer, importId, today).run(cleaned);
    }

    /** Proposes what is not proposed yet, a batch of it. */
    public Progress propose(ImportFile file, Trial trial, Officer officer, Batch batch) {
        var todo = trial.plans().stream().filter(p -> !isProposed(p.dossier(), file)).toList();
        var total = trial.plans().size();
        var now = clock.instant();
        var kept = batch.each(todo, some -> {
            var steps = some.stream().map(p -> p.dossier().propose(p.proposal(file, officer, now))).toList();
            return steps.size() - register.keepAll(steps).size();
        });
        return new Progress(total - todo.size() + kept, total, Set.of());
    }

    /** Publishes what the import proposed, a batch of it. Nobody's own proposals are published by themselves. */
    public Progress check(
            ImportFile file, Trial trial, Officer officer, Batch batch, Consumer<Dossier.Step> beforehand) {
        return decide(file, trial, officer, batch, Proposer.ANOTHER, dossier -> {
            var step = dossier.check(officer.id(), clock.instant());
            beforehand.accept(step);
            return step;
        });
    }

    public Progress refuse(ImportFile file, Trial trial, Officer officer, String reason, Batch batch) {
        return decide(
                file, trial, officer, batch, Proposer.ANOTHER, d -> d.refuse(officer.id(), reason, clock.instant()));
    }

    /** Takes back what the officer proposed with the import, a batch of it; what others proposed stays. */
    public Progress withdraw(ImportFile file, Trial trial, Officer officer, Batch batch) {
        return decide(file, trial, officer, batch, Proposer.ONESELF, d -> d.withdraw(clock.instant()));
    }

    /** Whose proposals a decision is about. */
    private enum Proposer {
        ONESELF,
        ANOTHER;

        static Proposer of(Dossier dossier, Officer officer) {
            return dossier.pending().orElseThrow().proposal().by().equals(officer.id()) ? ONESELF : ANOTHER;
        }
    }

    private Progress decide(
            ImportFile file,
            Trial trial,
            Officer officer,
            Batch batch,
            Proposer whose,
            Function<Dossier, Dossier.Step> decision) {
        var waiting = proposed(file, trial, officer);
        var others = new HashSet<InstitutionId>();
        var todo = new ArrayList<Dossier>();
        for (var dossier : waiting) {
            if (Proposer.of(dossier, officer) == whose) {
                todo.add(dossier);
            } else {
                others.add(dossier.id());
            }
        }
        var kept = batch.each(todo, some -> {
            var steps = some.stream().map(decision).toList();
            return steps.size() - register.keepAll(steps).size();
        });
        return new Progress(kept, waiting.size(), others);
    }

    /** How many institutions of the import wait for their second person. */
    public static int waiting(ImportFile file, Trial trial, Officer officer) {
        return proposed(file, trial, officer).size();
    }

    private static List<Dossier> proposed(ImportFile file, Trial trial, Officer officer) {
        return trial.dossiers().stream()
                .filter(d -> isProposed(d, file) && officer.mayActIn(d.district()))
                .sorted(Comparator.comparing(Dossier::id))
                .toList();
    }

    private static boolean isProposed(Dossier dossier, ImportFile file) {
        return dossier.pending()
                .map(Change.Proposed::proposal)
                .filter(p -> p.occasion().equals(file.id()) && p.id().equals(Trial.Plan.idOf(file.id(), dossier.id())))
                .isPresent();
    }

    /**
     * How far a step has come.
     *
     * @param done of {@code total} institutions
     * @param others those that are somebody else's to decide
     */
    public record Progress(int done, int total, Set<InstitutionId> others) {
        public Progress {
            others = Set.copyOf(others);
        }

        public boolean isDone() {
            return done >= total;
        }
    }

    /** How much one call may do: so many institutions, until then. */
    public record Batch(int most, Instant until, Clock clock) {
        public static Batch of(int most, Duration atMost, Clock clock) {
            return new Batch(most, clock.instant().plus(atMost), clock);
        }

        <T> int each(List<T> todo, Function<List<T>, Integer> step) {
            var done = 0;
            var end = Math.min(most, todo.size());
            for (var from = 0; from < end && clock.instant().isBefore(until); from += HANDFUL) {
                done += step.apply(todo.subList(from, Math.min(end, from + HANDFUL)));
            }
            return done;
        }
    }
}

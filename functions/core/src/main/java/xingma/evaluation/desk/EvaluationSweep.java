package xingma.evaluation.desk;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Party;
import xingma.evaluation.Proceeding;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.Proceedings;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.desk.Clerk.Decision;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.evaluation.rules.Tracks;
import xingma.territory.RegionCode;

/**
 * What happens to stars without anybody's hand (自动暂停、恢复与到期): a star whose term is over ends, one against which a
 * reason came up is suspended, and returns when every reason is gone. It may be run at any time, twice, or not for a
 * while: every proceeding has an id that follows from what it is about.
 */
public final class EvaluationSweep {
    private static final Party.Sweep SWEEP = new Party.Sweep();

    /** One that cannot be looked at is a defect of its own; so many are an outage, and the run ends. */
    private static final int MOST_BROKEN = 10;

    private final Clerk clerk;
    private final BiConsumer<EvaluationId, RuntimeException> broken;

    /** @param broken told of each evaluation that could not be looked at; the others are looked at all the same */
    public EvaluationSweep(Clerk clerk, BiConsumer<EvaluationId, RuntimeException> broken) {
        this.clerk = requireNonNull(clerk, "clerk");
        this.broken = requireNonNull(broken, "broken");
    }

    /**
     * What one run did.
     *
     * @param missed evaluations that somebody else moved meanwhile; the next run comes to them
     * @param broken evaluations that could not be looked at
     * @param whole false when the time was over before everything was looked at
     */
    public record Report(int looked, int suspended, int resumed, int expired, int missed, int broken, boolean whole) {
        static final Report NOTHING = new Report(0, 0, 0, 0, 0, 0, true);
        static final Report UNFINISHED = new Report(0, 0, 0, 0, 0, 0, false);
        static final Report LOOKED = new Report(1, 0, 0, 0, 0, 0, true);
        static final Report MISSED = new Report(0, 0, 0, 0, 1, 0, true);

        Report plus(Report o) {
            return new Report(
                    looked + o.looked,
                    suspended + o.suspended,
                    resumed + o.resumed,
                    expired + o.expired,
                    missed + o.missed,
                    broken + o.broken,
                    whole && o.whole);
        }
    }

    /** @param goOn asked before each page; false ends the run */
    public Report run(List<RegionCode> districts, BooleanSupplier goOn) {
        var report = Report.NOTHING;
        for (var district : districts) {
            var after = Optional.<String>empty();
            do {
                if (!goOn.getAsBoolean()) {
                    return report.plus(Report.UNFINISHED);
                }
                var page = clerk.evaluations().open(district, after);
                for (var row : page.items()) {
                    report = report.plus(tried(row));
                    if (report.broken() == MOST_BROKEN) {
                        return report.plus(Report.UNFINISHED);
                    }
                }
                after = page.next();
            } while (after.isPresent());
        }
        return report;
    }

    private Report tried(Row row) {
        try {
            return look(row);
        } catch (RuntimeException thrown) {
            broken.accept(row.id(), thrown);
            return new Report(1, 0, 0, 0, 0, 1, true);
        }
    }

    private Report look(Row row) {
        var found = clerk.evaluations().find(row.district(), row.id());
        if (found.isEmpty() || !(found.get() instanceof Evaluation.Starred starred)) {
            found.ifPresent(e -> renew(e, row));
            return Report.LOOKED;
        }
        var steps = due(starred);
        if (steps.isEmpty()) {
            renew(starred, row);
            return Report.LOOKED;
        }
        var report = Report.LOOKED;
        for (var proceeding : steps) {
            report = report.plus(take(row, proceeding));
        }
        return report;
    }

    private void renew(Evaluation evaluation, Row row) {
        var now = Row.of(evaluation, clerk.deadlines());
        if (!now.equals(row)) {
            clerk.evaluations().renew(evaluation, now);
        }
    }

    /** What the day and the reasons ask for, in this order. */
    private sealed interface Task {
        String id();

        record Expire(String id) implements Task {}

        record Suspend(String id, Ground ground, String record) implements Task {}

        record Resume(String id) implements Task {}
    }

    private List<Task> due(Evaluation.Starred starred) {
        var file = starred.proceedings();
        if (clerk.today().isAfter(starred.until())) {
            return List.of(new Task.Expire("s.expired-" + starred.until()));
        }
        var tasks = new ArrayList<Task>();
        var reasons = reasons(starred);
        for (var reason : reasons) {
            if (!file.grounds().containsKey(reason.ground())) {
                tasks.add(new Task.Suspend(
                        "s.suspended-" + reason.ground() + '-' + file.revision(), reason.ground(), reason.record()));
            }
        }
        var standing = EnumSet.noneOf(Ground.class);
        reasons.forEach(r -> standing.add(r.ground()));
        if (tasks.isEmpty() && starred instanceof Evaluation.Suspended && mayReturn(file, standing)) {
            tasks.add(new Task.Resume("s.resumed-" + file.revision()));
        }
        return tasks;
    }

    /** By itself a star returns only where it was suspended by itself, and no reason is left. */
    private static boolean mayReturn(Proceedings file, EnumSet<Ground> standing) {
        var byHand = file.all(Proceeding.Suspended.class)
                .filter(s -> file.grounds().containsKey(s.ground()))
                .anyMatch(s -> s.by() instanceof Party.Bureau);
        return !byHand && standing.isEmpty();
    }

    private List<Tracks.Reason> reasons(Evaluation.Starred starred) {
        var reasons = new ArrayList<>(clerk.known(starred).against());
        var check = clerk.deadlines().running(starred, Which.SELF_CHECK);
        if (check.filter(d -> d.isOver(clerk.today())).isPresent()) {
            var day = check.map(d -> d.due().day()).map(LocalDate::toString).orElseThrow();
            reasons.add(new Tracks.Reason(Ground.SELF_CHECK_OVERDUE, day));
        }
        return reasons;
    }

    private Report take(Row row, Task task) {
        var outcome = clerk.decide(
                () -> clerk.evaluations().find(row.district(), row.id()),
                task.id(),
                before -> before.by() instanceof Party.Sweep,
                evaluation -> step(evaluation, task));
        return switch (outcome) {
            case Outcome.Done d -> switch (task) {
                case Task.Expire e -> new Report(0, 0, 0, 1, 0, 0, true);
                case Task.Suspend s -> new Report(0, 1, 0, 0, 0, 0, true);
                case Task.Resume r -> new Report(0, 0, 1, 0, 0, 0, true);
            };
            case Outcome.Barred b -> Report.MISSED;
            case Outcome.Overtaken o -> Report.MISSED;
            case Outcome.NoSuchEvaluation n -> Report.MISSED;
            case Outcome.IdTaken i -> Report.MISSED;
            case Outcome.Faulty f -> Report.MISSED;
        };
    }

    private Decision step(Evaluation evaluation, Task task) {
        if (!(evaluation instanceof Evaluation.Starred starred)) {
            return new Decision.No(Bar.NOT_NOW);
        }
        return switch (task) {
            case Task.Expire(var id) -> new Decision.Take(starred.expire(id, clerk.now()));
            case Task.Suspend(var id, var ground, var record) ->
                new Decision.Take(starred.suspend(id, SWEEP, clerk.now(), ground, record));
            case Task.Resume(var id) -> starred instanceof Evaluation.Suspended suspended
                    ? new Decision.Take(suspended.resume(id, SWEEP, clerk.now(), ""))
                    : new Decision.No(Bar.NOT_NOW);
        };
    }
}

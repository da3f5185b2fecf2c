package xingma.evaluation.rules;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Proceeding;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.territory.DueDay;
import xingma.territory.TimeLimit;

/**
 * Computes every clock of an evaluation from its proceedings, the limits in force on the day it began, and the calendar
 * as it is known today. Nothing of it is stored.
 */
public final class Deadlines {
    private final EvaluationRules rules;
    private final ZoneId zone;

    public Deadlines(EvaluationRules rules, ZoneId zone) {
        this.rules = requireNonNull(rules, "rules");
        this.zone = requireNonNull(zone, "zone");
    }

    public EvaluationRules rules() {
        return rules;
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /**
     * A clock that runs.
     *
     * @param start the day from which it counts; not counted itself
     */
    public record Deadline(Which which, LocalDate start, DueDay due, TimeLimit limit) {
        /** On its last day a clock is not late yet. */
        public boolean isOver(LocalDate today) {
            return today.isAfter(due.day());
        }
    }

    /** Every clock that runs now, the earliest last day first. */
    public List<Deadline> running(Evaluation evaluation) {
        var file = evaluation.proceedings();
        var running = new ArrayList<Deadline>();
        switch (evaluation) {
            case Evaluation.SelfChecking s -> {}
            case Evaluation.AwaitingPanel a -> start(evaluation, Which.DRAW, file.all().getLast().at(), running);
            case Evaluation.Scoring s -> started(evaluation, Which.SCORE, Proceeding.Drawn.class, running);
            case Evaluation.Settling s -> started(evaluation, Which.SETTLE, Proceeding.HandedIn.class, running);
            case Evaluation.FactCheck f -> start(evaluation, Which.FACT_CHECK, f.since(), running);
            case Evaluation.PublicNotice n -> {
                start(evaluation, Which.NOTICE, n.since(), running);
                running.stream().findFirst().ifPresent(notice -> start(evaluation, Which.PUBLISH, notice.due().day(), running));
            }
            case Evaluation.InForce i -> starred(i, running);
            case Evaluation.Suspended s -> starred(s, running);
            case Evaluation.WithdrawalAppealed w -> start(evaluation, Which.DECIDE_APPEAL, w.since(), running);
            case Evaluation.Withdrawn w -> withdrawn(w, running);
            case Evaluation.UnderAppeal u -> {
                start(evaluation, Which.DECIDE_APPEAL, u.since(), running);
                file.withdrawal().ifPresent(w -> start(evaluation, Which.WITHDRAW, w.at(), running));
            }
            case Evaluation.Over o -> {}
        }
        running.sort(Comparator.comparing(d -> d.due().day()));
        return List.copyOf(running);
    }

    public Optional<Deadline> running(Evaluation evaluation, Which which) {
        return running(evaluation).stream().filter(d -> d.which() == which).findFirst();
    }

    /** When a self-check was made last: with the application, or later in the star's term. */
    public LocalDate selfChecked(Evaluation evaluation) {
        var file = evaluation.proceedings();
        var applied = file.last(Proceeding.Applied.class).map(Proceeding::at);
        var later = file.last(Proceeding.SelfChecked.class).map(Proceeding::at);
        return day(later.or(() -> applied).orElse(file.all().getFirst().at()));
    }

    private void starred(Evaluation.Appealable evaluation, List<Deadline> running) {
        var file = evaluation.proceedings();
        var published = file.last(Proceeding.Published.class).orElseThrow();
        var decided = file.all(Proceeding.AppealDecided.class).anyMatch(a -> a.at().isAfter(published.at()));
        if (!decided) {
            start(evaluation, Which.APPEAL, published.at(), running);
        }
        start(evaluation, Which.SELF_CHECK, later(selfChecked(evaluation), day(published.at())), running);
        file.withdrawal().ifPresent(w -> start(evaluation, Which.WITHDRAW, w.at(), running));
        file.waitingReply().ifPresent(r -> start(evaluation, Which.MODERATE, r.at(), running));
    }

    /** An appeal that was decided is not made again. */
    private void withdrawn(Evaluation.Withdrawn evaluation, List<Deadline> running) {
        if (evaluation.proceedings().all().getLast() instanceof Proceeding.Withdrawn withdrawn) {
            start(evaluation, Which.WITHDRAWAL_APPEAL, withdrawn.at(), running);
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private void started(
            Evaluation evaluation, Which which, Class<? extends Proceeding> by, List<Deadline> running) {
        evaluation.proceedings().last(by).ifPresent(p -> start(evaluation, which, p.at(), running));
    }

    private void start(Evaluation evaluation, Which which, Instant at, List<Deadline> running) {
        start(evaluation, which, day(at), running);
    }

    private void start(Evaluation evaluation, Which which, LocalDate from, List<Deadline> running) {
        var began = day(evaluation.proceedings().all().getFirst().at());
        rules.limit(which, began)
                .filter(limit -> limit.span().isPresent())
                .ifPresent(limit -> running.add(
                        new Deadline(which, from, rules.calendar().due(from, limit.span().get()), limit)));
    }
}

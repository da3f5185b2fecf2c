package xingma.evaluation.desk;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Proceeding;
import xingma.evaluation.desk.OfficeMove.What;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.rating.Clause.Side;
import xingma.territory.Officer;

/** What an officer may do in an evaluation as it stands, and what stands against the rest (办理规则). */
final class OfficeRules {
    private final Clerk clerk;

    OfficeRules(Clerk clerk) {
        this.clerk = requireNonNull(clerk, "clerk");
    }

    /** Every move, with what stands against it. */
    Map<What, Optional<Bar>> all(Officer officer, Evaluation evaluation) {
        var moves = new EnumMap<What, Optional<Bar>>(What.class);
        for (var what : What.values()) {
            moves.put(what, bar(officer, evaluation, what));
        }
        return moves;
    }

    Optional<Bar> bar(Officer officer, Evaluation evaluation, What what) {
        if (!officer.has(what.duty())) {
            return Optional.of(Bar.NOT_YOUR_DUTY);
        }
        if (!isOffered(evaluation, what)) {
            return Optional.of(Bar.NOT_NOW);
        }
        return switch (what) {
            case SEND_BACK, DRAW, RECUSE, OBJECT, VERIFY, SUSPEND -> Optional.empty();
            case REPLACE -> lacking(evaluation).isEmpty() ? Optional.of(Bar.PANEL_FULL) : Optional.empty();
            case NOTICE -> evaluation instanceof Evaluation.FactCheck check ? factCheck(check) : noticeAgain(evaluation);
            case ANSWER_OBJECTION -> evaluation.proceedings().openObjections().isEmpty()
                    ? Optional.of(Bar.NO_SUCH_REFERENCE)
                    : Optional.empty();
            case RECONVENE -> Optional.empty();
            case PROPOSE -> evaluation.proceedings().proposal().isPresent()
                    ? Optional.of(Bar.PROPOSED_ALREADY)
                    : publication(evaluation);
            case PUBLISH -> second(officer, evaluation).or(() -> publication(evaluation));
            case REFUSE -> second(officer, evaluation);
            case MODERATE -> evaluation.proceedings().waitingReply().isEmpty()
                    ? Optional.of(Bar.NO_SUCH_REFERENCE)
                    : Optional.empty();
            case DECIDE_APPEAL -> evaluation.proceedings().participants().contains(officer.id())
                    ? Optional.of(Bar.HAD_A_PART)
                    : Optional.empty();
            case RESUME -> clerk.known(evaluation).against().isEmpty() ? Optional.empty() : Optional.of(Bar.STILL_SUSPENDED);
            case PROPOSE_WITHDRAWAL -> evaluation.proceedings().withdrawal().isPresent()
                    ? Optional.of(Bar.PROPOSED_ALREADY)
                    : Optional.empty();
            case WITHDRAW, REFUSE_WITHDRAWAL -> secondToWithdraw(officer, evaluation);
        };
    }

    private static boolean isOffered(Evaluation evaluation, What what) {
        return switch (what) {
            case SEND_BACK, DRAW -> evaluation instanceof Evaluation.AwaitingPanel;
            case RECUSE, REPLACE -> evaluation instanceof Evaluation.Seated;
            case NOTICE -> evaluation instanceof Evaluation.FactCheck || evaluation instanceof Evaluation.PublicNotice;
            case OBJECT, ANSWER_OBJECTION, RECONVENE, PROPOSE, PUBLISH, REFUSE ->
                evaluation instanceof Evaluation.PublicNotice;
            case MODERATE, PROPOSE_WITHDRAWAL, WITHDRAW, REFUSE_WITHDRAWAL -> evaluation instanceof Evaluation.Starred;
            case DECIDE_APPEAL -> evaluation instanceof Evaluation.Appealed;
            case SUSPEND -> evaluation instanceof Evaluation.Starred;
            case RESUME -> evaluation instanceof Evaluation.Suspended;
            case VERIFY -> evaluation instanceof Evaluation.Running;
        };
    }

    /** The side of which the panel has fewer than were drawn. */
    Optional<Side> lacking(Evaluation evaluation) {
        var sizes = clerk.deadlines().rules().panel();
        var panel = evaluation.proceedings().panel();
        return sizes.entrySet().stream()
                .filter(size -> panel.stream()
                                .flatMap(p -> p.seats().stream())
                                .filter(s -> s.side() == size.getKey())
                                .count()
                        < size.getValue())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Before the notice: the institution had its time or needs no more, and every question was answered. */
    private Optional<Bar> factCheck(Evaluation.FactCheck check) {
        if (!check.proceedings().openQuestions().isEmpty()) {
            return Optional.of(Bar.QUESTIONS_OPEN);
        }
        return check.isConfirmed() || isOver(check, Which.FACT_CHECK)
                ? Optional.empty()
                : Optional.of(Bar.FACT_CHECK_RUNS);
    }

    /** A notice is given anew only where the star changed. */
    private Optional<Bar> noticeAgain(Evaluation evaluation) {
        return saysTheSame(evaluation) ? Optional.of(Bar.NOT_NOW) : Optional.empty();
    }

    /** What must be true on the day on which a star is published. */
    private Optional<Bar> publication(Evaluation evaluation) {
        if (!isOver(evaluation, Which.NOTICE)) {
            return Optional.of(Bar.NOTICE_RUNS);
        }
        if (!evaluation.proceedings().openObjections().isEmpty()) {
            return Optional.of(Bar.OBJECTIONS_OPEN);
        }
        if (!saysTheSame(evaluation)) {
            return Optional.of(Bar.STAR_CHANGED);
        }
        return clerk.known(evaluation).against().isEmpty() ? Optional.empty() : Optional.of(Bar.REASON_AGAINST);
    }

    /** Whether the sheet is worth today what the notice said. */
    private boolean saysTheSame(Evaluation evaluation) {
        var file = evaluation.proceedings();
        var noticed = file.last(Proceeding.Noticed.class).map(Proceeding.Noticed::standing);
        var today = file.settled().flatMap(sheet -> clerk.standing(evaluation, sheet));
        return noticed.isPresent() && today.filter(noticed.get()::saysTheSameAs).isPresent();
    }

    private Optional<Bar> second(Officer officer, Evaluation evaluation) {
        var proposal = evaluation.proceedings().proposal();
        if (proposal.isEmpty()) {
            return Optional.of(Bar.NOTHING_PROPOSED);
        }
        if (proposal.get().by().person().equals(officer.id())) {
            return Optional.of(Bar.SAME_PERSON);
        }
        return evaluation.proceedings().panel().filter(p -> p.seat(officer.id()).isPresent()).isPresent()
                ? Optional.of(Bar.HAD_A_PART)
                : Optional.empty();
    }

    private static Optional<Bar> secondToWithdraw(Officer officer, Evaluation evaluation) {
        return evaluation
                .proceedings()
                .withdrawal()
                .map(w -> w.by().person().equals(officer.id()) ? Optional.of(Bar.SAME_PERSON) : Optional.<Bar>empty())
                .orElse(Optional.of(Bar.NOTHING_PROPOSED));
    }

    /** A clock that does not run binds nobody. */
    private boolean isOver(Evaluation evaluation, Which which) {
        return clerk.deadlines()
                .running(evaluation, which)
                .filter(d -> !d.isOver(clerk.today()))
                .isEmpty();
    }
}

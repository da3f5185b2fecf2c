package xingma.evaluation.desk;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import xingma.evaluation.Beginning;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Finding;
import xingma.evaluation.Party;
import xingma.evaluation.Premises;
import xingma.evaluation.Proceeding;
import xingma.evaluation.Proceeding.Declaration;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.Stage;
import xingma.evaluation.Step;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.desk.Clerk.Decision;
import xingma.evaluation.desk.SheetDesk.Save;
import xingma.evaluation.desk.SheetDesk.Saved;
import xingma.evaluation.round.Round;
import xingma.evaluation.round.Rounds;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.evaluation.rules.Exemption;
import xingma.institution.InstitutionId;
import xingma.keeping.Patience;
import xingma.rating.NextStar;
import xingma.rating.Standard;
import xingma.rating.Stars;

/**
 * Where an institution sees to its own evaluation (机构端): checks itself under the very standard, sees what it would be
 * worth and the nearest way to more, mends, applies, says where facts are wrong, appeals. It finds its own file alone,
 * and of that nothing that is not open to it yet.
 */
public final class ApplicantsSeat {
    private static final String OURS = "a.";

    private final Clerk clerk;
    private final Rounds rounds;
    private final Function<InstitutionId, Optional<Premises>> register;
    private final Patience patience;
    private final SheetDesk sheets;

    /** @param register what is published of an institution; empty if it is not in the register */
    public ApplicantsSeat(
            Clerk clerk, Rounds rounds, Function<InstitutionId, Optional<Premises>> register, Patience patience) {
        this.clerk = requireNonNull(clerk, "clerk");
        this.rounds = requireNonNull(rounds, "rounds");
        this.register = requireNonNull(register, "register");
        this.patience = requireNonNull(patience, "patience");
        this.sheets = new SheetDesk(clerk, patience);
    }

    /** The institution's evaluations, the newest first. */
    public List<Row> rows(InstitutionId institution) {
        return clerk.evaluations().of(institution);
    }

    public Optional<Evaluation> find(InstitutionId institution, EvaluationId id) {
        return clerk.evaluations().of(institution, id);
    }

    public Standard standard(Evaluation evaluation) {
        return clerk.standard(evaluation);
    }

    // ---- beginning -------------------------------------------------------------------------------------------------

    /** Rounds in which the institution may begin today. */
    public List<Round> openRounds(InstitutionId institution) {
        return register.apply(institution)
                .map(premises -> rounds.all().stream()
                        .map(Rounds.Called::round)
                        .filter(round -> takes(round, premises))
                        .toList())
                .orElse(List.of());
    }

    /** 开始自查. */
    public Outcome begin(Party.Applicant by, String askId, String roundId) {
        var id = OURS + askId;
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            var rows = clerk.evaluations().of(by.institution());
            var before = rows.stream()
                    .flatMap(row -> clerk.evaluations().find(row.district(), row.id()).stream())
                    .filter(e -> e.proceedings().byId(id).isPresent())
                    .findFirst();
            if (before.isPresent()) {
                return new Outcome.Done(before.get());
            }
            var beginning = beginning(by.institution(), roundId, rows);
            if (beginning instanceof Start.No(var bar)) {
                return new Outcome.Barred(bar);
            }
            var step = Step.first(new Proceeding.Begun(id, clerk.now(), by, ((Start.Yes) beginning).beginning()));
            if (clerk.keep(step, Optional.empty())) {
                return new Outcome.Done(step.after());
            }
            patience.rest(attempt);
        }
        return new Outcome.Overtaken();
    }

    private sealed interface Start {
        record Yes(Beginning beginning) implements Start {}

        record No(Bar bar) implements Start {}
    }

    private Start beginning(InstitutionId institution, String roundId, List<Row> rows) {
        var premises = register.apply(institution);
        var round = rounds.find(roundId).map(Rounds.Called::round);
        if (premises.isEmpty() || round.filter(r -> takes(r, premises.get())).isEmpty()) {
            return new Start.No(Bar.ROUND_CLOSED);
        }
        var called = round.get();
        var running = rows.stream().filter(r -> !r.stage().isOver()).toList();
        if (running.stream().anyMatch(r -> !isOfAStar(r.stage()))) {
            return new Start.No(Bar.UNDER_WAY);
        }
        if (running.stream().anyMatch(r -> r.stage() == Stage.UNDER_APPEAL)) {
            return new Start.No(Bar.UNDER_WAY);
        }
        var star = running.stream().map(Row::id).max(Comparator.comparingInt(EvaluationId::sequence));
        if (star.isPresent() && rows.stream().anyMatch(r -> r.id().sequence() > star.get().sequence())) {
            return new Start.No(Bar.RERATED_ALREADY);
        }
        var newest = rows.stream().map(Row::id).max(Comparator.comparingInt(EvaluationId::sequence));
        return new Start.Yes(new Beginning(
                newest.map(EvaluationId::next).orElse(new EvaluationId(institution, 1)),
                called.id(),
                called.standard(),
                called.edition(),
                premises.get().type(),
                premises.get().district(),
                premises.get().name(),
                star));
    }

    private static boolean isOfAStar(Stage stage) {
        return stage == Stage.IN_FORCE || stage == Stage.SUSPENDED || stage == Stage.UNDER_APPEAL;
    }

    private boolean takes(Round round, Premises premises) {
        return round.isOpen(clerk.today())
                && round.territory().contains(premises.district())
                && round.kinds().contains(premises.kind());
    }

    // ---- the self-check ----------------------------------------------------------------------------------------------

    public ScoreSheet sheet(Evaluation evaluation) {
        return sheets.sheet(evaluation, new Writer.Institution());
    }

    /** Saves one clause of the self-check. */
    public Saved save(
            InstitutionId institution, EvaluationId id, String clause, Finding finding, String change, int seen) {
        return save(institution, id, List.of(new Save(clause, finding, change, seen))).getFirst();
    }

    /** Saves several clauses of it; each is answered for itself. */
    public List<Saved> save(InstitutionId institution, EvaluationId id, List<Save> saves) {
        return sheets.save(
                () -> find(institution, id), ApplicantsSeat::writingBar, new Writer.Institution(), saves);
    }

    private static Optional<Bar> writingBar(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Over ? Optional.of(Bar.NOT_NOW) : Optional.empty();
    }

    /** What the self-check would be worth today: never a star, only what the same engine says of the same marks. */
    public Stars.Outcome projection(Evaluation evaluation) {
        return clerk.reckon(evaluation, sheet(evaluation).marks());
    }

    /**
     * The nearest way from a sheet to so many stars.
     *
     * @return empty while the sheet cannot be rated
     */
    public Optional<NextStar> path(Evaluation evaluation, int stars) {
        var standard = clerk.standard(evaluation);
        var sheet = evaluation.proceedings().settled().filter(s -> isOpen(evaluation)).orElse(sheet(evaluation).marks());
        if (standard.threshold(stars).isEmpty()
                || !(clerk.reckon(evaluation, sheet) instanceof Stars.Outcome.Rated)) {
            return Optional.empty();
        }
        return Optional.of(NextStar.to(
                stars,
                standard,
                evaluation.beginning().type(),
                sheet,
                clerk.known(evaluation).track(),
                clerk.today()));
    }

    /** Whether the settled sheet is open to the institution: from the factual check on. */
    public static boolean isOpen(Evaluation evaluation) {
        return switch (evaluation.stage()) {
            case SELF_CHECKING, AWAITING_PANEL, SCORING, SETTLING, CANCELLED -> false;
            case FACT_CHECK, PUBLIC_NOTICE, IN_FORCE, UNDER_APPEAL, SUSPENDED, WITHDRAWN, EXPIRED, SUPERSEDED -> true;
        };
    }

    /** What the experts told the institution, by clause; nothing before the sheet is open to it. */
    public SortedMap<String, List<Guidance.Said>> guidance(Evaluation evaluation) {
        return Guidance.of(clerk, evaluation);
    }

    /** Whether routine inspections spare the institution today, and why. */
    public Optional<Exemption> exemption(Evaluation evaluation) {
        return clerk.exemption(evaluation);
    }

    // ---- steps -------------------------------------------------------------------------------------------------------

    /** The declaration that is signed with an application, as it reads today. */
    public String declaration() {
        return clerk.deadlines().rules().declaration();
    }

    /** 申请评价. The sheet stays open for the yearly check; what it said today is bound by its digest. */
    public Outcome apply(Party.Applicant by, EvaluationId id, String askId, Declaration declaration) {
        return decide(by, id, askId, Proceeding.Applied.class, "", (evaluation, actId, at) -> {
            if (!(evaluation instanceof Evaluation.SelfChecking checking)) {
                return new Decision.No(Bar.NOT_NOW);
            }
            if (!declaration.text().equals(declaration())) {
                return new Decision.No(Bar.NOT_DECLARED_TRUE);
            }
            var sheet = sheet(evaluation);
            var faults = sheet.faults(clerk.standard(evaluation), evaluation.beginning().type());
            if (!faults.isEmpty()) {
                return new Decision.No(new Outcome.Faulty(faults));
            }
            return switch (clerk.reckon(evaluation, sheet.marks())) {
                case Stars.Outcome.Rated r -> new Decision.Take(checking.apply(actId, by, at, sheet.digest(), declaration));
                case Stars.Outcome.NothingAsked n -> new Decision.No(Bar.NOT_RATED);
                case Stars.Outcome.TooMuchLeftOut t -> new Decision.No(Bar.TOO_MUCH_LEFT_OUT);
                case Stars.Outcome.Faulty f -> new Decision.No(Bar.SHEET_FAULTY);
            };
        });
    }

    /** 撤回申请. */
    public Outcome cancel(Party.Applicant by, EvaluationId id, String askId, String words) {
        return decide(by, id, askId, Proceeding.Cancelled.class, words, (evaluation, actId, at) ->
                evaluation instanceof Evaluation.Cancellable cancellable
                        ? new Decision.Take(cancellable.cancel(actId, by, at, words))
                        : new Decision.No(Bar.NOT_NOW));
    }

    /** 事实异议. */
    public Outcome question(Party.Applicant by, EvaluationId id, String askId, String clause, String words) {
        return decide(by, id, askId, Proceeding.Questioned.class, words, (evaluation, actId, at) -> {
            if (!(evaluation instanceof Evaluation.FactCheck check) || check.isConfirmed()) {
                return new Decision.No(Bar.NOT_NOW);
            }
            if (isOver(evaluation, Which.FACT_CHECK)) {
                return new Decision.No(Bar.TOO_LATE);
            }
            return evaluation.proceedings().settled().orElseThrow().at(clause).isEmpty()
                    ? new Decision.No(Bar.NO_SUCH_REFERENCE)
                    : new Decision.Take(check.question(actId, by, at, clause, words));
        });
    }

    /** 确认事实. */
    public Outcome confirm(Party.Applicant by, EvaluationId id, String askId) {
        return decide(by, id, askId, Proceeding.Confirmed.class, "", (evaluation, actId, at) ->
                evaluation instanceof Evaluation.FactCheck check
                        ? new Decision.Take(check.confirm(actId, by, at))
                        : new Decision.No(Bar.NOT_NOW));
    }

    /** 申诉, within its time: against a star, or against its withdrawal while nothing newer was begun. */
    public Outcome appeal(Party.Applicant by, EvaluationId id, String askId, String words) {
        return decide(by, id, askId, Proceeding.Appealed.class, words, (evaluation, actId, at) ->
                evaluation instanceof Evaluation.Contestable contestable
                        ? appealBar(contestable)
                                .<Decision>map(Decision.No::new)
                                .orElseGet(() -> new Decision.Take(contestable.appeal(actId, by, at, words)))
                        : new Decision.No(Bar.NOT_NOW));
    }

    /** Whether an appeal would be heard today. */
    public boolean mayAppeal(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Contestable contestable && appealBar(contestable).isEmpty();
    }

    private Optional<Bar> appealBar(Evaluation.Contestable evaluation) {
        if (evaluation instanceof Evaluation.Withdrawn && clerk.hasNewer(evaluation)) {
            return Optional.of(Bar.UNDER_WAY);
        }
        var isRunning = clerk.deadlines()
                .running(evaluation, appealClock(evaluation))
                .filter(d -> !d.isOver(clerk.today()))
                .isPresent();
        return isRunning ? Optional.empty() : Optional.of(Bar.TOO_LATE);
    }

    /** The clock within which the institution may appeal. */
    private static Which appealClock(Evaluation.Contestable evaluation) {
        return switch (evaluation) {
            case Evaluation.Appealable star -> Which.APPEAL;
            case Evaluation.Withdrawn withdrawn -> Which.WITHDRAWAL_APPEAL;
        };
    }

    /** 机构回应; shown once somebody looked at it. */
    public Outcome reply(Party.Applicant by, EvaluationId id, String askId, String words) {
        return decide(by, id, askId, Proceeding.Replied.class, words, (evaluation, actId, at) -> {
            if (!(evaluation instanceof Evaluation.Starred starred)) {
                return new Decision.No(Bar.NOT_NOW);
            }
            return evaluation.proceedings().waitingReply().isPresent()
                    ? new Decision.No(Bar.PROPOSED_ALREADY)
                    : new Decision.Take(starred.reply(actId, by, at, words));
        });
    }

    /** 年度自查, from the same sheet, renewed clause by clause before. */
    public Outcome selfCheck(Party.Applicant by, EvaluationId id, String askId) {
        return decide(by, id, askId, Proceeding.SelfChecked.class, "", (evaluation, actId, at) -> {
            if (!(evaluation instanceof Evaluation.Starred starred)) {
                return new Decision.No(Bar.NOT_NOW);
            }
            var sheet = sheet(evaluation);
            var faults = sheet.faults(clerk.standard(evaluation), evaluation.beginning().type());
            if (!faults.isEmpty()) {
                return new Decision.No(new Outcome.Faulty(faults));
            }
            return clerk.standing(evaluation, sheet.marks())
                    .<Decision>map(s -> new Decision.Take(starred.selfCheck(actId, by, at, sheet.digest(), s)))
                    .orElseGet(() -> new Decision.No(Bar.TOO_MUCH_LEFT_OUT));
        });
    }

    /** 整改计划. */
    public Outcome plan(Party.Applicant by, EvaluationId id, String askId, String clause, String words, LocalDate due) {
        return decide(by, id, askId, Proceeding.Planned.class, words, (evaluation, actId, at) -> {
            if (!(evaluation instanceof Evaluation.Running running)) {
                return new Decision.No(Bar.NOT_NOW);
            }
            if (clerk.standard(evaluation).clause(clause).isEmpty()) {
                return new Decision.No(Bar.NO_SUCH_REFERENCE);
            }
            return due.isBefore(clerk.today())
                    ? new Decision.No(Bar.TOO_LATE)
                    : new Decision.Take(running.plan(actId, by, at, clause, words, due));
        });
    }

    /** 整改佐证. */
    public Outcome prove(
            Party.Applicant by,
            EvaluationId id,
            String askId,
            String plan,
            String words,
            List<Finding.Exhibit> exhibits) {
        return decide(by, id, askId, Proceeding.Proved.class, words, (evaluation, actId, at) -> {
            if (!(evaluation instanceof Evaluation.Running running)) {
                return new Decision.No(Bar.NOT_NOW);
            }
            var planned = evaluation.proceedings().all(Proceeding.Planned.class).anyMatch(p -> p.id().equals(plan));
            return planned
                    ? new Decision.Take(running.prove(actId, by, at, plan, words, exhibits))
                    : new Decision.No(Bar.NO_SUCH_REFERENCE);
        });
    }

    @FunctionalInterface
    private interface Decider {
        Decision decide(Evaluation evaluation, String actId, Instant at);
    }

    private Outcome decide(
            Party.Applicant by,
            EvaluationId id,
            String askId,
            Class<? extends Proceeding> kind,
            String words,
            Decider decider) {
        return clerk.decide(
                () -> find(by.institution(), id),
                OURS + askId,
                before -> kind.isInstance(before)
                        && before.by().equals(by)
                        && (!(before instanceof Proceeding.Spoken s) || s.words().equals(words)),
                evaluation -> decider.decide(evaluation, OURS + askId, clerk.now()));
    }

    private boolean isOver(Evaluation evaluation, Which which) {
        return clerk.deadlines()
                .running(evaluation, which)
                .filter(d -> d.isOver(clerk.today()))
                .isPresent();
    }
}

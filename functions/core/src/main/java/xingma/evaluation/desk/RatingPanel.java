package xingma.evaluation.desk;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Finding;
import xingma.evaluation.Panel;
import xingma.evaluation.Party;
import xingma.evaluation.Proceeding;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.caseload.Evaluations;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.desk.Clerk.Decision;
import xingma.evaluation.desk.SheetDesk.Save;
import xingma.evaluation.desk.SheetDesk.Saved;
import xingma.keeping.Patience;
import xingma.rating.Mark;
import xingma.rating.Median;
import xingma.rating.Sheet;
import xingma.rating.Standard;

/**
 * The experts at work (评价专家组). Each declares to have no interest, scores blind, and hands in; only then are the sheets
 * open, to the panel alone, and the chair settles what they differ on. Who does not sit on a panel finds nothing here.
 */
public final class RatingPanel {
    private static final String OURS = "e.";

    private final Clerk clerk;
    private final SheetDesk sheets;

    public RatingPanel(Clerk clerk, Patience patience) {
        this.clerk = requireNonNull(clerk, "clerk");
        this.sheets = new SheetDesk(clerk, patience);
    }

    /** Evaluations on whose panel the expert sits now. */
    public List<Row> rows(String expert) {
        return clerk.evaluations().ofExpert(expert).stream()
                .filter(row -> row.panel().contains(expert))
                .toList();
    }

    /** An evaluation on whose panel the expert sits. */
    public Optional<Evaluation> find(String expert, EvaluationId id) {
        return everSeated(expert, id).filter(e -> seat(e, expert).isPresent());
    }

    public Standard standard(Evaluation evaluation) {
        return clerk.standard(evaluation);
    }

    /** 申明无利害关系. */
    public Outcome declare(String expert, EvaluationId id, String askId) {
        return decide(expert, id, askId, Proceeding.Declared.class, "", (evaluation, act) ->
                evaluation instanceof Evaluation.Scoring scoring
                        ? new Decision.Take(scoring.declare(act.id(), act.by(), act.at()))
                        : new Decision.No(Bar.NOT_NOW));
    }

    /** 申请回避: an expert steps down, for a reason. */
    public Outcome stepDown(String expert, EvaluationId id, String askId, String words) {
        // Whoever stepped down is not on the panel any more, and asks again all the same.
        var act = new Act(OURS + askId, new Party.Assessor(expert), clerk.now());
        return clerk.decide(
                () -> everSeated(expert, id),
                act.id(),
                before -> isTheSame(before, Proceeding.Recused.class, expert, words),
                evaluation -> {
                    if (!(evaluation instanceof Evaluation.Seated seated)) {
                        return new Decision.No(Bar.NOT_NOW);
                    }
                    if (seat(evaluation, expert).isEmpty()) {
                        return new Decision.No(Bar.NOT_ON_THE_PANEL);
                    }
                    return seated.panel().seats().size() == 1
                            ? new Decision.No(Bar.TOO_FEW_EXPERTS)
                            : new Decision.Take(seated.recuse(act.id(), act.by(), act.at(), expert, words));
                });
    }

    /** The expert's own sheet, once interest was declared away; nobody else's is ever given here. */
    public Optional<ScoreSheet> sheet(String expert, EvaluationId id) {
        return find(expert, id)
                .filter(e -> e.proceedings().declared().contains(expert))
                .map(e -> own(e, expert));
    }

    private ScoreSheet own(Evaluation evaluation, String expert) {
        return sheets.sheet(evaluation, new Writer.Assessor(expert));
    }

    /** Saves one clause. */
    public Saved save(String expert, EvaluationId id, String clause, Finding finding, String change, int seen) {
        return save(expert, id, List.of(new Save(clause, finding, change, seen))).getFirst();
    }

    /** Saves what a tablet kept while it was without network; each save is answered for itself. */
    public List<Saved> save(String expert, EvaluationId id, List<Save> saves) {
        return sheets.save(
                () -> find(expert, id), evaluation -> writingBar(evaluation, expert), new Writer.Assessor(expert), saves);
    }

    /** What stands against writing on a sheet at all. */
    public static Optional<Bar> writingBar(Evaluation evaluation, String expert) {
        if (!(evaluation instanceof Evaluation.Scoring)) {
            return Optional.of(Bar.NOT_NOW);
        }
        return evaluation.proceedings().declared().contains(expert) ? Optional.empty() : Optional.of(Bar.NOT_DECLARED);
    }

    /** 提交评分表. */
    public Outcome handIn(String expert, EvaluationId id, String askId) {
        return decide(expert, id, askId, Proceeding.HandedIn.class, "", (evaluation, act) -> {
            if (!(evaluation instanceof Evaluation.Scoring scoring)) {
                return new Decision.No(Bar.NOT_NOW);
            }
            if (!evaluation.proceedings().declared().contains(expert)) {
                return new Decision.No(Bar.NOT_DECLARED);
            }
            if (evaluation.proceedings().handedIn().containsKey(expert)) {
                return new Decision.No(Bar.HANDED_IN_ALREADY);
            }
            var sheet = own(evaluation, expert);
            var faults = sheet.faults(clerk.standard(evaluation), evaluation.beginning().type());
            if (!faults.isEmpty()) {
                return new Decision.No(new Outcome.Faulty(faults));
            }
            var whole = sheet.handIn(act.at());
            return new Decision.Take(
                    scoring.handIn(act.id(), act.by(), act.at(), whole.digest()), Optional.of(whole));
        });
    }

    /** The median of the sheets and where they are apart, for the panel, once all of them are in. */
    public Optional<Median> median(Evaluation evaluation) {
        if (!(evaluation instanceof Evaluation.Settling)) {
            return Optional.empty();
        }
        var sheets = new TreeMap<String, Sheet>();
        evaluation.proceedings().handedIn().forEach((expert, digest) -> {
            var sheet = own(evaluation, expert);
            if (!sheet.digest().equals(digest)) {
                throw new IllegalStateException("a sheet is not the one that was handed in");
            }
            sheets.put(expert, sheet.marks());
        });
        return Optional.of(Median.of(clerk.standard(evaluation), evaluation.beginning().type(), sheets));
    }

    /** 合议记录. */
    public Outcome discuss(String expert, EvaluationId id, String askId, String clause, String words) {
        return decide(expert, id, askId, Proceeding.Discussed.class, words, (evaluation, act) -> {
            if (!(evaluation instanceof Evaluation.Settling settling)) {
                return new Decision.No(Bar.NOT_NOW);
            }
            return clerk.standard(evaluation).clause(clause).isEmpty()
                    ? new Decision.No(Bar.NO_SUCH_REFERENCE)
                    : new Decision.Take(settling.discuss(act.id(), act.by(), act.at(), clause, words));
        });
    }

    /** What the chair decides on one clause over which the experts differ. */
    public record Ruling(Mark mark, String reason) {
        public Ruling {
            requireNonNull(mark, "mark");
            if (reason.isBlank()) {
                throw new IllegalArgumentException("the chair says why");
            }
        }
    }

    /** 合议定分, by the chair. */
    public Outcome settle(String expert, EvaluationId id, String askId, SortedMap<String, Ruling> rulings) {
        return decide(expert, id, askId, Proceeding.Settled.class, "", (evaluation, act) -> {
            if (!(evaluation instanceof Evaluation.Settling settling)) {
                return new Decision.No(Bar.NOT_NOW);
            }
            if (!settling.panel().chair().equals(expert)) {
                return new Decision.No(Bar.NOT_THE_CHAIR);
            }
            var median = median(evaluation).orElseThrow();
            if (!median.open().keySet().equals(rulings.keySet())) {
                return new Decision.No(Bar.NOT_THE_OPEN_CLAUSES);
            }
            var marks = new TreeMap<String, Mark>();
            var reasons = new TreeMap<String, String>();
            for (var ruling : rulings.entrySet()) {
                if (!MarkRules.isAMark(clerk.standard(evaluation), ruling.getKey(), ruling.getValue().mark())) {
                    return new Decision.No(Bar.NOT_A_MARK);
                }
                marks.put(ruling.getKey(), ruling.getValue().mark());
                reasons.put(ruling.getKey(), ruling.getValue().reason());
            }
            var settled = median.settled(Collections.unmodifiableMap(marks));
            return clerk.standing(evaluation, settled)
                    .<Decision>map(standing ->
                            new Decision.Take(settling.settle(act.id(), act.by(), act.at(), settled, reasons, standing)))
                    .orElseGet(() -> new Decision.No(Bar.TOO_MUCH_LEFT_OUT));
        });
    }

    /** 异议答复 on a question of fact, by the chair; with another mark where the institution is right. */
    public Outcome explain(
            String expert, EvaluationId id, String askId, String question, String words, Optional<Mark> mark) {
        return decide(expert, id, askId, Proceeding.Explained.class, words, (evaluation, act) -> {
            if (!(evaluation instanceof Evaluation.FactCheck check)) {
                return new Decision.No(Bar.NOT_NOW);
            }
            if (!evaluation.proceedings().panel().orElseThrow().chair().equals(expert)) {
                return new Decision.No(Bar.NOT_THE_CHAIR);
            }
            var asked = evaluation.proceedings().openQuestions().stream()
                    .filter(q -> q.id().equals(question))
                    .findFirst();
            if (asked.isEmpty()) {
                return new Decision.No(Bar.NO_SUCH_REFERENCE);
            }
            var clause = asked.get().clause();
            if (mark.isEmpty()) {
                return new Decision.Take(check.explain(
                        act.id(), act.by(), act.at(), question, words, Optional.empty(), Optional.empty()));
            }
            if (!MarkRules.isAMark(clerk.standard(evaluation), clause, mark.get())) {
                return new Decision.No(Bar.NOT_A_MARK);
            }
            var amended = evaluation.proceedings().settled().orElseThrow().with(clause, mark.get());
            return clerk.standing(evaluation, amended)
                    .<Decision>map(standing -> new Decision.Take(
                            check.explain(act.id(), act.by(), act.at(), question, words, mark, Optional.of(standing))))
                    .orElseGet(() -> new Decision.No(Bar.TOO_MUCH_LEFT_OUT));
        });
    }

    /** Who does it, when, and under which id. */
    private record Act(String id, Party.Assessor by, Instant at) {}

    @FunctionalInterface
    private interface Decider {
        Decision decide(Evaluation evaluation, Act act);
    }

    private Outcome decide(
            String expert,
            EvaluationId id,
            String askId,
            Class<? extends Proceeding> kind,
            String words,
            Decider decider) {
        var act = new Act(OURS + askId, new Party.Assessor(expert), clerk.now());
        return clerk.decide(
                () -> find(expert, id),
                act.id(),
                before -> isTheSame(before, kind, expert, words),
                evaluation -> decider.decide(evaluation, act));
    }

    private Optional<Evaluation> everSeated(String expert, EvaluationId id) {
        return clerk.evaluations().ofExpert(expert, id);
    }

    private static boolean isTheSame(
            Proceeding before, Class<? extends Proceeding> kind, String expert, String words) {
        return kind.isInstance(before)
                && before.by().person().equals(expert)
                && (!(before instanceof Proceeding.Spoken s) || s.words().equals(words));
    }

    private static Optional<Panel.Seat> seat(Evaluation evaluation, String expert) {
        return evaluation.proceedings().panel().flatMap(p -> p.seat(expert));
    }

    /** The sheets of the panel by expert, for the panel, once all of them are in. */
    public Map<String, ScoreSheet> sheets(Evaluation evaluation) {
        if (!(evaluation instanceof Evaluation.Settling)) {
            return Map.of();
        }
        var sheets = new TreeMap<String, ScoreSheet>();
        evaluation.proceedings().handedIn().keySet().forEach(e -> sheets.put(e, own(evaluation, e)));
        return Collections.unmodifiableMap(sheets);
    }
}

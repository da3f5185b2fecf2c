package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.keeping.Patience;
import xingma.evaluation.Clerk.Decision;
import xingma.evaluation.ScoreSheet.Writer;
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
    private final Patience patience;

    public RatingPanel(Clerk clerk, Patience patience) {
        this.clerk = requireNonNull(clerk, "clerk");
        this.patience = requireNonNull(patience, "patience");
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
        var writer = new Writer.Assessor(expert);
        return clerk.evaluations()
                .sheet(evaluation.beginning().district(), evaluation.id(), writer)
                .orElseGet(() -> ScoreSheet.blank(evaluation.id(), writer));
    }

    /** What came of saving a clause. */
    public sealed interface Saved {
        /** @param clause as it stands now */
        record Done(ScoreSheet.Saved clause, ScoreSheet sheet) implements Saved {}

        /** Another device saved it meanwhile; its finding stands. */
        record Overtaken(ScoreSheet.Saved clause) implements Saved {}

        record NoSuchEvaluation() implements Saved {}

        record Barred(Bar bar) implements Saved {}

        record Busy() implements Saved {}
    }

    /**
     * Saves one clause; a tablet that was without network sends what it kept, one clause after the other.
     *
     * @param seen the edition of the clause that the device saw; 0 for none
     */
    public Saved save(String expert, EvaluationId id, String clause, Finding finding, String change, int seen) {
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            var found = find(expert, id);
            if (found.isEmpty()) {
                return new Saved.NoSuchEvaluation();
            }
            var evaluation = found.get();
            var bar = writingBar(evaluation, expert).or(() -> MarkRules.markBar(clerk.standard(evaluation), evaluation, clause, finding));
            if (bar.isPresent()) {
                return new Saved.Barred(bar.get());
            }
            var sheet = own(evaluation, expert);
            switch (sheet.save(clause, finding, change, seen, clerk.now())) {
                case ScoreSheet.Saving.Already already -> {
                    return new Saved.Done(sheet.clauses().get(clause), sheet);
                }
                case ScoreSheet.Saving.Overtaken(var now) -> {
                    return new Saved.Overtaken(now);
                }
                case ScoreSheet.Saving.HandedInBefore before -> {
                    return new Saved.Barred(Bar.HANDED_IN_ALREADY);
                }
                case ScoreSheet.Saving.NeverWas never -> {
                    return new Saved.Barred(Bar.NO_SUCH_EDITION);
                }
                case ScoreSheet.Saving.Full full -> {
                    return new Saved.Barred(Bar.FULL);
                }
                case ScoreSheet.Saving.Done(var saved) -> {
                    if (clerk.evaluations().keep(evaluation.beginning().district(), saved)) {
                        return new Saved.Done(saved.clauses().get(clause), saved);
                    }
                }
            }
            patience.rest(attempt);
        }
        return new Saved.Busy();
    }

    private static Optional<Bar> writingBar(Evaluation evaluation, String expert) {
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

package xingma.evaluation.desk;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Finding;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.keeping.Patience;
import xingma.rating.Standard;

/**
 * Where sheets are written on (填表): an institution's and an expert's alike, one clause or a day's worth of a tablet that
 * had no network. A whole queue is one look and one write; each save in it is answered for itself.
 */
public final class SheetDesk {
    private final Clerk clerk;
    private final Patience patience;

    SheetDesk(Clerk clerk, Patience patience) {
        this.clerk = requireNonNull(clerk, "clerk");
        this.patience = requireNonNull(patience, "patience");
    }

    /**
     * One clause as a device would save it.
     *
     * @param change the id that the device gave to it: sent again it is the same save
     * @param seen the edition of the clause that the device saw; 0 for none
     */
    public record Save(String clause, Finding finding, String change, int seen) {
        public Save {
            requireNonNull(clause, "clause");
            requireNonNull(finding, "finding");
            requireNonNull(change, "change");
        }
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

    /** The sheet of a writer as it lies there, or a blank one. */
    ScoreSheet sheet(Evaluation evaluation, Writer writer) {
        return clerk.evaluations()
                .sheet(evaluation.beginning().district(), evaluation.id(), writer)
                .orElseGet(() -> ScoreSheet.blank(evaluation.id(), writer));
    }

    /**
     * Saves clauses in their order.
     *
     * @param bar what stands against writing on the sheet at all
     * @return as many answers as saves
     */
    List<Saved> save(
            Supplier<Optional<Evaluation>> find,
            Function<Evaluation, Optional<Bar>> bar,
            Writer writer,
            List<Save> saves) {
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            var found = find.get();
            if (found.isEmpty()) {
                return all(saves, new Saved.NoSuchEvaluation());
            }
            var evaluation = found.get();
            var against = bar.apply(evaluation);
            if (against.isPresent()) {
                return all(saves, new Saved.Barred(against.get()));
            }
            var before = sheet(evaluation, writer);
            var page = new Page(evaluation, before);
            saves.forEach(page::write);
            if (page.isUnchanged() || clerk.evaluations().keep(evaluation.beginning().district(), page.kept())) {
                return page.answers();
            }
            patience.rest(attempt);
        }
        return all(saves, new Saved.Busy());
    }

    private static List<Saved> all(List<Save> saves, Saved answer) {
        return Collections.nCopies(saves.size(), answer);
    }

    /** A sheet while a queue is written on it; it is kept as one revision. */
    private final class Page {
        private final Evaluation evaluation;
        private final Standard standard;
        private final ScoreSheet before;
        private final List<Saved> answers = new ArrayList<>();
        private ScoreSheet now;

        Page(Evaluation evaluation, ScoreSheet before) {
            this.evaluation = evaluation;
            this.standard = clerk.standard(evaluation);
            this.before = before;
            this.now = before;
        }

        void write(Save save) {
            var bar = MarkRules.markBar(standard, evaluation, save.clause(), save.finding());
            answers.add(bar.<Saved>map(Saved.Barred::new).orElseGet(() -> written(save)));
        }

        private Saved written(Save save) {
            return switch (now.save(save.clause(), save.finding(), save.change(), save.seen(), clerk.now())) {
                case ScoreSheet.Saving.Already already -> new Saved.Done(now.clauses().get(save.clause()), now);
                case ScoreSheet.Saving.Overtaken(var theirs) -> new Saved.Overtaken(theirs);
                case ScoreSheet.Saving.HandedInBefore handed -> new Saved.Barred(Bar.HANDED_IN_ALREADY);
                case ScoreSheet.Saving.NeverWas never -> new Saved.Barred(Bar.NO_SUCH_EDITION);
                case ScoreSheet.Saving.Full full -> new Saved.Barred(Bar.FULL);
                case ScoreSheet.Saving.Done(var sheet) -> {
                    now = sheet;
                    yield new Saved.Done(sheet.clauses().get(save.clause()), sheet);
                }
            };
        }

        boolean isUnchanged() {
            return now == before;
        }

        ScoreSheet kept() {
            return new ScoreSheet(now.evaluation(), now.writer(), before.revision() + 1, now.clauses(), now.handedIn());
        }

        List<Saved> answers() {
            return List.copyOf(answers);
        }
    }
}

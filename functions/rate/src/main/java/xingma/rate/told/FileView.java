package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Proceeding;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.desk.ApplicantsSeat;
import xingma.rating.Standard;

/** What an evaluation's file says to whomever may open it: the parts that its readers share. */
final class FileView {
    private final House house;
    private final Evaluation evaluation;

    FileView(House house, Evaluation evaluation) {
        this.house = house;
        this.evaluation = evaluation;
    }

    Standard standard() {
        return house.seat().standard(evaluation);
    }

    Map<String, Object> head() {
        var beginning = evaluation.beginning();
        var told = RowView.stage(
                evaluation.id().toString(),
                beginning.round(),
                beginning.name(),
                beginning.district(),
                evaluation.stage(),
                house);
        told.put("institution", evaluation.id().institution());
        told.put("type", beginning.type());
        told.put("again", beginning.again());
        told.put("revision", evaluation.proceedings().revision());
        told.put("deadlines", DueView.all(evaluation, house));
        return told;
    }

    /** The settled marks and what they are worth, once they are open; null before. */
    void putSettled(Map<String, Object> told) {
        var file = evaluation.proceedings();
        var settled = file.settled().filter(s -> ApplicantsSeat.isOpen(evaluation));
        told.put("settled", settled.map(sheet -> {
            var marks = new LinkedHashMap<String, Object>();
            sheet.marks().forEach((clause, mark) -> marks.put(clause, Views.mark(mark)));
            return marks;
        }));
        told.put(
                "star",
                settled.flatMap(sheet -> file.standing().map(s -> StarsView.of(s, sheet, evaluation, standard()))));
        told.put(
                "byTheChair",
                settled.flatMap(s -> file.last(Proceeding.Settled.class)).map(Proceeding.Settled::byTheChair));
    }

    /** Whether the star holds, and until when; null before one was published. */
    Optional<Map<String, Object>> published() {
        var file = evaluation.proceedings();
        return file.last(Proceeding.Published.class).map(published -> {
            var told = new LinkedHashMap<String, Object>();
            told.put("at", published.at());
            told.put("until", published.until());
            told.put("grounds", file.grounds().keySet().stream().map(Telling::word).toList());
            return told;
        });
    }

    /** Whether routine inspections spare the institution today; null without a star. */
    Optional<Map<String, Object>> exemption() {
        return house.seat().exemption(evaluation).map(ExemptionView::of);
    }

    List<Map<String, Object>> plans() {
        var file = evaluation.proceedings();
        return file.all(Proceeding.Planned.class).map(plan -> {
            var told = new LinkedHashMap<String, Object>();
            var verified = file.all(Proceeding.Verified.class)
                    .filter(v -> v.plan().equals(plan.id()))
                    .reduce((a, b) -> b);
            told.put("id", plan.id());
            told.put("clause", plan.clause());
            told.put("words", plan.words());
            told.put("due", plan.due());
            told.put("at", plan.at());
            told.put("mended", verified.map(Proceeding.Verified::mended));
            told.put("verdict", verified.map(Proceeding.Verified::words));
            told.put("late", house.today().isAfter(plan.due()) && verified.filter(Proceeding.Verified::mended).isEmpty());
            told.put(
                    "proofs",
                    file.all(Proceeding.Proved.class)
                            .filter(p -> p.plan().equals(plan.id()))
                            .map(FileView::proof)
                            .toList());
            return (Map<String, Object>) told;
        }).toList();
    }

    private static Map<String, Object> proof(Proceeding.Proved proof) {
        var told = new LinkedHashMap<String, Object>();
        told.put("at", proof.at());
        told.put("words", proof.words());
        told.put("exhibits", proof.exhibits().stream().map(Views::exhibit).toList());
        return told;
    }

    /** Questions of fact, each with the chair's answer. */
    List<Map<String, Object>> questions() {
        var file = evaluation.proceedings();
        return file.all(Proceeding.Questioned.class).map(question -> {
            var told = new LinkedHashMap<String, Object>();
            told.put("id", question.id());
            told.put("clause", question.clause());
            told.put("words", question.words());
            told.put("at", question.at());
            told.put("answer", file.all(Proceeding.Explained.class)
                    .filter(e -> e.question().equals(question.id()))
                    .findFirst()
                    .map(FileView::answer));
            return (Map<String, Object>) told;
        }).toList();
    }

    private static Map<String, Object> answer(Proceeding.Explained answer) {
        var told = new LinkedHashMap<String, Object>();
        told.put("at", answer.at());
        told.put("words", answer.words());
        told.put("mark", answer.mark().map(Views::mark));
        return told;
    }

    List<FaultView> faults(ScoreSheet sheet) {
        return sheet.faults(standard(), evaluation.beginning().type()).stream().map(FaultView::of).toList();
    }
}

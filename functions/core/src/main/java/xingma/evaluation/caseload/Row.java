package xingma.evaluation.caseload;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Panel;
import xingma.evaluation.Stage;
import xingma.evaluation.rules.Deadlines;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.territory.RegionCode;

/**
 * One line of a round's list (评价台账): how an evaluation stands, without opening it. No mark and no star stands here
 * before it is public.
 *
 * @param due the clock that binds next
 * @param panel the experts who sit on it
 * @param handedIn how many of their sheets are in
 * @param recommended whether somebody proposed to publish or to withdraw, and a second person is waited for
 */
public record Row(
        EvaluationId id,
        String round,
        RegionCode district,
        String name,
        Stage stage,
        Optional<Due> due,
        List<String> panel,
        int handedIn,
        boolean recommended,
        Instant moved) {
    public record Due(Which which, LocalDate day, boolean provisional) {
        public Due {
            requireNonNull(which, "which");
            requireNonNull(day, "day");
        }
    }

    public Row {
        requireNonNull(id, "id");
        requireNonNull(round, "round");
        requireNonNull(district, "district");
        requireNonNull(name, "name");
        requireNonNull(stage, "stage");
        requireNonNull(due, "due");
        panel = List.copyOf(panel);
        requireNonNull(moved, "moved");
    }

    /** Its place among what is open in a district: by the day on which it is due, at the end while no clock runs. */
    public String sort() {
        return due.map(d -> d.day().toString()).orElse("9999-12-31") + ' ' + id;
    }

    public static Row of(Evaluation evaluation, Deadlines deadlines) {
        var file = evaluation.proceedings();
        return new Row(
                evaluation.id(),
                evaluation.beginning().round(),
                evaluation.beginning().district(),
                evaluation.beginning().name(),
                evaluation.stage(),
                deadlines.running(evaluation).stream()
                        .findFirst()
                        .map(d -> new Due(d.which(), d.due().day(), d.due().provisional())),
                file.panel().map(Panel::experts).orElse(List.of()),
                file.handedIn().size(),
                file.proposal().isPresent() || file.withdrawal().isPresent(),
                file.all().getLast().at());
    }
}

package xingma.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import xingma.evaluation.caseload.Evaluations.Keeping;
import xingma.evaluation.caseload.Evaluations.Move;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.rules.Deadlines;
import xingma.evaluation.star.StarCard;
import xingma.institution.InstitutionId;
import xingma.territory.RegionCode;

/** Ready steps of evaluations, and what is kept with them, for the tests of stores. */
public final class ReadySteps {
    public static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    public static final RegionCode QINGLAN = RatedTown.QINGLAN;

    public static final Deadlines CLOCKS = new Deadlines(RatedTown.rules(), ZoneId.of("Asia/Shanghai"));

    private ReadySteps() {}

    public static InstitutionId premises(int number) {
        return InstitutionId.firstRegisteredAs("medical-institution", "9901025%04d".formatted(number));
    }

    public static Step begun(int number) {
        return begun(new EvaluationId(premises(number), 1), QINGLAN, "云汀诊所%04d".formatted(number));
    }

    public static Step begun(EvaluationId id, RegionCode district, String name) {
        var beginning = new Beginning(id, "2026-1", "TEST", 1, "诊所", district, name, Optional.empty());
        var owner = new Party.Applicant(id.institution(), "qiao");
        return Step.first(new Proceeding.Begun("begin-" + id, NOON, owner, beginning));
    }

    public static Party.Applicant owner(Evaluation evaluation) {
        return new Party.Applicant(evaluation.id().institution(), "qiao");
    }

    public static Step cancelled(Evaluation evaluation, String askId) {
        return ((Evaluation.Cancellable) evaluation).cancel(askId, owner(evaluation), NOON.plusSeconds(60), "不参加了");
    }

    public static Step planned(Evaluation evaluation, String askId) {
        return ((Evaluation.Running) evaluation)
                .plan(askId, owner(evaluation), NOON.plusSeconds(30), "A1", "补齐台账", LocalDate.of(2026, 12, 31));
    }

    public static Keeping alone(Step step) {
        return new Keeping(List.of(move(step)), Optional.empty(), Optional.empty());
    }

    public static Move move(Step step) {
        return new Move(step, Row.of(step.after(), CLOCKS));
    }

    public static StarCard card(EvaluationId id, int version, Optional<Integer> stars, String name) {
        return new StarCard(
                id.institution(), id, QINGLAN, name, version,
                stars.isPresent() ? StarCard.State.RATED : StarCard.State.AWAITING,
                stars,
                stars.map(s -> new StarCard.Scores(912, List.of(new StarCard.Scores.Part("基础", "Basics", 900)))),
                Optional.empty(),
                "TEST/1",
                Optional.empty(),
                LocalDate.of(2026, 11, 20),
                stars.map(s -> LocalDate.of(2028, 11, 19)),
                Optional.empty(),
                "ab".repeat(32),
                version == 1
                        ? List.of()
                        : List.of(new StarCard.Said(
                                LocalDate.of(2026, 11, 1), StarCard.State.AWAITING, Optional.empty(), "cd".repeat(32))));
    }

    /** A sheet after one more save of a clause. */
    public static ScoreSheet saved(ScoreSheet sheet, String clause, int points) {
        var edition = Optional.ofNullable(sheet.clauses().get(clause)).map(ScoreSheet.Saved::edition).orElse(0);
        var change = clause + '-' + sheet.revision();
        var finding = RatedTown.finding(points, 60);
        return ((ScoreSheet.Saving.Done) sheet.save(clause, finding, change, edition, NOON)).sheet();
    }
}

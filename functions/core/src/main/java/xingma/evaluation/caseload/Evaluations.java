package xingma.evaluation.caseload;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.Step;
import xingma.evaluation.star.StarCard;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/**
 * Every evaluation that the bureau holds (评价库). An evaluation lies with its district: who asks with another district's
 * code finds nothing. A sheet lies beside it under its writer's name: who does not know the writer reads nothing.
 */
public interface Evaluations {
    int PAGE = 100;

    /** Evaluations of one institution, at most. */
    int MOST_OF_ONE = 50;

    /** Evaluations of one expert, at most: some years of work. */
    int MOST_OF_EXPERT = 200;

    Optional<Evaluation> find(RegionCode district, EvaluationId id);

    /** An evaluation that lies with any of these districts. */
    default Optional<Evaluation> find(List<RegionCode> districts, EvaluationId id) {
        return districts.stream().flatMap(d -> find(d, id).stream()).findFirst();
    }

    /** The evaluations of these lines, in no order: many at once, a few requests at a time. */
    default List<Evaluation> found(List<Row> rows) {
        return rows.stream().flatMap(row -> find(row.district(), row.id()).stream()).toList();
    }

    /** An institution's evaluations, the newest first, at most {@value #MOST_OF_ONE}. */
    List<Row> of(InstitutionId institution);

    /** An evaluation of this institution, wherever it lies. */
    default Optional<Evaluation> of(InstitutionId institution, EvaluationId id) {
        return only(of(institution), id);
    }

    /** Evaluations on whose panel an expert sits, or sat, the newest first, at most {@value #MOST_OF_EXPERT}. */
    List<Row> ofExpert(String expert);

    /** An evaluation on whose panel an expert sits, or sat, wherever it lies. */
    default Optional<Evaluation> ofExpert(String expert, EvaluationId id) {
        return only(ofExpert(expert), id);
    }

    private Optional<Evaluation> only(List<Row> rows, EvaluationId id) {
        return rows.stream()
                .filter(row -> row.id().equals(id))
                .flatMap(row -> find(row.district(), id).stream())
                .findFirst();
    }

    /** A district's evaluations that are not over, those that are due earliest first. */
    Page<Row> open(RegionCode district, Optional<String> after);

    /** A round's evaluations in a district, by name. */
    Page<Row> inRound(String round, RegionCode district, Optional<String> after);

    Optional<ScoreSheet> sheet(RegionCode district, EvaluationId id, ScoreSheet.Writer writer);

    /** Keeps a sheet that is still being written, provided it stands at the revision before. */
    boolean keep(RegionCode district, ScoreSheet sheet);

    /**
     * Keeps one or two steps with their lines of the trail, and what goes along with them, all or nothing, provided each
     * evaluation still stands as before. Keeping the same again is true again.
     */
    boolean keep(Keeping keeping);

    /** Renews the row of an evaluation that stands at this revision, because the calendar moved a day. */
    boolean renew(Evaluation evaluation, Row row);

    /**
     * What is kept at once.
     *
     * @param moves one, or two when a star takes the place of another
     * @param sheet the sheet that is handed in with the step; from then on it never changes
     * @param card what the public reads from now on; absent when that stays
     */
    record Keeping(List<Move> moves, Optional<ScoreSheet> sheet, Optional<StarCard> card) {
        public Keeping {
            moves = List.copyOf(moves);
            requireNonNull(sheet, "sheet");
            requireNonNull(card, "card");
            if (moves.isEmpty() || moves.size() > 2) {
                throw new IllegalArgumentException("one step, or two of one institution");
            }
        }
    }

    record Move(Step step, Row row) {
        public Move {
            requireNonNull(step, "step");
            requireNonNull(row, "row");
        }
    }
}

package xingma.evaluation.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Proceeding;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.desk.ApplicantsSeat;
import xingma.evaluation.desk.Clerk;
import xingma.keeping.Parallel;
import xingma.rating.Fairness;
import xingma.rating.Sheet;
import xingma.rating.Standard;
import xingma.territory.RegionCode;

/**
 * How evenly a round was scored (评价质量报告): reckoned from the sheets of every evaluation that is settled, and from no
 * other, so that it tells nothing of one that is still blind.
 */
public final class RoundReport {
    /** Files and sheets are read one by one; so many at a time. */
    private static final int AT_A_TIME = 8;

    private final Clerk clerk;

    public RoundReport(Clerk clerk) {
        this.clerk = requireNonNull(clerk, "clerk");
    }

    /** One measure for each edition under which the round was scored, by its name. */
    public List<Fairness> of(String round, List<RegionCode> districts) {
        var standards = new TreeMap<String, Standard>();
        var reviews = new TreeMap<String, List<Fairness.Review>>();
        for (var district : districts) {
            var after = Optional.<String>empty();
            do {
                var page = clerk.evaluations().inRound(round, district, after);
                for (var each : Parallel.map(page.items(), AT_A_TIME, row -> reviewed(district, row.id()))) {
                    each.ifPresent(reviewed -> {
                        var name = reviewed.standard().name();
                        standards.put(name, reviewed.standard());
                        reviews.computeIfAbsent(name, n -> new ArrayList<>()).add(reviewed.review());
                    });
                }
                after = page.next();
            } while (after.isPresent());
        }
        return standards.values().stream().map(s -> Fairness.of(s, reviews.get(s.name()))).toList();
    }

    private record Reviewed(Standard standard, Fairness.Review review) {}

    private Optional<Reviewed> reviewed(RegionCode district, EvaluationId id) {
        return clerk.evaluations()
                .find(district, id)
                .flatMap(evaluation -> review(evaluation).map(r -> new Reviewed(clerk.standard(evaluation), r)));
    }

    private Optional<Fairness.Review> review(Evaluation evaluation) {
        var file = evaluation.proceedings();
        if (!ApplicantsSeat.isOpen(evaluation) || file.settled().isEmpty()) {
            return Optional.empty();
        }
        var sheets = new TreeMap<String, Sheet>();
        file.handedIn().forEach((expert, digest) ->
                sheet(evaluation, new Writer.Assessor(expert), digest).ifPresent(s -> sheets.put(expert, s)));
        var selfCheck = file.last(Proceeding.Applied.class)
                .flatMap(applied -> sheet(evaluation, new Writer.Institution(), applied.sheet()));
        return Optional.of(new Fairness.Review(evaluation.beginning().type(), sheets, file.settled(), selfCheck));
    }

    /** The sheet as it was when its digest was recorded; a self-check that was renewed since is another one. */
    private Optional<Sheet> sheet(Evaluation evaluation, Writer writer, String digest) {
        return clerk.evaluations()
                .sheet(evaluation.beginning().district(), evaluation.id(), writer)
                .filter(s -> s.digest().equals(digest))
                .map(ScoreSheet::marks);
    }
}

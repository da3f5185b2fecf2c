package xingma.evaluation.desk;

import java.util.Optional;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Finding;
import xingma.rating.Mark;
import xingma.rating.Standard;

/** What may be written on a sheet (评分规则): a clause that is asked, a mark that its method knows, a reason below full. */
final class MarkRules {
    private MarkRules() {}

    static Optional<Bar> markBar(Standard standard, Evaluation evaluation, String clause, Finding finding) {
        var asked = standard.clause(clause).filter(c -> c.isAskedOf(evaluation.beginning().type()));
        if (asked.isEmpty()) {
            return Optional.of(Bar.NO_SUCH_REFERENCE);
        }
        return isAMark(standard, clause, finding.mark()) ? Optional.empty() : Optional.of(Bar.NOT_A_MARK);
    }

    static boolean isAMark(Standard standard, String clause, Mark mark) {
        return standard.clause(clause)
                .filter(c -> switch (mark) {
                    case Mark.Scored(var points) -> c.method().allows(points, c.most());
                    case Mark.NotApplicable n -> c.mayNotApply();
                })
                .isPresent();
    }
}

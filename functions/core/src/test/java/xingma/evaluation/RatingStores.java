package xingma.evaluation;

import xingma.audit.InMemoryTrail;
import xingma.audit.Trail;
import xingma.evaluation.caseload.Evaluations;
import xingma.evaluation.caseload.InMemoryEvaluations;
import xingma.evaluation.round.Experts;
import xingma.evaluation.round.InMemoryExperts;
import xingma.evaluation.round.InMemoryRounds;
import xingma.evaluation.round.Rounds;
import xingma.evaluation.star.StarCards;

/** What the star rating keeps, over one and the same store and empty at first, and the trail that is written with it. */
public record RatingStores(Evaluations evaluations, StarCards cards, Experts experts, Rounds rounds, Trail trail) {
    public static RatingStores inMemory() {
        var trail = new InMemoryTrail();
        var evaluations = new InMemoryEvaluations(trail);
        return new RatingStores(
                evaluations, evaluations, new InMemoryExperts(trail), new InMemoryRounds(trail), trail);
    }
}

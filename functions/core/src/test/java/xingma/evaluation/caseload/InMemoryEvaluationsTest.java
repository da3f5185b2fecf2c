package xingma.evaluation.caseload;

import xingma.evaluation.RatingStores;

class InMemoryEvaluationsTest extends EvaluationsContract {
    @Override
    protected RatingStores stores() {
        return RatingStores.inMemory();
    }
}

package xingma.evaluation;

class InMemoryEvaluationsTest extends EvaluationsContract {
    @Override
    protected RatingStores stores() {
        return RatingStores.inMemory();
    }
}

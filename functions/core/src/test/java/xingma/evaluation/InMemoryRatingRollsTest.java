package xingma.evaluation;

class InMemoryRatingRollsTest extends RatingRollsContract {
    @Override
    protected RatingStores stores() {
        return RatingStores.inMemory();
    }
}

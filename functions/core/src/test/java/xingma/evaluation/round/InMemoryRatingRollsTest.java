package xingma.evaluation.round;

import xingma.evaluation.RatingStores;

class InMemoryRatingRollsTest extends RatingRollsContract {
    @Override
    protected RatingStores stores() {
        return RatingStores.inMemory();
    }
}

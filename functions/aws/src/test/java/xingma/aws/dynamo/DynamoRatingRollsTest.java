package xingma.aws.dynamo;

import xingma.evaluation.RatingStores;
import xingma.evaluation.round.RatingRollsContract;

class DynamoRatingRollsTest extends RatingRollsContract {
    @Override
    protected RatingStores stores() {
        return DynamoStores.ratings(Embedded.client(), DynamoStores.freshTables(Embedded.client()));
    }
}

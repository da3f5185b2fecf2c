package xingma.aws.dynamo;

import xingma.evaluation.RatingRollsContract;
import xingma.evaluation.RatingStores;

class DynamoRatingRollsTest extends RatingRollsContract {
    @Override
    protected RatingStores stores() {
        return DynamoStores.ratings(Embedded.client(), DynamoStores.freshTables(Embedded.client()));
    }
}

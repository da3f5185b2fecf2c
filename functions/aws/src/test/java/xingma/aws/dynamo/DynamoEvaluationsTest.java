package xingma.aws.dynamo;

import xingma.evaluation.EvaluationsContract;
import xingma.evaluation.RatingStores;

class DynamoEvaluationsTest extends EvaluationsContract {
    @Override
    protected RatingStores stores() {
        return DynamoStores.ratings(Embedded.client(), DynamoStores.freshTables(Embedded.client()));
    }
}

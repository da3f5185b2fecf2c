package xingma.aws.dynamo;

import xingma.evaluation.RatingStores;
import xingma.evaluation.caseload.EvaluationsContract;

class DynamoEvaluationsTest extends EvaluationsContract {
    @Override
    protected RatingStores stores() {
        return DynamoStores.ratings(Embedded.client(), DynamoStores.freshTables(Embedded.client()));
    }
}

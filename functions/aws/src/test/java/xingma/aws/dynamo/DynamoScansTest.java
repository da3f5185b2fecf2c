package xingma.aws.dynamo;

import xingma.placard.ScansContract;
import xingma.registry.Stores;

class DynamoScansTest extends ScansContract {
    @Override
    protected Stores stores() {
        return DynamoStores.over(Embedded.client());
    }
}

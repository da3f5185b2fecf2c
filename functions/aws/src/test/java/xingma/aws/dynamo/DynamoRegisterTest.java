package xingma.aws.dynamo;

import xingma.registry.RegisterContract;
import xingma.registry.Stores;

class DynamoRegisterTest extends RegisterContract {
    @Override
    protected Stores stores() {
        return DynamoStores.over(Embedded.client());
    }
}

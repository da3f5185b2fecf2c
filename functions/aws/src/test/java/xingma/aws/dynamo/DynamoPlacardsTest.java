package xingma.aws.dynamo;

import xingma.placard.PlacardsContract;
import xingma.registry.Stores;

class DynamoPlacardsTest extends PlacardsContract {
    @Override
    protected Stores stores() {
        return DynamoStores.over(Embedded.client());
    }
}

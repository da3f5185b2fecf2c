package xingma.aws.dynamo;

import java.util.List;
import xingma.rating.Standard;
import xingma.rating.StandardShelfContract;

class DynamoStandardsTest extends StandardShelfContract {
    @Override
    protected Stores stores(List<Standard> shipped) {
        return DynamoStores.standards(Embedded.client(), DynamoStores.freshTables(Embedded.client()), shipped);
    }
}

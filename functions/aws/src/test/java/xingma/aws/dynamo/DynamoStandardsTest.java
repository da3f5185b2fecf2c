package xingma.aws.dynamo;

import java.util.List;
import xingma.rating.Standard;
import xingma.rating.StandardShelfContract;

class DynamoStandardsTest extends StandardShelfContract {
    @Override
    protected Stores stores(List<Standard> shipped) {
        var tables = DynamoStores.freshTables(Embedded.client());
        var audit = tables.get("AuditTable");
        return new Stores(
                new DynamoStandards(
                        Embedded.client(), tables.get("RatingTable"), audit, shipped, StandardShelfContract::read),
                new DynamoTrail(Embedded.client(), audit));
    }
}

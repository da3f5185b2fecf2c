package xingma.aws.dynamo;

import xingma.audit.Entry;
import xingma.audit.Trail;
import xingma.audit.TrailContract;

class DynamoTrailTest extends TrailContract {
    private final String table = DynamoStores.freshTables(Embedded.client()).get("AuditTable");

    @Override
    protected Trail trail() {
        return new DynamoTrail(Embedded.client(), table);
    }

    @Override
    protected void write(Entry entry) {
        new Table(Embedded.client(), table)
                .put(TrailLines.item(entry), Table.Condition.absent(), there -> TrailLines.isEcho(there, entry));
    }
}

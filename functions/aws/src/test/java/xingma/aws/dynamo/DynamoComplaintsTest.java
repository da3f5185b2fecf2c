package xingma.aws.dynamo;

import java.time.InstantSource;
import xingma.complaint.CaseStores;
import xingma.complaint.ComplaintsContract;
import xingma.complaint.RetentionSchedule;

class DynamoComplaintsTest extends ComplaintsContract {
    @Override
    protected CaseStores stores(RetentionSchedule retention, InstantSource now) {
        return DynamoStores.cases(
                Embedded.client(), DynamoStores.freshTables(Embedded.client()), retention, now);
    }
}

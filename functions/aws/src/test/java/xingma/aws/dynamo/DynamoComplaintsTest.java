package xingma.aws.dynamo;

import java.time.InstantSource;
import xingma.complaint.caseload.CaseStores;
import xingma.complaint.caseload.ComplaintsContract;
import xingma.complaint.clock.RetentionSchedule;

class DynamoComplaintsTest extends ComplaintsContract {
    @Override
    protected CaseStores stores(RetentionSchedule retention, InstantSource now) {
        return DynamoStores.cases(
                Embedded.client(), DynamoStores.freshTables(Embedded.client()), retention, now);
    }
}

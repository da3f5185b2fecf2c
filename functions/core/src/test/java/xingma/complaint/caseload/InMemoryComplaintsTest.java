package xingma.complaint.caseload;

import java.time.InstantSource;
import xingma.complaint.clock.RetentionSchedule;

class InMemoryComplaintsTest extends ComplaintsContract {
    @Override
    protected CaseStores stores(RetentionSchedule retention, InstantSource now) {
        return CaseStores.inMemory(retention, now);
    }
}

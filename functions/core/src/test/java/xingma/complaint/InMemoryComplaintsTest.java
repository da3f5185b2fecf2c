package xingma.complaint;

import java.time.InstantSource;

class InMemoryComplaintsTest extends ComplaintsContract {
    @Override
    protected CaseStores stores(RetentionSchedule retention, InstantSource now) {
        return CaseStores.inMemory(retention, now);
    }
}

package xingma.complaint.caseload;

import java.time.InstantSource;
import xingma.audit.InMemoryTrail;
import xingma.audit.Trail;
import xingma.complaint.clock.RetentionSchedule;

/** Cases and the trail that is written with them, both empty at first. */
public record CaseStores(Complaints complaints, Trail trail) {
    public static CaseStores inMemory(RetentionSchedule retention, InstantSource now) {
        var trail = new InMemoryTrail();
        return new CaseStores(new InMemoryComplaints(trail, retention, now), trail);
    }
}

package xingma.complaint.caseload;

import java.time.InstantSource;
import xingma.audit.InMemoryTrail;
import xingma.audit.Trail;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.notification.Outbox;

/** Cases, and the trail and the outbox that are written with them, all empty at first. */
public record CaseStores(Complaints complaints, Trail trail, Outbox outbox) {
    public static CaseStores inMemory(RetentionSchedule retention, InstantSource now) {
        var trail = new InMemoryTrail();
        var complaints = new InMemoryComplaints(trail, retention, now);
        return new CaseStores(complaints, trail, complaints);
    }
}

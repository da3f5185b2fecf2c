package xingma.complaint.clock;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import xingma.audit.Entry;
import xingma.audit.InMemoryTrail;
import xingma.territory.Calendars;
import xingma.territory.HolidayNotice;
import xingma.territory.Officer;

/** Notices of holidays in memory, for tests. */
public final class InMemoryCalendars implements Calendars {
    private final TreeMap<Integer, HolidayNotice> notices = new TreeMap<>();
    private final InMemoryTrail trail;

    public InMemoryCalendars(InMemoryTrail trail) {
        this.trail = trail;
    }

    @Override
    public synchronized List<HolidayNotice> notices() {
        return List.copyOf(notices.values());
    }

    @Override
    public synchronized void keep(HolidayNotice notice, Officer by, Instant at) {
        if (!notice.equals(notices.put(notice.year(), notice))) {
            var before = trail.of(NoticeLine.subject(notice.year()), 0);
            var head = before.isEmpty() ? Entry.FIRST : before.getLast().hash();
            trail.append(NoticeLine.of(notice, by, at, before.size() + 1, head));
        }
    }
}

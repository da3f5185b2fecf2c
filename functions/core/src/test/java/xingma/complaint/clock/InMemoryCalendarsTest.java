package xingma.complaint.clock;

import xingma.audit.InMemoryTrail;
import xingma.audit.Trail;
import xingma.territory.Calendars;
import xingma.territory.CalendarsContract;

class InMemoryCalendarsTest extends CalendarsContract {
    private final InMemoryTrail trail = new InMemoryTrail();
    private final Calendars calendars = new InMemoryCalendars(trail);

    @Override
    protected Calendars calendars() {
        return calendars;
    }

    @Override
    protected Trail trail() {
        return trail;
    }
}

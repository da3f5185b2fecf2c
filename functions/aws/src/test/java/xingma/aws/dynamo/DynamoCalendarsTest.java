package xingma.aws.dynamo;

import java.util.Map;
import xingma.audit.Trail;
import xingma.territory.Calendars;
import xingma.territory.CalendarsContract;

class DynamoCalendarsTest extends CalendarsContract {
    private final Map<String, String> tables = DynamoStores.freshTables(Embedded.client());

    @Override
    protected Calendars calendars() {
        return new DynamoCalendars(Embedded.client(), tables.get("ComplaintTable"), tables.get("AuditTable"));
    }

    @Override
    protected Trail trail() {
        return new DynamoTrail(Embedded.client(), tables.get("AuditTable"));
    }
}

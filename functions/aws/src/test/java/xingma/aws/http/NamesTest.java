package xingma.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.Unavailable;
import xingma.aws.log.Log;
import xingma.territory.InMemoryRoster;
import xingma.territory.Officer;
import xingma.territory.RegionCode;
import xingma.territory.Roster;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NamesTest {
    private static final Asked ASKED = Asked.by("gao", "990100", "registrar", "GET /api/me").claim("name", "高敏");

    @Test
    void who_asked_once_is_known_by_name() {
        var names = new Names(new InMemoryRoster(), Log.nowhere());
        assertEquals("gao", names.introduced(ASKED).id());
        assertEquals(Map.of("gao", "高敏"), names.of(ASKED, List.of("gao", "li")));
    }

    @Test
    void who_is_nobody_is_refused_and_not_noted() {
        var roster = new InMemoryRoster();
        assertThrows(Refused.class, () -> new Names(roster, Log.nowhere()).introduced(Asked.of("GET /api/me")));
        assertEquals(Map.of(), roster.names(List.of("gao")));
    }

    @Test
    void a_roster_that_fails_is_logged_and_stops_nobody() {
        var lines = new ArrayList<String>();
        var names = new Names(new Lost(), new Log(lines::add, Clock.systemUTC()));
        assertEquals("高敏", names.introduced(ASKED).name());
        assertEquals(Map.of(), names.of(ASKED, List.of("gao")));
        assertEquals(List.of(), names.handlers(ASKED, new RegionCode("990100")));
        assertEquals(3, lines.size());
        assertTrue(lines.stream().allMatch(l -> l.contains("Unavailable") && !l.contains("高敏")), lines.toString());
    }

    private static final class Lost implements Roster {
        @Override
        public void note(Officer officer) {
            throw new Unavailable("gone", new IllegalStateException());
        }

        @Override
        public List<Colleague> handlers(RegionCode unit) {
            throw new Unavailable("gone", new IllegalStateException());
        }

        @Override
        public Map<String, String> names(Collection<String> ids) {
            throw new Unavailable("gone", new IllegalStateException());
        }
    }
}

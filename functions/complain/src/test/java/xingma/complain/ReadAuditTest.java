package xingma.complain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.audit.Entry;
import xingma.audit.LedgerPage;
import xingma.audit.Trail;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.Step;
import xingma.complaint.caseload.CaseStores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadAuditTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaseStores stores = CaseStores.inMemory(Some.retention(), () -> Some.NOON);
    private final ReadAudit function = new ReadAudit(stores.trail());

    @Test
    void an_auditor_reads_a_case_line_by_line_and_can_hash_it_anew() throws IOException {
        Some.kept(stores.complaints(), Some.filed(1), Some.way(Stage.SETTLED));

        var items = read(asked("GET /api/audit").query("subject", Step.subject(Some.number(1)))).get("items");

        assertEquals(5, items.size());
        var before = Entry.FIRST;
        for (var item : items) {
            var facts = new TreeMap<String, String>();
            item.get("facts").properties().forEach(f -> facts.put(f.getKey(), f.getValue().asText()));
            var line = new Entry(
                    item.get("subject").asText(),
                    item.get("position").asInt(),
                    Instant.parse(item.get("at").asText()),
                    item.get("by").asText(),
                    item.get("what").asText(),
                    facts,
                    item.get("before").asText());
            assertEquals(before, line.before());
            assertEquals(line.hash(), item.get("hash").asText());
            before = line.hash();
        }
    }

    @Test
    void every_line_of_a_span_is_given_once_over_the_pages() throws IOException {
        for (var i = 0; i < Trail.PAGE + 30; i++) {
            Some.kept(stores.complaints(), i);
        }
        var seen = new HashSet<String>();
        var after = "";
        do {
            var page = read(asked("GET /api/audit/lines")
                    .query("from", "2026-11-20T00:00:00Z")
                    .query("to", "2026-11-21T00:00:00Z")
                    .query("after", after));
            page.get("items").forEach(item -> assertTrue(seen.add(item.get("subject").asText())));
            after = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (!after.isEmpty());

        assertEquals(Trail.PAGE + 30, seen.size());
    }

    @Test
    void the_ledger_is_given_page_by_page() throws IOException {
        var page = LedgerPage.first(Some.NOON, Some.NOON.plusSeconds(60), List.of());
        stores.trail().keep(page);

        var told = read(asked("GET /api/audit/pages")).get("items").get(0);

        assertEquals(page.hash(), told.get("hash").asText());
        assertEquals(0, read(asked("GET /api/audit/pages").query("after", "1")).get("items").size());
    }

    @ParameterizedTest
    @CsvSource({"990100,handler", "990100,supervisor", "990100,registrar checker inspector", "990102,auditor"})
    void nobody_but_an_auditor_of_the_city_reads_it(String territory, String duties) {
        for (var route : List.of("GET /api/audit", "GET /api/audit/lines", "GET /api/audit/pages")) {
            assertEquals(403, answer(Asked.by("li", territory, duties, route)).status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CASE", "case 1", "CASE 1\n2", "CASE ../x", "CASE 1 2 3 4"})
    void a_subject_that_is_none_is_refused_by_name(String subject) {
        var reply = answer(asked("GET /api/audit").query("subject", subject));

        assertEquals(400, reply.status());
        assertTrue(new String(reply.body(), StandardCharsets.UTF_8).contains("\"field\":\"subject\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "fHx8", "MjAyNi0xMS0yMFQwMDowMDowMFp8Q0FTRSAxfDA", "%%%"})
    void a_cursor_of_somebody_elses_making_is_refused(String after) {
        var reply = answer(asked("GET /api/audit/lines")
                .query("from", "2026-11-20T00:00:00Z")
                .query("to", "2026-11-21T00:00:00Z")
                .query("after", after));

        assertEquals(400, reply.status());
    }

    @Test
    void a_span_that_ends_before_it_begins_or_never_is_refused() {
        assertEquals(
                400,
                answer(asked("GET /api/audit/lines")
                                .query("from", "2026-11-21T00:00:00Z")
                                .query("to", "2026-11-20T00:00:00Z"))
                        .status());
        assertEquals(400, answer(asked("GET /api/audit/lines")).status());
        assertEquals(
                400,
                answer(asked("GET /api/audit/lines")
                                .query("from", "2026-01-01T00:00:00Z")
                                .query("to", "2036-01-01T00:00:00Z"))
                        .status());
    }

    private static Asked asked(String route) {
        return Asked.by("shen", "990100", "auditor", route);
    }

    private Reply answer(Asked asked) {
        return function.http().answer(asked);
    }

    private JsonNode read(Asked asked) throws IOException {
        var reply = answer(asked);
        assertEquals(200, reply.status());
        return JSON.readTree(reply.body());
    }
}

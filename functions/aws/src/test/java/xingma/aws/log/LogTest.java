package xingma.aws.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.complaint.number.CaseNumber;
import xingma.evaluation.EvaluationId;
import xingma.registry.Some;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogTest {
    private final List<String> lines = new ArrayList<>();
    private final Log log = new Log(lines::add, Some.CLOCK);

    static Stream<LogEvent> events() {
        return Stream.of(
                new LogEvent.Answered("r1", "GET /q/{code}", 200, 12),
                LogEvent.Failed.by(
                        "r1", new IllegalStateException("周砚宁\n{\"event\":\"forged\"}", new IOException("x"))),
                new LogEvent.Scanned(Some.CITY, LogEvent.Scanned.Answer.YES, "zh-Hans"),
                new LogEvent.DossierStepped("r1", "gao", Some.QINGHE, 3, LogEvent.DossierStepped.Step.CHECKED),
                new LogEvent.PlacardStepped("r1", "gao", Some.CODE, LogEvent.PlacardStepped.Step.ISSUED),
                new LogEvent.ImportWent("r1", "gao", "i1", LogEvent.ImportWent.Step.TRIED, 66, 3, 0),
                new LogEvent.Denied("r1", "gao", "placard.notYourDuty"),
                new LogEvent.EvidenceFound("r1", CaseNumber.of("48271930556"), 1, "JPEG"),
                new LogEvent.ExhibitFound("r1", EvaluationId.of("0123456789abcdef0123-1"), "REFUSED_KIND"),
                new LogEvent.Swept(62, 3, 1, 0, 0, 0, 1, true),
                new LogEvent.StarsSwept(50, 1, 0, 0, 0, 1, true),
                new LogEvent.Posted(12, 1, 2, 0, true),
                new LogEvent.HandedIn("r1", "990102", "report", LogEvent.HandedIn.Outcome.FILED),
                new LogEvent.HeldOut("r1", "show", LogEvent.HeldOut.Outcome.WRONG),
                new LogEvent.Printed("r1", "gao", Some.QINGLAN, 62, 900));
    }

    private JsonNode written(LogEvent event) throws IOException {
        log.write(event);
        return new ObjectMapper().readTree(lines.getLast());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_is_one_line_of_ascii_json_with_its_name(LogEvent event) throws IOException {
        var json = written(event);

        assertTrue(lines.getLast().chars().allMatch(c -> c >= ' ' && c < 127));
        assertEquals(event.name(), json.get("event").asText());
        assertEquals("2026-11-20T04:00:00Z", json.get("at").asText());
    }

    @Test
    void every_kind_of_event_is_tested() {
        assertEquals(
                LogEvent.class.getPermittedSubclasses().length, events().map(Object::getClass).distinct().count());
    }

    @Test
    void what_was_thrown_is_told_without_its_message() throws IOException {
        var json = written(events().filter(LogEvent.Failed.class::isInstance).findFirst().orElseThrow());

        assertEquals("java.lang.IllegalStateException by java.io.IOException", json.get("thrown").asText());
        assertTrue(json.get("stack").get(0).asText().startsWith("xingma.aws.log.LogTest.events"));
        assertFalse(lines.getLast().contains("forged"));
    }

    @Test
    void metrics_name_fields_of_their_own_line() throws IOException {
        var json = written(new LogEvent.Answered("r1", "GET /q/{code}", 503, 12));

        var declared = json.at("/_aws/CloudWatchMetrics/0");
        assertEquals("Xingma", declared.get("Namespace").asText());
        assertEquals(Some.NOON.toEpochMilli(), json.at("/_aws/Timestamp").asLong());
        for (var metric : declared.get("Metrics")) {
            assertTrue(json.get(metric.get("Name").asText()).isNumber());
        }
        for (var dimension : declared.get("Dimensions").get(0)) {
            assertTrue(json.get(dimension.asText()).isTextual());
        }
        assertEquals(1, json.get("faults").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "周砚宁", "two words", "a\nb", "a\"b", "{}"})
    void sentences_and_names_are_no_words_of_a_log(String word) {
        assertThrows(IllegalArgumentException.class, () -> new LogEvent.Denied("r1", word, "x"));
        assertThrows(IllegalArgumentException.class, () -> new LogEvent.Answered(word, "GET /", 200, 1));
    }
}

package xingma.rate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.BINLAN;
import static xingma.evaluation.RatedTown.QINGLAN;
import static xingma.evaluation.ReadySteps.premises;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.dynamo.RatingTables;
import xingma.aws.log.Log;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.RatedTown;
import xingma.evaluation.ReadySteps;
import xingma.evaluation.Stage;
import xingma.evaluation.Step;
import xingma.evaluation.caseload.Evaluations;
import xingma.evaluation.caseload.Evaluations.Keeping;
import xingma.evaluation.caseload.Evaluations.Move;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.evaluation.rules.Tracks;
import xingma.institution.InstitutionId;
import xingma.rating.Track;
import xingma.registry.Some;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SweepStarsTest {
    /** As EventBridge sends it; nothing of it matters. */
    private static final String HOURLY = """
            {"version":"0","id":"53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa","detail-type":"Scheduled Event","source":"aws.events",\
            "time":"2026-11-20T04:00:00Z","region":"cn-north-1","resources":[],"detail":{}}""";

    private final RatingTables tables = new RatingTables();
    private final RatedTown town = new RatedTown(tables.ratings());
    private final List<String> lines = new ArrayList<>();
    private final SweepStars sweep =
            new SweepStars(town.sweep, List.of(QINGLAN, BINLAN), new Log(lines::add, Some.CLOCK));

    @AfterEach
    void the_line_is_taken_down() {
        tables.close();
    }

    private void swept() {
        sweep.handleRequest(new ByteArrayInputStream(HOURLY.getBytes(UTF_8)), new ByteArrayOutputStream(), null);
    }

    private JsonNode told() throws IOException {
        return RatingCounter.JSON.readTree(lines.getLast());
    }

    private void lapses(InstitutionId institution) {
        town.known.put(
                institution, new Tracks.Known(Track.CLEAN, List.of(new Tracks.Reason(Ground.LICENCE_LAPSED, "许可证1"))));
    }

    /** A page and more of evaluations that are listed as due before every star, as a calendar had it once. */
    private void aPageOfOthers() {
        for (var i = 100; i < 100 + Evaluations.PAGE + 4; i++) {
            var begun = ReadySteps.begun(i);
            assertTrue(town.evaluations.keep(
                    new Keeping(List.of(new Move(begun, dueEarly(begun))), Optional.empty(), Optional.empty())));
        }
    }

    private static Row dueEarly(Step begun) {
        var row = ReadySteps.move(begun).row();
        var due = new Row.Due(Which.DRAW, LocalDate.of(2026, 11, 1), false);
        return new Row(
                row.id(), row.round(), row.district(), row.name(), row.stage(), Optional.of(due), row.panel(),
                row.handedIn(), row.recommended(), row.moved());
    }

    @Test
    void a_star_behind_the_first_page_is_come_to_and_one_that_is_broken_keeps_nobody_from_it() throws IOException {
        var broken = town.published(premises(1), 57, 36);
        var lapsed = town.published(premises(2), 57, 36);
        var over = town.published(premises(3), 57, 36);
        aPageOfOthers();
        tables.spoil(QINGLAN, broken);
        lapses(premises(1));
        lapses(premises(2));

        var failed = assertThrows(IllegalStateException.class, this::swept);

        assertEquals("1 evaluations could not be looked at", failed.getMessage());
        assertEquals(Set.of(broken), town.broken.keySet());
        assertEquals(Stage.SUSPENDED, town.found(lapsed).stage());
        assertEquals(1, told().get("suspended").asInt());
        assertEquals(1, told().get("broken").asInt());
        assertEquals("whole", told().get("run").asText());
        assertTrue(told().get("looked").asInt() >= Evaluations.PAGE + 7, lines.getLast());

        // Sent twice, as the platform does with a run that failed.
        assertThrows(IllegalStateException.class, this::swept);
        assertEquals(0, told().get("suspended").asInt());
        assertEquals(1, town.found(lapsed).proceedings().grounds().size());

        town.known.clear();
        assertThrows(IllegalStateException.class, this::swept);
        assertEquals(1, told().get("resumed").asInt());
        assertEquals(Stage.IN_FORCE, town.found(lapsed).stage());

        town.days(740);
        assertThrows(IllegalStateException.class, this::swept);
        assertEquals(2, told().get("expired").asInt());
        assertEquals(Stage.EXPIRED, town.found(over).stage());
    }

    @Test
    void a_day_that_a_calendar_moved_is_put_right_in_the_list() throws IOException {
        aPageOfOthers();
        swept();
        var first = town.evaluations.open(QINGLAN, Optional.empty()).items();
        assertTrue(first.stream().allMatch(row -> row.due().isEmpty()), first.toString());
        assertEquals("whole", told().get("run").asText());
    }

    @Test
    void when_so_many_are_broken_that_it_is_an_outage_the_run_ends() throws IOException {
        for (var i = 1; i <= 14; i++) {
            var begun = ReadySteps.begun(i);
            assertTrue(town.evaluations.keep(ReadySteps.alone(begun)));
            tables.spoil(QINGLAN, begun.after().id());
        }
        assertThrows(IllegalStateException.class, this::swept);
        assertEquals(10, told().get("broken").asInt());
        assertEquals("unfinished", told().get("run").asText());
    }
}

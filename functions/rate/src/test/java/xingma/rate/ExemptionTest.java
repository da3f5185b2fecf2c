package xingma.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.ORGANISER;
import static xingma.evaluation.RatedTown.OWNER;
import static xingma.evaluation.RatedTown.QINGHE;
import static xingma.rate.RatingCounter.id;
import static xingma.rate.RatingCounter.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.http.Asked;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Proceeding;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.RatedTown;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.rules.Tracks;
import xingma.rating.Track;

/** Whether routine inspections spare an institution, as itself, the office and everybody reads it: the same for all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExemptionTest {
    private final RatingCounter counter = new RatingCounter();
    private final RatedTown town = counter.town;

    private JsonNode told(EvaluationId id) {
        var everybody = json(counter.ask(Asked.of("GET /stars/{institution}")
                        .parameter("institution", QINGHE.toString())
                        .header("accept", "application/json")))
                .get("exemption");
        assertEquals(everybody, json(counter.own(id)).get("exemption"));
        assertEquals(everybody, json(counter.file(ORGANISER, id)).get("exemption"));
        return everybody;
    }

    private List<String> failed(EvaluationId id) {
        return StreamSupport.stream(told(id).get("conditions").spliterator(), false)
                .filter(c -> !c.get("met").asBoolean())
                .map(c -> c.get("what").asText())
                .toList();
    }

    private String page() {
        return counter.ask(Asked.of("GET /stars/{institution}")
                        .parameter("institution", QINGHE.toString())
                        .header("accept", "text/html"))
                .text();
    }

    private void known(Track track, Tracks.Reason... against) {
        town.known.put(QINGHE, new Tracks.Known(track, List.of(against)));
    }

    private static Track event(Track.Kind kind, LocalDate on) {
        return new Track(List.of(), List.of(new Track.Event(kind, on, "XX〔2026〕1号")));
    }

    @Test
    void a_good_star_is_spared_until_the_first_condition_ends_by_itself() {
        var id = town.published(60, 40);
        var told = told(id);
        assertTrue(told.get("holds").asBoolean());
        assertEquals("2027-11-20", told.get("until").asText(), "a year after its self-check");
        assertEquals(List.of(), failed(id));
        assertTrue(told.at("/never/chinese").asText().contains("投诉举报"));
        assertTrue(page().contains("现在免于日常检查，最迟到2027-11-20。"), page());
        assertEquals("测试", told.get("basis").asText());
    }

    @Test
    void an_upheld_complaint_or_a_penalty_ends_it_at_once_and_for_two_years() {
        var id = town.published(60, 40);
        for (var kind : List.of(Track.Kind.UPHELD_COMPLAINT, Track.Kind.PENALTY)) {
            known(event(kind, LocalDate.of(2026, 11, 30)));
            assertEquals(List.of("clean-record"), failed(id));
            assertFalse(told(id).get("holds").asBoolean());
            assertTrue(told(id).get("until").isNull());
            assertTrue(page().contains("现在照常检查：有1条不满足。"));
        }
        known(event(Track.Kind.PENALTY, LocalDate.of(2024, 11, 30)));
        assertEquals(List.of(), failed(id), "two years ago to the day");
    }

    @Test
    void it_is_suspended_with_the_star_and_comes_back_with_it() {
        var id = town.published(60, 40);
        known(Track.CLEAN, new Tracks.Reason(Ground.VETO_COMPLAINT_OPEN, "48271930556"));
        assertEquals(List.of("no-veto"), failed(id), "before the sweep suspends the star");
        town.sweep.run(List.of(RatedTown.QINGLAN), () -> true);
        assertEquals(List.of("in-force", "no-veto"), failed(id));
        town.known.clear();
        town.sweep.run(List.of(RatedTown.QINGLAN), () -> true);
        assertEquals(List.of(), failed(id));
        RatedTown.done(town.seat.appeal(OWNER, id, "appeal", "请复核"));
        assertEquals(List.of("in-force"), failed(id));
    }

    @Test
    void what_was_to_be_mended_and_is_overdue_ends_it_until_an_officer_has_seen_it_mended() {
        var id = town.published(60, 40);
        counter.step(id, "plan", Map.of("id", id(), "clause", "B1", "words", "补做演练。", "due", "2026-12-10"));
        assertEquals(List.of(), failed(id));
        town.days(11);
        assertEquals(List.of("mended"), failed(id));
        var plan = town.found(id).proceedings().last(Proceeding.Planned.class).orElseThrow().id();
        RatedTown.done(town.office.move(ORGANISER, id, new OfficeMove.Verify("v1", plan, false, "还没有")));
        assertEquals(List.of("mended"), failed(id));
        RatedTown.done(town.office.move(ORGANISER, id, new OfficeMove.Verify("v2", plan, true, "到场看过")));
        assertEquals(List.of(), failed(id));
    }

    @Test
    void days_end_it_by_themselves() {
        var id = town.published(60, 40);
        town.days(355);
        assertEquals(List.of(), failed(id));
        town.days(1);
        assertEquals(List.of("fresh-self-check"), failed(id), "on the day after its last");
        RatedTown.done(town.seat.selfCheck(OWNER, id, "yearly"));
        assertEquals("2027-11-30", told(id).get("until").asText(), "no longer than a year after the publication");
        town.days(10);
        assertEquals(List.of("within-term"), failed(id));
    }

    @Test
    void three_stars_are_not_spared_and_who_has_no_star_is_told_nothing() {
        var id = town.published(50, 40);
        assertEquals(List.of("stars"), failed(id));
        RatedTown.done(town.office.move(ORGANISER, id, new OfficeMove.ProposeWithdrawal("p", Ground.FALSE_DATA, "造假")));
        RatedTown.done(town.office.move(RatedTown.CHECKER, id, new OfficeMove.Withdraw("w", "造假")));
        assertTrue(told(id).isNull());
        assertFalse(page().contains("免于日常检查"));
    }
}

package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import xingma.rating.Standard.Status;
import xingma.warning.Warning;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class EditionsTest {
    private static final Standard FIRST = Some.standard(1, Some.RULES, Some.ratio("A1", 60), Some.ratio("B1", 40));
    private static final Standard SECOND =
            Some.standard(2, Some.RULES, Some.ratio("A1", 30), Some.with(Some.ratio("B1", 40), new RedLine.Effect.Cap(3), 100));

    @ParameterizedTest
    @CsvSource({
        "DRAFT, COMMENT RETIRED", "COMMENT, TRIAL RETIRED", "TRIAL, IN_FORCE RETIRED", "IN_FORCE, RETIRED", "RETIRED,"
    })
    void an_edition_goes_only_where_its_way_leads(Status from, String next) {
        var allowed = next == null ? Set.of() : Set.of(next.split(" "));
        for (var to : Status.values()) {
            assertEquals(allowed.contains(to.name()), from.next().contains(to));
            var editions = new Editions(List.of(FIRST.at(from)));
            var outcome = to == Status.IN_FORCE
                    ? editions.putInForce(1, Simulation.of(FIRST, List.of(), Some.DAY))
                    : editions.move(1, to);
            assertEquals(
                    allowed.contains(to.name())
                            ? new Editions.Outcome.Done(new Editions(List.of(FIRST.at(to))))
                            : new Editions.Outcome.NotFromHere(from, to),
                    outcome);
        }
    }

    @Test
    void what_comes_in_force_retires_what_was() {
        var editions = new Editions(List.of(SECOND.at(Status.TRIAL), FIRST.at(Status.IN_FORCE)));
        assertEquals(Optional.of(FIRST.at(Status.IN_FORCE)), editions.inForce());
        var done = assertInstanceOf(
                Editions.Outcome.Done.class, editions.putInForce(2, Simulation.of(SECOND, List.of(), Some.DAY)));
        assertEquals(new Editions(List.of(FIRST.at(Status.RETIRED), SECOND.at(Status.IN_FORCE))), done.editions());
        assertEquals(List.of(1, 2), done.editions().all().stream().map(Standard::edition).toList());
    }

    @Test
    void nothing_comes_in_force_that_was_not_simulated_as_it_reads() {
        var editions = new Editions(List.of(SECOND.at(Status.TRIAL)));
        var otherText = Some.standard(2, Some.RULES, Some.ratio("A1", 30));
        assertEquals(new Editions.Outcome.NotSimulated("TEST/2"), editions.move(2, Status.IN_FORCE));
        assertEquals(
                new Editions.Outcome.NotSimulated("TEST/2"),
                editions.putInForce(2, Simulation.of(otherText, List.of(), Some.DAY)));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void only_a_draft_is_written_anew(Status status) {
        var editions = new Editions(List.of(FIRST.at(status)));
        var anew = Some.standard(1, Some.RULES, Some.ratio("A1", 10));
        assertEquals(
                status == Status.DRAFT
                        ? new Editions.Outcome.Done(new Editions(List.of(anew)))
                        : new Editions.Outcome.Fixed("TEST/1"),
                editions.draft(anew));
    }

    @Test
    void a_new_edition_begins_as_a_draft() {
        var done = assertInstanceOf(Editions.Outcome.Done.class, Editions.NONE.draft(FIRST.at(Status.IN_FORCE)));
        assertEquals(Status.DRAFT, done.editions().edition(1).orElseThrow().status());
        assertEquals(new Editions.Outcome.Unknown(7), done.editions().move(7, Status.COMMENT));
        assertEquals(Optional.empty(), done.editions().inForce());
    }

    @Test
    void editions_are_of_one_standard_and_one_is_in_force() {
        var other = new Standard(
                "OTHER", 3, Status.DRAFT, FIRST.title(), FIRST.notice(), FIRST.date(), "test", FIRST.parts(), FIRST.thresholds(),
                FIRST.rules());
        assertThrows(IllegalArgumentException.class, () -> new Editions(List.of(FIRST, FIRST)));
        assertThrows(IllegalArgumentException.class, () -> new Editions(List.of(FIRST, other)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Editions(List.of(FIRST.at(Status.IN_FORCE), SECOND.at(Status.IN_FORCE))));
    }

    @Test
    void a_draft_is_put_to_all_earlier_sheets() {
        var simulation = Simulation.of(
                SECOND,
                List.of(
                        past("丁", Some.sheet("A1", "60", "B1", "-")), past("乙", Some.sheet("A1", "60", "B1", "40")),
                        past("甲", Some.sheet("A1", "60", "B1", "39")), past("丙", Some.sheet("A1", "60"))),
                Some.DAY);
        var findings = simulation.findings();
        assertEquals(List.of("丁", "丙", "乙", "甲"), findings.stream().map(Simulation.Finding::institution).toList());
        assertEquals(
                new Simulation.Finding.Unrated("丁", new Stars.Outcome.TooMuchLeftOut(Points.of(40), Points.of(100), 30)),
                findings.get(0));
        assertEquals(
                new Simulation.Finding.Unrated("丙", new Stars.Outcome.Faulty(List.of(new Sheet.Fault.Missing("B1")))),
                findings.get(1));
        assertEquals(new Simulation.Finding.Same("乙", 5), findings.get(2));
        assertEquals(
                new Simulation.Finding.Changed(
                        "甲", 5, 3, List.of(new Reckoning.RedLineFailed("B1", new RedLine.Effect.Cap(3)))),
                findings.get(3));
        assertTrue(simulation.unmarked().isEmpty());
        assertEquals(new Simulation.Counts(1, 1, 0, 2), simulation.counts());
        assertEquals(4, simulation.counts().sheets());
    }

    /** Whatever a second person might be shown that the first did not see. */
    @Test
    void another_simulation_has_another_digest_and_the_same_has_the_same() {
        var same = past("甲", Some.sheet("A1", "60", "B1", "40"));
        var fewer = past("甲", Some.sheet("A1", "60", "B1", "39"));
        var open = past("甲", Some.sheet("A1", "60", "B1", "-"));
        var all = List.of(
                Simulation.of(SECOND, List.of(), Some.DAY),
                Simulation.of(SECOND, List.of(same), Some.DAY),
                Simulation.of(SECOND, List.of(fewer), Some.DAY),
                Simulation.of(SECOND, List.of(open), Some.DAY),
                Simulation.of(SECOND, List.of(past("乙", Some.sheet("A1", "60", "B1", "40"))), Some.DAY),
                Simulation.of(SECOND, List.of(same), Some.DAY.plusDays(1)),
                Simulation.of(FIRST, List.of(same), Some.DAY));
        assertEquals(all.size(), all.stream().map(Simulation::digest).distinct().count());
        assertEquals(
                Simulation.of(SECOND, List.of(same, fewer), Some.DAY).counts().sheets(),
                Simulation.of(SECOND, List.of(fewer, same), Some.DAY).counts().sheets());
        assertEquals(all.get(2).digest(), Simulation.of(SECOND, List.of(fewer), Some.DAY).digest());
    }

    /** 57 of 60 becomes 28.5 of 30: 91 of 100 were four stars, 62.5 of 70 are not. */
    @Test
    void a_score_keeps_its_share_of_the_points() {
        var draft = Some.standard(2, Some.RULES, Some.ratio("A1", 30), Some.ratio("B1", 40));
        var changed = assertInstanceOf(
                Simulation.Finding.Changed.class, finding(draft, Some.sheet("A1", "57", "B1", "34")));
        assertEquals(4, changed.before());
        assertEquals(3, changed.after());
        var missing = assertInstanceOf(Reckoning.Compared.class, changed.because().getFirst());
        assertEquals("0.5", missing.missingInTotal().toString());
    }

    @Test
    void who_rises_is_told_what_limited_before() {
        var was = Some.standard(1, Some.RULES, Some.with(Some.ratio("A1", 60), new RedLine.Effect.Notch(), 100), Some.ratio("B1", 40));
        var past = new Simulation.Past("甲", Some.CLINIC, was, Some.sheet("A1", "59", "B1", "40"), Track.CLEAN);
        assertEquals(
                new Simulation.Finding.Changed(
                        "甲", 4, 5, List.of(new Reckoning.RedLineFailed("A1", new RedLine.Effect.Notch()))),
                Simulation.of(FIRST, List.of(past), Some.DAY).findings().getFirst());
    }

    @Test
    void what_nobody_looked_at_is_reported_and_never_a_zero() {
        var draft = Some.standard(
                2, Some.RULES, Some.ratio("A1", 60), Some.ratio("A2", 20), Some.always(Some.ratio("B1", 40)));
        var was = Some.standard(1, new Standard.Rules(50, 3, 30, 24, List.of(), List.of(), List.of(), List.of()),
                Some.ratio("A1", 60), Some.ratio("B1", 40));
        var all = List.of(
                new Simulation.Past("甲", Some.CLINIC, was, Some.sheet("A1", "60", "B1", "40"), Track.CLEAN),
                new Simulation.Past("乙", Some.CLINIC, was, Some.sheet("A1", "60", "B1", "-"), Track.CLEAN));
        var simulation = Simulation.of(draft, all, Some.DAY);
        assertEquals(new Simulation.Finding.Open("乙", 5, List.of("A2", "B1"), 0, 5, List.of()), simulation.findings().getFirst());
        assertEquals(new Simulation.Finding.Open("甲", 5, List.of("A2"), 3, 5, List.of()), simulation.findings().getLast());
        assertEquals(List.of("A2", "B1"), List.copyOf(simulation.unmarked()));
    }

    @Test
    void stars_that_change_whatever_a_new_clause_gets_are_told_with_the_reason() {
        var capped = Some.standard(
                2, Some.RULES, Some.ratio("A1", 60), Some.ratio("A2", 20),
                Some.with(Some.ratio("B1", 40), new RedLine.Effect.Cap(3), 100));
        assertEquals(
                new Simulation.Finding.Open(
                        "甲", 5, List.of("A2"), 3, 3, List.of(new Reckoning.RedLineFailed("B1", new RedLine.Effect.Cap(3)))),
                finding(capped, Some.sheet("A1", "60", "B1", "39")));
        var was = Some.standard(1, Some.RULES, Some.with(Some.ratio("A1", 60), new RedLine.Effect.Notch(), 100), Some.ratio("B1", 40));
        var past = new Simulation.Past("甲", Some.CLINIC, was, Some.sheet("A1", "59", "B1", "40"), Track.CLEAN);
        var freed = Some.standard(2, Some.RULES, Some.ratio("A1", 60), Some.ratio("A2", 1), Some.ratio("B1", 40));
        assertEquals(
                new Simulation.Finding.Open(
                        "甲", 4, List.of("A2"), 5, 5, List.of(new Reckoning.RedLineFailed("A1", new RedLine.Effect.Notch()))),
                Simulation.of(freed, List.of(past), Some.DAY).findings().getFirst());
    }

    @Test
    void a_draft_that_does_not_ask_such_an_institution_says_so() {
        var draft = Some.standard(2, Some.RULES, Some.onlyOf(Some.ratio("A1", 60), "医院"));
        assertEquals(
                new Simulation.Finding.Unrated("甲", new Stars.Outcome.NothingAsked(Some.CLINIC)),
                finding(draft, Some.sheet("A1", "60", "B1", "40")));
    }

    @Test
    void the_record_counts_in_both() {
        var track = new Track(List.of(Warning.Severity.SEVERE), List.of());
        var past = new Simulation.Past("甲", Some.CLINIC, FIRST, Some.sheet("A1", "60", "B1", "40"), track);
        assertEquals(
                List.of(new Simulation.Finding.Same("甲", 3)), Simulation.of(FIRST, List.of(past), Some.DAY).findings());
    }

    private static Simulation.Finding finding(Standard draft, Sheet sheet) {
        return Simulation.of(draft, List.of(past("甲", sheet)), Some.DAY).findings().getFirst();
    }

    private static Simulation.Past past(String institution, Sheet sheet) {
        return new Simulation.Past(institution, Some.CLINIC, FIRST, sheet, Track.CLEAN);
    }
}

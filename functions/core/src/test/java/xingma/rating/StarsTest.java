package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.warning.Warning;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class StarsTest {
    private static final int CASES = Integer.getInteger("rating.cases", 100_000);
    private static final Standard TWO = Some.standard(Some.ratio("A1", 450), Some.ratio("B1", 550));
    private static final Standard LINES = Some.standard(
            Some.ratio("A1", 500),
            Some.ratio("B1", 400),
            Some.with(Some.ratio("B2", 40), new RedLine.Effect.Veto(), 100),
            Some.with(Some.ratio("B3", 30), new RedLine.Effect.Cap(2), 60),
            Some.with(Some.ratio("B4", 20), new RedLine.Effect.Notch(), 50),
            Some.with(Some.ratio("B5", 10), new RedLine.Effect.Notch(), 100));

    /** Worked by hand: of 1000 points, 450 and 550. */
    @ParameterizedTest
    @CsvSource({
        "450, 550, 5", "400, 550, 4", "404.99, 545.01, 4", "405, 545, 5", "405, 544.99, 4", "450, 500, 5", "450, 499.99, 4",
        "450, 495, 4", "454.99, 495, -1", "382.5, 517.5, 4", "382.49, 517.51, 3", "382.5, 517.49, 3", "432.5, 467.5, 4",
        "432.51, 467.49, 3", "337.5, 462.5, 3", "337.49, 462.51, 2", "337.5, 462.49, 2", "387.5, 412.5, 3", "387.51, 412.49, 2",
        "292.5, 407.5, 2", "292.49, 407.51, 1", "292.5, 407.49, 1", "342.5, 357.5, 2", "342.51, 357.49, 1", "270, 330, 1",
        "269.99, 330.01, 0", "270.01, 329.99, 0", "270, 329.99, 0", "450, 329.99, 0", "269.99, 550, 0", "0, 0, 0",
    })
    void stars_begin_exactly_at_their_line(String a, String b, int stars) {
        var outcome = Stars.of(TWO, Some.CLINIC, Some.sheet("A1", a, "B1", b), Track.CLEAN, Some.DAY);
        assertEquals(stars, outcome instanceof Stars.Outcome.Rated(var rated) ? rated.stars() : -1);
    }

    @Test
    void what_does_not_apply_counts_neither_as_earned_nor_as_possible() {
        var standard = Some.standard(Some.ratio("A1", 60), Some.ratio("A2", 20), Some.ratio("B1", 20));
        var stars = Some.rated(standard, Some.sheet("A1", "57", "A2", "-", "B1", "19"));
        assertEquals(5, stars.stars());
        assertEquals(new Rate(Points.of(76), Points.of(80)), stars.total());
        assertEquals(new Rate(Points.of(57), Points.of(60)), stars.parts().get("A"));
        assertEquals(
                List.of(new Reckoning.LeftOut("A2", Points.of(20), "没有")),
                Reckoning.of(stars.reckoning(), Reckoning.LeftOut.class));
    }

    @ParameterizedTest
    @CsvSource({"30, 70, true", "31, 69, false"})
    void beyond_what_may_be_left_out_the_review_is_void(int out, int in, boolean isRated) {
        var standard = Some.standard(Some.ratio("A1", out), Some.ratio("B1", in));
        var outcome = Stars.of(standard, Some.CLINIC, Some.sheet("A1", "-", "B1", "" + in), Track.CLEAN, Some.DAY);
        if (isRated) {
            assertEquals(5, ((Stars.Outcome.Rated) outcome).stars().stars());
        } else {
            assertEquals(new Stars.Outcome.TooMuchLeftOut(Points.of(out), Points.of(100), 30), outcome);
        }
    }

    @Test
    void where_everything_is_left_out_nothing_is_rated() {
        var rules = new Standard.Rules(100, 3, 30, 24, List.of(), List.of(), List.of(), List.of());
        var standard = Some.standard(1, rules, Some.ratio("A1", 10));
        assertEquals(
                new Stars.Outcome.TooMuchLeftOut(Points.of(10), Points.of(10), 100),
                Stars.of(standard, Some.CLINIC, Some.sheet("A1", "-"), Track.CLEAN, Some.DAY));
    }

    @Test
    void an_institution_of_which_nothing_is_asked_is_not_rated() {
        var standard = Some.standard(Some.onlyOf(Some.ratio("A1", 10), "医院"));
        assertEquals(
                new Stars.Outcome.NothingAsked(Some.CLINIC),
                Stars.of(standard, Some.CLINIC, Some.sheet(), Track.CLEAN, Some.DAY));
    }

    @Test
    void a_missing_score_is_an_error_and_never_a_zero() {
        assertEquals(
                new Stars.Outcome.Faulty(List.of(new Sheet.Fault.Missing("B1"))),
                Stars.of(TWO, Some.CLINIC, Some.sheet("A1", "450"), Track.CLEAN, Some.DAY));
    }

    @Test
    void a_sheet_tells_every_fault_in_the_order_of_the_standard() {
        var standard = Some.standard(
                Some.always(Some.ratio("A1", 10)), Some.clause("A2", 10, new Method.Binary()),
                Some.ratio("A3", 10), Some.ratio("A4", 10), Some.onlyOf(Some.ratio("A5", 10), "医院"));
        var sheet = Some.sheet("A1", "-", "A2", "5", "A3", "10.01", "A5", "1", "Z9", "1");
        assertEquals(
                List.of(
                        new Sheet.Fault.AlwaysApplies("A1"), new Sheet.Fault.NotAScore("A2", Points.of(5)),
                        new Sheet.Fault.NotAScore("A3", new Points(10_01)), new Sheet.Fault.Missing("A4"),
                        new Sheet.Fault.NotAsked("A5"), new Sheet.Fault.NotAsked("Z9")),
                sheet.faults(standard, Some.CLINIC));
        assertEquals(
                List.of("A1", "A3", "A4", "A5", "Z9"),
                sheet.faultsWhenSettled(standard, Some.CLINIC).stream().map(Sheet.Fault::clause).toList());
        assertEquals(List.of(), sheet.with("A1", score("9")).with("A4", score("0")).faultsWhenSettled(standard, Some.CLINIC)
                .stream().filter(f -> f instanceof Sheet.Fault.Missing || f instanceof Sheet.Fault.AlwaysApplies).toList());
    }

    /** Rates alone give five stars in every row. */
    @ParameterizedTest
    @CsvSource({
        "40, 30, 20, 10, 5", "39.99, 30, 20, 10, 0", "40, 17.99, 20, 10, 2", "40, 18, 20, 10, 5", "40, 30, 9.99, 10, 4",
        "40, 30, 10, 10, 5", "40, 30, 20, 9.99, 4", "40, 30, 9.99, 9.99, 3", "40, 17, 9, 9, 2", "39, 17, 9, 9, 0",
        "-, 30, 20, 10, 5", "40, -, 20, 10, 5", "40, 30, -, 9, 4",
    })
    void red_lines_take_away_what_they_say(String veto, String cap, String notch, String other, int stars) {
        var sheet = Some.sheet("A1", "500", "B1", "400", "B2", veto, "B3", cap, "B4", notch, "B5", other);
        assertEquals(stars, Some.rated(LINES, sheet).stars());
    }

    @Test
    void a_notch_comes_off_before_a_cap_is_laid_on() {
        var sheet = Some.sheet("A1", "400", "B1", "360", "B2", "40", "B3", "10", "B4", "20", "B5", "9");
        var stars = Some.rated(LINES, sheet);
        assertEquals(List.of(new Reckoning.ByRates(3)), Reckoning.of(stars.reckoning(), Reckoning.ByRates.class));
        assertEquals(2, stars.stars());
    }

    @Test
    void stars_do_not_fall_below_none() {
        var sheet = Some.sheet("A1", "0", "B1", "0", "B2", "40", "B3", "30", "B4", "0", "B5", "0");
        assertEquals(0, Some.rated(LINES, sheet).stars());
    }

    @Test
    void the_reckoning_says_every_step_in_order() {
        var standard = Some.standard(Some.ratio("A1", 60), Some.ratio("A2", 20), Some.with(Some.ratio("B1", 20), new RedLine.Effect.Notch(), 50));
        var stars = Some.rated(standard, Some.sheet("A1", "50", "A2", "-", "B1", "20"));
        assertEquals(3, stars.stars());
        assertEquals(
                List.of("Counted", "LeftOut", "ChapterSum", "PartSum", "Counted", "ChapterSum", "PartSum", "TotalSum", "Compared",
                        "Compared", "Compared", "Compared", "Compared", "ByRates", "RedLinesKept", "Result"),
                stars.reckoning().stream().map(s -> s.getClass().getSimpleName()).toList());
        var parts = new TreeMap<String, Points>();
        parts.put("A", Points.of(4));
        parts.put("B", Points.NONE);
        var five = Reckoning.of(stars.reckoning(), Reckoning.Compared.class).getFirst();
        assertEquals(new Reckoning.Compared(5, 95, Points.of(6), 90, parts), five);
        assertEquals(List.of(five), stars.limits(5));
        assertEquals(List.of(), stars.limits(3));
        assertEquals("TEST/1", stars.standard());
        assertEquals(new Reckoning.RedLinesKept(1), Reckoning.of(stars.reckoning(), Reckoning.RedLinesKept.class).getFirst());
    }

    @Test
    void what_limits_the_stars_is_named() {
        var sheet = Some.sheet("A1", "500", "B1", "400", "B2", "39", "B3", "10", "B4", "9", "B5", "10");
        var track = new Track(
                List.of(Warning.Severity.SEVERE), List.of(new Track.Event(Track.Kind.PENALTY, Some.DAY, "处1号")));
        var stars = Some.rated(LINES, sheet, track);
        assertEquals(
                List.of("B2", "B3", "B4"),
                Reckoning.of(stars.limits(3), Reckoning.RedLineFailed.class).stream().map(Reckoning.RedLineFailed::clause).toList());
        assertEquals(
                List.of("B2", "B4"),
                Reckoning.of(stars.limits(2), Reckoning.RedLineFailed.class).stream().map(Reckoning.RedLineFailed::clause).toList());
        assertEquals(1, Reckoning.of(stars.limits(4), Reckoning.CappedByWarning.class).size());
        assertEquals(0, Reckoning.of(stars.limits(3), Reckoning.CappedByWarning.class).size());
        assertEquals(1, Reckoning.of(stars.limits(5), Reckoning.CappedByTrack.class).size());
        assertEquals(0, Reckoning.of(stars.limits(4), Reckoning.CappedByTrack.class).size());
    }

    @Test
    void nothing_limits_the_stars_that_a_sheet_has() {
        var stars = Some.rated(LINES, Some.sheet("A1", "500", "B1", "400", "B2", "40", "B3", "30", "B4", "9", "B5", "10"));
        assertEquals(4, stars.stars());
        assertEquals(List.of(), stars.limits(4));
        assertEquals(1, stars.limits(5).size());
    }

    @Test
    void what_has_faded_is_not_named_among_what_weighs() {
        var old = new Track.Event(Track.Kind.PENALTY, Some.DAY.minusYears(4), "旧");
        var young = new Track.Event(Track.Kind.PENALTY, Some.DAY, "新");
        var stars = Some.rated(TWO, Some.sheet("A1", "450", "B1", "550"), new Track(List.of(), List.of(old, young)));
        assertEquals(
                List.of("新"),
                List.copyOf(Reckoning.of(stars.reckoning(), Reckoning.CappedByTrack.class).getFirst().weights().keySet()));
    }

    @ParameterizedTest
    @CsvSource({"SEVERE, 3", "ADVICE, 4"})
    void an_open_warning_leaves_so_many_stars(Warning.Severity severity, int stars) {
        var sheet = Some.sheet("A1", "450", "B1", "550");
        assertEquals(stars, Some.rated(TWO, sheet, new Track(List.of(severity), List.of())).stars());
        assertEquals(3, Some.rated(TWO, sheet, new Track(List.of(Warning.Severity.values()), List.of())).stars());
    }

    /** A penalty weighs three demerits for a year, then one and a half, then three quarters; a complaint one. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 5, 600, 2", "2026-11-21, 5, 0, 5", "2025-11-21, 5, 600, 2", "2025-11-20, 5, 300, 4", "2024-11-21, 5, 300, 4",
        "2024-11-20, 5, 150, 5", "2023-11-21, 5, 150, 5", "2023-11-20, 5, 0, 5",
    })
    void what_happened_fades(LocalDate on, int most, int demerits, int stars) {
        var events = List.of(new Track.Event(Track.Kind.PENALTY, on, "一"), new Track.Event(Track.Kind.PENALTY, on, "二"));
        var track = new Track(List.of(), events);
        assertEquals(demerits, track.demerits(Some.RULES, Some.DAY));
        var rated = Some.rated(TWO, Some.sheet("A1", "450", "B1", "550"), track);
        assertEquals(stars, rated.stars());
        if (stars < most) {
            var caps = Reckoning.of(rated.reckoning(), Reckoning.CappedByTrack.class);
            assertEquals(demerits == 600 ? 2 : 1, caps.size());
            assertEquals(List.of("一", "二"), List.copyOf(caps.getFirst().weights().keySet()));
            assertEquals(demerits, caps.getFirst().demerits());
        }
    }

    @Test
    void an_event_of_the_last_of_a_month_is_a_year_old_on_the_last_of_that_month() {
        var event = new Track.Event(Track.Kind.UPHELD_COMPLAINT, LocalDate.of(2024, 2, 29), "案1");
        assertEquals(100, Track.weight(Some.RULES, event, LocalDate.of(2025, 2, 27)));
        assertEquals(50, Track.weight(Some.RULES, event, LocalDate.of(2025, 2, 28)));
        assertEquals(0, Track.weight(Some.RULES, new Track.Event(Track.Kind.ACCIDENT, Some.DAY, "无"), Some.DAY));
    }

    @Test
    void the_weight_of_an_event_only_falls() {
        var event = new Track.Event(Track.Kind.PENALTY, LocalDate.of(2024, 1, 31), "处");
        var before = Integer.MAX_VALUE;
        for (var day = event.on(); day.isBefore(event.on().plusYears(4)); day = day.plusDays(1)) {
            var weight = Track.weight(Some.RULES, event, day);
            assertTrue(weight <= before);
            before = weight;
        }
        assertEquals(0, before);
    }

    @Test
    void a_second_reckoner_agrees_on_random_sheets_of_random_standards() {
        var random = new Random(20261120);
        var seen = new TreeMap<String, Integer>();
        for (var n = 0; n < CASES; n++) {
            var raw = RawStandard.random(random, 12);
            var type = RawStandard.TYPES.get(random.nextInt(3));
            var sheet = raw.sheet(random, type);
            var track = RawStandard.track(random, Some.DAY);
            var expected = second(raw, type, sheet, track);
            var outcome = Stars.of(raw.standard(), type, RawStandard.sheet(sheet), track, Some.DAY);
            assertEquals(expected, told(outcome), () -> raw + " " + sheet + " " + track);
            seen.merge(expected, 1, Integer::sum);
        }
        assertTrue(seen.keySet().containsAll(List.of("0", "1", "2", "3", "4", "5", "faulty", "nothing", "void")), seen.toString());
    }

    @Test
    void to_raise_a_score_never_lowers_the_stars() {
        var random = new Random(1);
        for (var n = 0; n < CASES / 5; n++) {
            var raw = RawStandard.random(random, 12);
            var standard = raw.standard();
            var sheet = RawStandard.sheet(raw.sheet(random, "甲"));
            var track = RawStandard.track(random, Some.DAY);
            if (Stars.of(standard, "甲", sheet, track, Some.DAY) instanceof Stars.Outcome.Rated(var before)) {
                for (var clause : standard.askedOf("甲")) {
                    if (sheet.at(clause.code()).orElseThrow() instanceof Mark.Scored(var points)) {
                        var more = new Points(points.hundredths() + random.nextInt(clause.most().minus(points).hundredths() + 1));
                        var after = Stars.of(standard, "甲", sheet.with(clause.code(), new Mark.Scored(more)), track, Some.DAY);
                        assertTrue(((Stars.Outcome.Rated) after).stars().stars() >= before.stars());
                    }
                }
            }
        }
    }

    @Test
    void the_order_of_entry_does_not_matter() {
        var sheet = Some.sheet("A1", "440.5", "B1", "501.25");
        var other = Some.sheet("B1", "501.25").with("A1", score("440.5"));
        assertEquals(Some.rated(TWO, sheet), Some.rated(TWO, other));
    }

    @Test
    void stars_go_from_none_to_five() {
        var rate = new Rate(Points.NONE, Points.NONE);
        for (var wrong : List.of(-1, 6)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Stars("T/1", Some.DAY, wrong, rate, new TreeMap<>(), List.of()));
        }
    }

    private static Mark score(String points) {
        return Some.sheet("A", points).at("A").orElseThrow();
    }

    private static String second(RawStandard raw, String type, Map<String, String> sheet, Track track) {
        var groups = switch (type) {
            case "甲" -> Set.of("x", "y");
            case "乙" -> Set.of("y");
            default -> Set.<String>of();
        };
        return new SecondReckoner(raw.file(), groups, sheet).stars(
                track.openWarnings().stream().map(Enum::name).collect(Collectors.toSet()),
                track.events().stream().map(e -> new SecondReckoner.Past(e.kind().name(), e.on())).toList(),
                Some.DAY);
    }

    private static String told(Stars.Outcome outcome) {
        return switch (outcome) {
            case Stars.Outcome.Rated(var stars) -> "" + stars.stars();
            case Stars.Outcome.Faulty f -> "faulty";
            case Stars.Outcome.NothingAsked n -> "nothing";
            case Stars.Outcome.TooMuchLeftOut t -> "void";
        };
    }
}

package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.warning.Warning;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class NextStarTest {
    private static final int CASES = Integer.getInteger("rating.cases", 100_000) / 20;
    private static final int MOST_OPEN = 8;
    private static final Standard STANDARD = Some.standard(
            Some.ratio("A1", 50), Some.ratio("A2", 20), Some.ratio("B1", 20), Some.ratio("B2", 10),
            Some.with(Some.ratio("B3", 20), new RedLine.Effect.Notch(), 50));

    @Test
    void the_path_is_no_dearer_than_any_that_brute_force_finds_and_gains_as_much() {
        var random = new Random(42);
        var paths = 0;
        for (var n = 0; n < CASES; n++) {
            var raw = RawStandard.random(random, 12);
            var standard = raw.standard();
            var sheet = RawStandard.sheet(raw.sheet(random, "甲"));
            var track = random.nextInt(4) == 0 ? RawStandard.track(random, Some.DAY) : Track.CLEAN;
            if (!(Stars.of(standard, "甲", sheet, track, Some.DAY) instanceof Stars.Outcome.Rated(var now))) {
                continue;
            }
            var open = open(standard, sheet);
            if (open.size() > MOST_OPEN) {
                continue;
            }
            for (var threshold : standard.thresholds()) {
                var brute = new Brute(standard, sheet, track, open, threshold.stars());
                switch (NextStar.to(threshold.stars(), standard, "甲", sheet, track, Some.DAY)) {
                    case NextStar.There(var stars) -> assertTrue(stars.stars() >= threshold.stars() && now.equals(stars));
                    case NextStar.Blocked(var by) -> {
                        assertEquals(Integer.MAX_VALUE, brute.effort, () -> raw + " " + sheet);
                        assertTrue(!by.isEmpty());
                    }
                    case NextStar.Path(var mend, var effort, var after) -> {
                        assertEquals(brute.effort, effort, () -> raw + " " + sheet + " to " + threshold);
                        assertEquals(effort, mend.stream().mapToInt(Clause::effort).sum());
                        assertEquals(brute.gain, gain(sheet, mend), () -> raw + " " + sheet + " to " + threshold);
                        assertTrue(after.stars() >= threshold.stars());
                        assertEquals(standard.clauses().stream().filter(mend::contains).toList(), mend);
                        paths++;
                    }
                }
            }
        }
        assertTrue(paths > CASES / 4, "paths: " + paths);
    }

    @Test
    void of_two_ways_that_cost_the_same_the_one_that_gains_more_is_shown() {
        var sheet = Some.sheet("A1", "50", "A2", "20", "B1", "15", "B2", "6", "B3", "20");
        var path = assertInstanceOf(NextStar.Path.class, to(5, sheet, Track.CLEAN));
        assertEquals(List.of("B1"), path.mend().stream().map(Clause::code).toList());
        assertEquals(2, path.effort());
        assertEquals(5, path.after().stars());
    }

    @Test
    void a_notch_may_stay_where_the_star_above_is_earned() {
        var standard = Some.standard(
                Some.ratio("A1", 100), Some.ratio("B1", 49), Some.with(Some.ratio("B2", 1), new RedLine.Effect.Notch(), 100));
        var sheet = Some.sheet("A1", "97", "B1", "44", "B2", "0");
        assertEquals(3, Some.rated(standard, sheet).stars());
        var path = assertInstanceOf(
                NextStar.Path.class, NextStar.to(4, standard, Some.CLINIC, sheet, Track.CLEAN, Some.DAY));
        assertEquals(List.of("B1"), path.mend().stream().map(Clause::code).toList());
        assertEquals(4, path.after().stars());
    }

    @Test
    void who_has_the_stars_needs_no_path() {
        var sheet = Some.sheet("A1", "50", "A2", "20", "B1", "20", "B2", "10", "B3", "20");
        assertEquals(5, assertInstanceOf(NextStar.There.class, to(4, sheet, Track.CLEAN)).stars().stars());
    }

    @Test
    void what_lies_outside_the_sheet_is_told_and_nothing_else() {
        var sheet = Some.sheet("A1", "40", "A2", "20", "B1", "20", "B2", "10", "B3", "0");
        var track = new Track(
                List.of(Warning.Severity.SEVERE),
                List.of(new Track.Event(Track.Kind.PENALTY, Some.DAY, "处1"), new Track.Event(Track.Kind.PENALTY, Some.DAY, "处2")));
        assertEquals(
                List.of("CappedByWarning", "CappedByTrack", "CappedByTrack"),
                assertInstanceOf(NextStar.Blocked.class, to(5, sheet, track)).by().stream()
                        .map(s -> s.getClass().getSimpleName()).toList());
        assertEquals(
                List.of("CappedByTrack"),
                assertInstanceOf(NextStar.Blocked.class, to(3, sheet, track)).by().stream()
                        .map(s -> s.getClass().getSimpleName()).toList());
        assertInstanceOf(NextStar.Path.class, to(2, sheet, track));
    }

    @Test
    void a_sheet_that_cannot_be_rated_and_stars_that_do_not_exist_have_no_path() {
        var sheet = Some.sheet("A1", "40");
        assertThrows(IllegalArgumentException.class, () -> to(5, sheet, Track.CLEAN));
        var whole = Some.sheet("A1", "50", "A2", "20", "B1", "20", "B2", "10", "B3", "20");
        assertThrows(IllegalArgumentException.class, () -> to(6, whole, Track.CLEAN));
    }

    private static NextStar to(int stars, Sheet sheet, Track track) {
        return NextStar.to(stars, STANDARD, Some.CLINIC, sheet, track, Some.DAY);
    }

    private static List<Clause> open(Standard standard, Sheet sheet) {
        return standard.askedOf("甲").stream().filter(c -> gain(sheet, List.of(c)) > 0).toList();
    }

    private static int gain(Sheet sheet, List<Clause> mend) {
        var gain = 0;
        for (var clause : mend) {
            if (sheet.at(clause.code()).orElse(null) instanceof Mark.Scored(var points)) {
                gain += clause.most().minus(points).hundredths();
            }
        }
        return gain;
    }

    /** Tries every set. */
    private static final class Brute {
        private int effort = Integer.MAX_VALUE;
        private int gain;

        Brute(Standard standard, Sheet sheet, Track track, List<Clause> open, int stars) {
            for (var set = 0; set < 1 << open.size(); set++) {
                var mend = new ArrayList<Clause>();
                var after = sheet;
                for (var i = 0; i < open.size(); i++) {
                    if ((set >> i & 1) == 1) {
                        mend.add(open.get(i));
                        after = after.with(open.get(i).code(), new Mark.Scored(open.get(i).most()));
                    }
                }
                var cost = mend.stream().mapToInt(Clause::effort).sum();
                var gained = gain(sheet, mend);
                if (cost > effort || cost == effort && gained <= gain) {
                    continue;
                }
                if (Stars.of(standard, "甲", after, track, Some.DAY) instanceof Stars.Outcome.Rated(var rated)
                        && rated.stars() >= stars) {
                    effort = cost;
                    gain = gained;
                }
            }
        }
    }
}

package xingma.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import xingma.fact.Wording;
import xingma.rating.Clause;
import xingma.rating.Mark;
import xingma.rating.NextStar;
import xingma.rating.Points;
import xingma.rating.Rate;
import xingma.rating.Reckoning;
import xingma.rating.ReckoningWords;
import xingma.rating.SecondReckoner;
import xingma.rating.Sheet;
import xingma.rating.Standard;
import xingma.rating.Stars;
import xingma.rating.Track;

/** The draft as an institution meets it: the examples that were worked by hand, and a second reckoner over the raw file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class DraftRatingTest {
    private static final int CASES = 20_000;
    private static final Standard DRAFT = StandardBook.shipped().getFirst();
    private static final LocalDate DAY = LocalDate.of(2026, 9, 12);
    private static final String OUTPATIENT = "医疗美容门诊部";

    /** What the example of a star page lost, clause by clause: 71 points of 950, three clauses not applicable. */
    private static final Map<String, String> EXAMPLE = Map.ofEntries(
            Map.entry("A2.04", "-"), Map.entry("A2.06", "-"), Map.entry("B2.03", "-"), Map.entry("A2.03", "11"),
            Map.entry("A3.03", "10"), Map.entry("A6.02", "9"), Map.entry("B1.03", "14"), Map.entry("B2.05", "13"),
            Map.entry("B3.02", "10"), Map.entry("B4.01", "14"), Map.entry("B5.02", "10"), Map.entry("B6.02", "15"),
            Map.entry("B7.02", "14"), Map.entry("B8.02", "14"));

    /** 361 of 375, 478 of 500, 839 of 875. */
    @Test
    void the_worked_example_has_five_stars() {
        var stars = rated(sheet(Map.ofEntries(
                Map.entry("A1.05", "-"), Map.entry("A2.04", "-"), Map.entry("A2.05", "-"), Map.entry("A2.06", "-"),
                Map.entry("A3.02", "-"), Map.entry("B2.02", "-"), Map.entry("B2.03", "-"), Map.entry("A1.02", "10"),
                Map.entry("A3.03", "10"), Map.entry("A2.03", "11"), Map.entry("B1.02", "14"), Map.entry("B2.05", "14"),
                Map.entry("B5.02", "5"))));
        assertEquals(5, stars.stars());
        assertEquals(new Rate(Points.of(361), Points.of(375)), stars.parts().get("A"));
        assertEquals(new Rate(Points.of(478), Points.of(500)), stars.parts().get("B"));
        assertEquals(new Rate(Points.of(839), Points.of(875)), stars.total());
        assertEquals(
                List.of("96.3", "95.6", "95.9"),
                List.of(stars.parts().get("A").shown(), stars.parts().get("B").shown(), stars.total().shown()));
        assertEquals(
                Points.of(125),
                Reckoning.of(stars.reckoning(), Reckoning.LeftOut.class).stream()
                        .map(Reckoning.LeftOut::most)
                        .reduce(Points.NONE, Points::plus));
    }

    @Test
    void the_example_of_the_star_page_has_four_and_says_why_not_five() {
        assertEquals(List.of(), sheet(EXAMPLE).faults(DRAFT, OUTPATIENT));
        var stars = rated(sheet(EXAMPLE));
        assertEquals(4, stars.stars());
        assertEquals(new Rate(Points.of(410), Points.of(425)), stars.parts().get("A"));
        assertEquals(new Rate(Points.of(469), Points.of(525)), stars.parts().get("B"));
        assertEquals(new Rate(Points.of(879), Points.of(950)), stars.total());
        assertEquals(List.of("96.5", "89.3", "92.5"), List.of(
                stars.parts().get("A").shown(), stars.parts().get("B").shown(), stars.total().shown()));
        assertEquals(
                List.of("五星线：总分95%，各部分90%。总分差23.5分，医疗质量及医院管理差3.5分"),
                new ReckoningWords(DRAFT).all(stars.limits(5)).stream().map(Wording::chinese).toList());
        assertEquals(8, Reckoning.of(stars.reckoning(), Reckoning.RedLinesKept.class).getFirst().lines());
        var chapters = Reckoning.of(stars.reckoning(), Reckoning.ChapterSum.class);
        assertEquals(
                "90/90 81/85 85/90 70/70 50/50 34/40 64/70 98/105 70/80 54/60 45/50 70/80 44/50 24/30",
                String.join(" ", chapters.stream().map(c -> c.rate().earned() + "/" + c.rate().possible()).toList()));
    }

    @Test
    void the_example_is_three_clauses_from_its_fifth_star() {
        var path = assertInstanceOf(
                NextStar.Path.class, NextStar.to(5, DRAFT, OUTPATIENT, sheet(EXAMPLE), Track.CLEAN, DAY));
        assertEquals(List.of("B2.05", "B3.02", "B6.02"), path.mend().stream().map(Clause::code).toList());
        assertEquals("95.4", path.after().total().shown());
        assertEquals("94.5", path.after().parts().get("B").shown());
    }

    @Test
    void one_doctor_without_registration_takes_every_star() {
        var stars = rated(sheet(Map.of("A2.01", "24.99")));
        assertEquals(0, stars.stars());
        assertTrue(new ReckoningWords(DRAFT).all(stars.limits(1)).getFirst().chinese().contains("A2.01 医师资格与注册：一票否决"));
        var path = assertInstanceOf(
                NextStar.Path.class,
                NextStar.to(5, DRAFT, OUTPATIENT, sheet(Map.of("A2.01", "24.99")), Track.CLEAN, DAY));
        assertEquals(List.of("A2.01"), path.mend().stream().map(Clause::code).toList());
    }

    /** Points lost in ratio clauses of each part, of 450 and 550. */
    @ParameterizedTest
    @CsvSource({
        "0, 50, 5", "0, 50.01, 4", "15, 35, 5", "15, 35.01, 4", "0, 55, 4", "0, 55.01, 4", "15, 85, 3", "0, 82.5, 4", "0, 82.51, 3"
    })
    void stars_begin_exactly_at_their_line(String lostInA, String lostInB, int stars) {
        var marks = new HashMap<String, String>();
        lose(marks, lostInA, "A2.03", "A5.01");
        lose(marks, lostInB, "B1.04", "B2.05", "B3.02", "B4.03", "B5.02");
        assertEquals(stars, rated(sheet(marks)).stars());
    }

    @Test
    void a_second_reckoner_over_the_raw_file_agrees() throws IOException {
        try (var in = DraftRatingTest.class.getResourceAsStream("/xingma/rulebook/standards/illustrative-2026-1.json")) {
            var file = JsonMapper.shared().readValue(in, Map.class);
            var random = new Random(20261120);
            var seen = new TreeMap<String, Integer>();
            for (var n = 0; n < CASES; n++) {
                var type = List.of("美容医院", OUTPATIENT, "医疗美容诊所").get(random.nextInt(3));
                var groups = Set.of(Map.of("美容医院", "hospital", OUTPATIENT, "outpatient", "医疗美容诊所", "clinic").get(type));
                var raw = random(random, type);
                var second = new SecondReckoner(file, groups, raw);
                var events = List.of(new Track.Event(Track.Kind.values()[random.nextInt(4)], DAY.minusDays(random.nextInt(1200)), "案"));
                var track = random.nextInt(4) == 0 ? new Track(List.of(), events) : Track.CLEAN;
                var expected = second.stars(
                        Set.of(),
                        track.events().stream().map(e -> new SecondReckoner.Past(e.kind().name(), e.on())).toList(),
                        DAY);
                var told = switch (Stars.of(DRAFT, type, marks(raw), track, DAY)) {
                    case Stars.Outcome.Rated(var stars) -> {
                        assertEquals(second.rate()[0].movePointRight(2).intValueExact(), stars.total().earned().hundredths());
                        yield "" + stars.stars();
                    }
                    case Stars.Outcome.Faulty f -> "faulty";
                    case Stars.Outcome.NothingAsked a -> "nothing";
                    case Stars.Outcome.TooMuchLeftOut t -> "void";
                };
                assertEquals(expected, told, () -> type + " " + raw);
                seen.merge(told, 1, Integer::sum);
            }
            assertEquals(Set.of("0", "1", "2", "3", "4", "5", "faulty"), new HashSet<>(seen.keySet()), seen.toString());
        }
    }

    private static Map<String, String> random(Random random, String type) {
        var raw = new TreeMap<String, String>();
        var bad = random.nextInt(70);
        for (var clause : DRAFT.askedOf(type)) {
            var choices = clause.method().choices(clause.most());
            // Red lines are crossed rarely, or no sheet of eight of them would have a star.
            var isBad = random.nextInt(100) < bad && (clause.redLine().isEmpty() || random.nextInt(40) == 0);
            var score = !isBad ? clause.most()
                    : choices.isEmpty() ? new Points(random.nextInt(clause.most().hundredths() + 1))
                    : choices.get(random.nextInt(choices.size()));
            raw.put(clause.code(), clause.mayNotApply() && random.nextInt(8) == 0 ? "-" : score.toString());
        }
        if (random.nextInt(30) == 0) {
            raw.remove(List.copyOf(new TreeSet<>(raw.keySet())).get(random.nextInt(raw.size())));
        }
        return raw;
    }

    private static void lose(Map<String, String> marks, String points, String... clauses) {
        var left = hundredths(points);
        for (var code : clauses) {
            var most = DRAFT.clause(code).orElseThrow().most();
            var lost = Math.min(left, most.hundredths());
            marks.put(code, new Points(most.hundredths() - lost).toString());
            left -= lost;
        }
        assertEquals(0, left);
    }

    /** Full marks but for these. */
    private static Sheet sheet(Map<String, String> others) {
        var raw = new TreeMap<String, String>();
        DRAFT.askedOf(OUTPATIENT).forEach(clause -> raw.put(clause.code(), clause.most().toString()));
        raw.putAll(others);
        return marks(raw);
    }

    private static Sheet marks(Map<String, String> raw) {
        var marks = new TreeMap<String, Mark>();
        raw.forEach((code, mark) -> marks.put(
                code, mark.equals("-") ? new Mark.NotApplicable("没有开展") : new Mark.Scored(new Points(hundredths(mark)))));
        return new Sheet(marks);
    }

    private static int hundredths(String points) {
        return new BigDecimal(points).movePointRight(2).intValueExact();
    }

    private static Stars rated(Sheet sheet) {
        return ((Stars.Outcome.Rated) Stars.of(DRAFT, OUTPATIENT, sheet, Track.CLEAN, DAY)).stars();
    }
}

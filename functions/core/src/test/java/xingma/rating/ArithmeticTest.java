package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.fact.Wording;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ArithmeticTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.01", "10, 0.1", "50, 0.5", "99, 0.99", "100, 1", "750, 7.5", "1333, 13.33", "2000, 20", "2001, 20.01"})
    void points_are_written_as_people_write_them(int hundredths, String written) {
        assertEquals(written, new Points(hundredths).toString());
    }

    @Test
    void points_lie_between_none_and_far_too_many() {
        assertEquals(100_000, new Points(10_000_000).hundredths() / 100);
        assertThrows(IllegalArgumentException.class, () -> new Points(-1));
        assertThrows(IllegalArgumentException.class, () -> new Points(10_000_001));
        assertThrows(IllegalArgumentException.class, () -> Points.of(1).minus(Points.of(2)));
        assertThrows(ArithmeticException.class, () -> Points.of(Integer.MAX_VALUE));
    }

    @Test
    void a_ratio_is_rounded_down_to_the_hundredth() {
        assertEquals(new Points(6_66), Points.of(10).ratio(2, 3));
        assertEquals(Points.of(10), Points.of(10).ratio(3, 3));
        assertEquals(Points.NONE, Points.of(10).ratio(0, 3));
        assertEquals(new Points(10_50), Points.of(15).percent(70));
        assertThrows(IllegalArgumentException.class, () -> Points.of(10).ratio(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Points.of(10).ratio(-1, 3));
        assertThrows(IllegalArgumentException.class, () -> Points.of(10).ratio(4, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "839, 875, 95.9", "361, 375, 96.3", "478, 500, 95.6", "879, 950, 92.5", "0, 10, 0.0", "10, 10, 100.0", "1, 3, 33.3",
        "2, 3, 66.7", "9995, 10000, 100.0", "9994, 10000, 99.9", "9485, 10000, 94.9", "0, 0, 100.0",
    })
    void a_rate_is_shown_half_up_to_a_tenth_of_a_percent(int earned, int possible, String shown) {
        assertEquals(shown, new Rate(new Points(earned), new Points(possible)).shown());
    }

    @ParameterizedTest
    @CsvSource({"9500, 10000, 95, true, 0", "9499, 10000, 95, false, 0.01", "0, 0, 95, true, 0", "949, 999, 95, false, 0.01", "950, 999, 95, true, 0"})
    void a_rate_is_compared_as_it_is(int earned, int possible, int percent, boolean isReached, String missing) {
        var rate = new Rate(new Points(earned), new Points(possible));
        assertEquals(isReached, rate.reaches(percent));
        assertEquals(missing, rate.missingTo(percent).toString());
        assertThrows(IllegalArgumentException.class, () -> new Rate(Points.of(2), Points.of(1)));
    }

    @Test
    void each_method_has_its_scores() {
        var none = Points.NONE;
        assertEquals(List.of(Points.of(20), none), new Method.Binary().choices(Points.of(20)));
        assertEquals(
                Stream.of(20, 15, 10, 5, 0).map(Points::of).toList(), new Method.Deduct(Points.of(5)).choices(Points.of(20)));
        assertEquals(Stream.of(10, 7, 4, 1, 0).map(Points::of).toList(), new Method.Deduct(Points.of(3)).choices(Points.of(10)));
        assertEquals(
                List.of(Points.of(15), new Points(10_50), Points.of(6), none), graded(100, 70, 40, 0).choices(Points.of(15)));
        assertEquals(List.of(), new Method.Ratio().choices(Points.of(15)));
        assertTrue(new Method.Ratio().allows(new Points(3_33), Points.of(15)));
        assertFalse(new Method.Ratio().allows(new Points(15_01), Points.of(15)));
        assertTrue(new Method.Binary().allows(none, Points.of(15)));
        assertFalse(new Method.Binary().allows(Points.of(7), Points.of(15)));
        assertFalse(new Method.Deduct(Points.of(5)).allows(Points.of(25), Points.of(20)));
    }

    @Test
    void impossible_methods_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Method.Deduct(Points.NONE));
        assertThrows(IllegalArgumentException.class, () -> graded(100));
        assertThrows(IllegalArgumentException.class, () -> graded(0));
        assertThrows(IllegalArgumentException.class, () -> graded(90, 0));
        assertThrows(IllegalArgumentException.class, () -> graded(100, 10));
        assertThrows(IllegalArgumentException.class, () -> graded(100, 50, 50, 0));
        assertThrows(IllegalArgumentException.class, () -> graded(100, 100, 0));
    }

    @Test
    void a_red_line_fails_strictly_below_its_percent() {
        var line = new RedLine(new RedLine.Effect.Veto(), 60);
        assertFalse(line.isFailedBy(Points.of(6), Points.of(10)));
        assertTrue(line.isFailedBy(new Points(5_99), Points.of(10)));
        for (var wrong : List.of(0, 101)) {
            assertThrows(IllegalArgumentException.class, () -> new RedLine(new RedLine.Effect.Veto(), wrong));
        }
        for (var wrong : List.of(0, 5)) {
            assertThrows(IllegalArgumentException.class, () -> new RedLine.Effect.Cap(wrong));
        }
        assertEquals(1, new RedLine(new RedLine.Effect.Cap(1), 1).failsBelow());
        assertEquals(100, new RedLine(new RedLine.Effect.Cap(4), 100).failsBelow());
        assertFalse(Some.ratio("A1", 10).isFailedBy(Points.NONE));
    }

    @Test
    void a_clause_has_a_code_points_and_an_effort() {
        var clause = Some.ratio("A1", 10);
        assertThrows(IllegalArgumentException.class, () -> Some.ratio(" ", 10));
        assertThrows(IllegalArgumentException.class, () -> Some.ratio("A1", 0));
        for (var wrong : List.of(0, 6)) {
            assertThrows(IllegalArgumentException.class, () -> withEffort(clause, wrong));
        }
        assertEquals(1, withEffort(clause, 1).effort());
        assertEquals(5, withEffort(clause, 5).effort());
        assertTrue(clause.isAskedOf("任何"));
        assertTrue(Some.onlyOf(clause, "甲").isAskedOf("甲"));
        assertFalse(Some.onlyOf(clause, "甲").isAskedOf("乙"));
        assertThrows(IllegalArgumentException.class, () -> new Wording("", "x"));
        assertThrows(IllegalArgumentException.class, () -> new Mark.NotApplicable(" "));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0.3333", "2, 3, 0.6667", "-2, 3, -0.6667", "1, 20000, 0.0001", "-1, 20000, -0.0001", "-1, 20001, 0.0000", "3, 1, 3.0000", "0, 7, 0.0000", "-125, 100, -1.2500"})
    void a_fraction_is_printed_to_four_decimals_with_halves_away_from_zero(int over, int under, String printed) {
        assertEquals(printed, Fraction.of(over, under).toString());
    }

    @Test
    void fractions_add_up_exactly() {
        assertEquals(Fraction.of(5, 6), Fraction.of(1, 2).plus(Fraction.of(1, 3)));
        assertEquals(Fraction.of(1, 6), Fraction.of(1, 2).dividedBy(3));
        assertThrows(IllegalArgumentException.class, () -> Fraction.of(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Fraction.of(1, -1));
    }

    private static Method.Graded graded(Integer... percents) {
        return new Method.Graded(
                Stream.of(percents).map(p -> new Method.Level(p, new Wording("级", "level"))).toList());
    }

    private static Clause withEffort(Clause c, int effort) {
        return new Clause(
                c.code(), c.title(), c.requirement(), c.most(), c.method(), Optional.empty(), true, Set.of(), c.side(),
                List.of(), c.basis(), c.interpretation(), effort, List.of(), Map.of());
    }
}

package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class WorkedExampleTest {
    @Test
    void one_clause_does_not_apply_and_every_fourth_loses_a_step() {
        var standard = Some.standard(
                Some.with(Some.ratio("A1", 10), new RedLine.Effect.Veto(), 100), Some.always(Some.ratio("A2", 10)),
                Some.ratio("A3", 10), Some.ratio("A4", 30), Some.ratio("B1", 10), Some.ratio("B2", 10), Some.ratio("B3", 10),
                Some.clause("B4", 20, new Method.Deduct(Points.of(5))));
        var example = WorkedExample.of(standard, Some.CLINIC, Some.DAY).orElseThrow();
        assertEquals(
                RawStandard.sheet(Map.of("A1", "10", "A2", "10", "A4", "24", "B1", "10", "B2", "10", "B3", "10", "B4", "15"))
                        .with("A3", new Mark.NotApplicable("示例：没有开展")),
                example.sheet());
        assertEquals("89.0", example.stars().total().shown());
        assertTrue(example.sheet().faults(standard, Some.CLINIC).isEmpty());
    }

    @Test
    void where_nothing_is_asked_there_is_no_example() {
        assertEquals(
                Optional.empty(),
                WorkedExample.of(Some.standard(Some.onlyOf(Some.ratio("A1", 10), "医院")), Some.CLINIC, Some.DAY));
    }
}

package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MedianTest {
    private static final Standard PLAIN = Some.standard(Some.ratio("A1", 10));
    private static final Standard LINE =
            Some.standard(Some.with(Some.ratio("A1", 10), new RedLine.Effect.Veto(), 95));

    @ParameterizedTest
    @CsvSource({
        "10 10 10, 10", "7 10 8, 8", "7 8 9 10, 8.5", "10 9 8 7 10, 9", "7 10 10, 10", "7.01 7.02 7 8, 7.01", "0 0 3, 0", "- - -, -",
        "6.99 10 10, open", "- 10 10, open", "- - 10, open",
    })
    void experts_agree_on_the_middle_unless_they_are_far_apart(String scores, String middle) {
        var median = Median.of(PLAIN, Some.CLINIC, sheets(scores));
        if (middle.equals("open")) {
            assertEquals(scores.split(" ").length, median.open().get("A1").marks().size());
            assertEquals(Map.of(), median.agreed());
        } else {
            assertEquals(Some.sheet("A1", middle).marks(), median.agreed());
            assertEquals(Map.of(), median.open());
        }
    }

    @ParameterizedTest
    @CsvSource({"9.5 10 10, 10", "9.4 9.3 9.2, 9.3", "9.49 9.5 9.5, open"})
    void experts_on_two_sides_of_a_red_line_talk_it_over(String scores, String middle) {
        var median = Median.of(LINE, Some.CLINIC, sheets(scores));
        assertEquals(middle.equals("open") ? List.of() : List.of(Some.sheet("A1", middle).at("A1").orElseThrow()),
                List.copyOf(median.agreed().values()));
    }

    @Test
    void fewer_sheets_than_the_standard_asks_for_settle_nothing() {
        assertThrows(IllegalArgumentException.class, () -> Median.of(PLAIN, Some.CLINIC, sheets("10 10")));
    }

    @Test
    void a_sheet_with_a_fault_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Median.of(PLAIN, Some.CLINIC, sheets("10 10 10.01")));
        var sheets = new TreeMap<>(sheets("10 10 10"));
        sheets.put("专家0", Some.sheet());
        assertThrows(IllegalArgumentException.class, () -> Median.of(PLAIN, Some.CLINIC, sheets));
    }

    @Test
    void the_chair_settles_what_is_open_and_nothing_else() {
        var standard = Some.standard(Some.ratio("A1", 10), Some.ratio("A2", 10));
        var sheets = new TreeMap<String, Sheet>();
        for (var expert : List.of("甲", "乙", "丙")) {
            sheets.put(expert, Some.sheet("A1", expert.equals("甲") ? "2" : "8", "A2", "9"));
        }
        var median = Median.of(standard, Some.CLINIC, sheets);
        var mark = Some.sheet("A1", "7").marks();
        assertEquals(Some.sheet("A1", "7", "A2", "9"), median.settled(mark));
        assertThrows(IllegalArgumentException.class, () -> median.settled(Map.of()));
        assertThrows(IllegalArgumentException.class, () -> median.settled(Some.sheet("A1", "7", "A2", "1").marks()));
    }

    @Test
    void clauses_that_are_not_asked_are_not_settled() {
        var standard = Some.standard(Some.ratio("A1", 10), Some.onlyOf(Some.ratio("A2", 10), "医院"));
        assertEquals(List.of("A1"), List.copyOf(Median.of(standard, Some.CLINIC, sheets("9 9 9")).agreed().keySet()));
    }

    private static Map<String, Sheet> sheets(String scores) {
        var sheets = new TreeMap<String, Sheet>();
        for (var score : new ArrayList<>(List.of(scores.split(" ")))) {
            sheets.put("专家" + sheets.size(), Some.sheet("A1", score));
        }
        return sheets;
    }
}

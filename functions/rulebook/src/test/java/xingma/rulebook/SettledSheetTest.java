package xingma.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.rating.Mark;
import xingma.rating.Points;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class SettledSheetTest {
    private static final String SHEET = """
            {"institution": "青禾", "type": "医疗美容门诊部", "standard": "SMALL/1",
             "marks": [{"clause": "A1.1", "hundredths": 4000}, {"clause": "A1.2", "notApplicable": "没有开展"}]}""";

    @Test
    void a_sheet_is_read() throws IOException {
        var sheet = read(SHEET);
        assertEquals("SMALL/1", sheet.standard());
        assertEquals(new Mark.Scored(Points.of(40)), sheet.sheet().at("A1.1").orElseThrow());
        assertEquals(new Mark.NotApplicable("没有开展"), sheet.sheet().at("A1.2").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"4.9", "'\"4\"'", "null", "1e400", "-1", "10000001", "4.0", "true"})
    void a_score_is_a_whole_number_of_hundredths(String wrong) {
        var flaws = assertThrows(BadStandard.class, () -> read(SHEET.replace("4000", wrong))).flaws();
        assertEquals("marks[A1.1].hundredths", flaws.getFirst().path());
    }

    @Test
    void a_mark_that_says_nothing_is_no_zero() {
        var flaws = assertThrows(BadStandard.class, () -> read(SHEET.replace(", \"hundredths\": 4000", ""))).flaws();
        assertEquals("marks[A1.1].hundredths", flaws.getFirst().path());
        var twice = assertThrows(BadStandard.class, () -> read(SHEET.replace("A1.2", "A1.1"))).flaws();
        assertEquals("marks[A1.1].clause", twice.getFirst().path());
    }

    private static SettledSheet read(String text) throws IOException {
        return SettledSheet.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "sheet.json");
    }
}

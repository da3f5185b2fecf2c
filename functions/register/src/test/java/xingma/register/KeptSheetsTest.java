package xingma.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.register.file.KeptSheets;
import xingma.registry.sheet.Sheet;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptSheetsTest {
    @Test
    void kept_sheets_come_back_as_they_were() {
        var sheets = List.of(
                new Sheet(
                        "机构",
                        List.of("名称", ""),
                        List.of(new Sheet.Row(2, List.of("𠮷\"\n", "")), new Sheet.Row(9, List.of("", "x")))),
                new Sheet("空", List.of(), List.of()));
        assertEquals(sheets, KeptSheets.read(KeptSheets.write(sheets)));
        var half = List.of(new Sheet("a", List.of("b"), List.of(new Sheet.Row(2, List.of("x\uD800y")))));
        assertNotEquals("xy", KeptSheets.read(KeptSheets.write(half)).getFirst().rows().getFirst().cell(0));
    }
}

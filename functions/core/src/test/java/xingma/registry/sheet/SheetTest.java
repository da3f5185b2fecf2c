package xingma.registry.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class SheetTest {
    @Test
    void columns_are_lettered_as_spreadsheets_letter_them() {
        assertEquals("A", Sheet.letters(0));
        assertEquals("Z", Sheet.letters(25));
        assertEquals("AA", Sheet.letters(26));
        assertEquals("AZ", Sheet.letters(51));
        assertEquals("BA", Sheet.letters(52));
    }
}

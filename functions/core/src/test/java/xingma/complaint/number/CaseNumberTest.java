package xingma.complaint.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class CaseNumberTest {
    private static final int TRIES = 2_000;

    private final Random random = new Random(20261122);

    /** The example of the algorithm's author: 572 has the check digit 4, here after zeros it cannot have. */
    @Test
    void the_check_digit_is_damms() {
        assertEquals("5724", "572" + damm("572"));
        for (var i = 0; i < TRIES; i++) {
            var number = drawn();
            assertEquals(damm(number.value().substring(0, 11)), number.value().substring(11));
        }
    }

    @Test
    void every_single_wrong_digit_is_found() {
        for (var i = 0; i < TRIES; i++) {
            var number = drawn().value();
            for (var at = 0; at < CaseNumber.LENGTH; at++) {
                for (var digit = '0'; digit <= '9'; digit++) {
                    if (digit != number.charAt(at)) {
                        var wrong = number.substring(0, at) + digit + number.substring(at + 1);
                        assertEquals(Optional.empty(), CaseNumber.read(wrong));
                    }
                }
            }
        }
    }

    @Test
    void every_two_neighbours_that_changed_places_are_found() {
        for (var i = 0; i < TRIES; i++) {
            var number = drawn().value();
            for (var at = 0; at + 1 < CaseNumber.LENGTH; at++) {
                if (number.charAt(at) != number.charAt(at + 1)) {
                    var wrong = number.substring(0, at)
                            + number.charAt(at + 1)
                            + number.charAt(at)
                            + number.substring(at + 2);
                    assertEquals(Optional.empty(), CaseNumber.read(wrong));
                }
            }
        }
    }

    @Test
    void it_is_read_as_people_type_it() {
        var number = CaseNumber.of("48271930556");
        assertEquals("4827 1930 556" + number.value().charAt(11), number.spoken());
        var fullWidth = new StringBuilder();
        number.value().chars().forEach(c -> fullWidth.appendCodePoint(c + 0xFEE0));
        for (var typed : new String[] {
            number.value(),
            number.spoken(),
            " " + number.spoken().replace(' ', '-') + "\n",
            number.spoken().replace(' ', '　'),
            number.spoken().replace(" ", " – "),
            fullWidth.toString()
        }) {
            assertEquals(Optional.of(number), CaseNumber.read(typed), typed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "4827", "000000000000", "48271930556٣", "48271930556A", "482719305566482719305566", "-"})
    void what_is_no_number_reads_as_nothing(String typed) {
        assertEquals(Optional.empty(), CaseNumber.read(typed));
        assertEquals(Optional.empty(), CaseNumber.read(typed.repeat(1_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890", "01234567890", "1234567890x", "123456789012"})
    void only_eleven_digits_make_one(String digits) {
        assertThrows(IllegalArgumentException.class, () -> CaseNumber.of(digits));
    }

    private CaseNumber drawn() {
        return CaseNumber.of(Long.toString(random.nextLong(10_000_000_000L, 100_000_000_000L)));
    }

    /** The same, from the definition: the table of Damm's thesis, row by row. */
    private static String damm(String digits) {
        int[][] table = {
            {0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3}, {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
            {1, 7, 5, 0, 9, 8, 3, 4, 2, 6}, {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
            {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7}, {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
            {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
        };
        var row = 0;
        for (var c : digits.toCharArray()) {
            row = table[row][c - '0'];
        }
        return Integer.toString(row);
    }
}

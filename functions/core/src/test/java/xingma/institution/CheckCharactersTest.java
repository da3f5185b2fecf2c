package xingma.institution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class CheckCharactersTest {
    private static final int TRIES = 200;
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Random random = new Random(20261121);

    @ParameterizedTest
    @CsvSource({"91350100M000100Y4, 3", "91330102MA2000297, 0"})
    void the_eighteenth_character_is_the_one_of_the_standard(String first17, char check) {
        assertEquals(check, CreditCode.checkCharacter(first17));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "914403001922038216", "9144030071526726XG", "91110000802100433B", "91330100799655058B", "92330102XXXX00019K",
        "92330102XXXX00027E", "92330106XXXX000353", "92320706XXXX00043Q", "92320703XXXX000518"
    })
    void a_true_credit_code_is_taken(String code) {
        assertEquals(code.substring(8, 17), new CreditCode(code).organisation());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91440300192203821", "9144030019220382166", "91440300192203821I", "9144O3001922038216"})
    void what_is_no_credit_code_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new CreditCode(text));
    }

    @Test
    void every_single_wrong_character_of_a_credit_code_is_found() {
        for (var n = 0; n < TRIES; n++) {
            assertNoSingleErrorPasses(creditCode(), CreditCode.ALPHABET, CheckCharactersTest::isCreditCode);
        }
    }

    /** Weights 3^(i-1) are distinct; only the first and the check character weigh the same. */
    @Test
    void any_two_characters_of_a_credit_code_that_changed_places_are_found_but_the_first_and_last() {
        for (var n = 0; n < TRIES; n++) {
            assertNoSwapPasses(
                    creditCode(), (a, b) -> a == 0 && b == CreditCode.LENGTH - 1, CheckCharactersTest::isCreditCode);
        }
    }

    @Test
    void a_placard_code_finds_every_single_error_and_every_two_that_changed_places() {
        Predicate<String> isCode = text -> PlacardCode.read(text).isPresent();
        for (var n = 0; n < TRIES; n++) {
            var code = PlacardCode.of(drawn(PlacardCode.ALPHABET, 11)).value();
            assertNoSingleErrorPasses(code, PlacardCode.ALPHABET, isCode);
            assertNoSwapPasses(code, (a, b) -> false, isCode);
        }
    }

    @Test
    void a_placard_code_is_read_as_people_type_it() {
        for (var n = 0; n < TRIES; n++) {
            var code = PlacardCode.of(drawn(PlacardCode.ALPHABET, 11));
            assertEquals(Optional.of(code), PlacardCode.read(code.spoken()));
            assertEquals(Optional.of(code), PlacardCode.read(" " + code.spoken().toLowerCase(Locale.ROOT).replace('-', ' ')));
            assertEquals(Optional.of(code), PlacardCode.read(fullWidth(code.value())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACDE", "OOOOOOOOOOOO", "ACDE-FGHJ-KMN0", "ACDEFGHJKMNPQRTWXY34679ACDEFGHJKMNPQRTWXY34679ACDE"})
    void what_is_no_placard_code_reads_as_nothing(String typed) {
        assertEquals(Optional.empty(), PlacardCode.read(typed));
    }

    @Test
    void a_registration_number_says_what_stands_in_it() {
        var number = new RegistrationNumber("XXXX0001933010217D1542");
        assertEquals("XXXX00019", number.organisation());
        assertEquals("330102", number.region());
        assertEquals("D154", number.category());
        assertTrue(number.hasTrueOrganisationCode());
    }

    @ParameterizedTest
    @CsvSource({"M000100Y4, true", "71526726X, true", "M000100Y5, false", "715267260, false"})
    void an_organisation_code_bears_its_check_character(String organisation, boolean isTrue) {
        assertEquals(isTrue, new RegistrationNumber(organisation + "33010217D1542").hasTrueOrganisationCode());
    }

    /** Letters eleven apart weigh the same mod 11, so the standard promises this for digits alone. */
    @Test
    void every_wrong_digit_of_an_organisation_code_and_every_two_that_changed_places_are_found() {
        Predicate<String> isTrue = nine -> new RegistrationNumber(nine + "33010217D1542").hasTrueOrganisationCode();
        for (var n = 0; n < TRIES; n++) {
            var first8 = drawn(DIGITS, 8);
            var code = DIGITS.concat("X").chars()
                    .mapToObj(c -> first8 + (char) c)
                    .filter(isTrue)
                    .findFirst()
                    .orElseThrow();
            for (var at = 0; at < 8; at++) {
                for (var other : DIGITS.toCharArray()) {
                    assertEquals(other == code.charAt(at), isTrue.test(with(code, at, other)), code);
                }
            }
            assertNoSwapPasses(code, (a, b) -> b == 8 && code.charAt(8) == 'X', isTrue);
        }
    }

    @Test
    void a_registration_number_of_another_shape_is_refused() {
        var number = "XXXX0001933010217D1542";
        for (var wrong : new String[] {number.substring(1), number + "2", number.toLowerCase(Locale.ROOT), with(number, 21, '3')}) {
            assertThrows(IllegalArgumentException.class, () -> new RegistrationNumber(wrong), wrong);
        }
        for (var at = 9; at < 17; at++) {
            var wrong = with(number, at, LETTERS.charAt(random.nextInt(LETTERS.length())));
            assertThrows(IllegalArgumentException.class, () -> new RegistrationNumber(wrong), wrong);
        }
    }

    @Test
    void every_remainder_has_a_character_so_that_no_code_is_without_one() {
        var seen = new HashSet<Character>();
        for (var n = 0; n < 20 * TRIES; n++) {
            seen.add(CreditCode.checkCharacter(drawn(CreditCode.ALPHABET, 17)));
        }
        assertEquals(CreditCode.ALPHABET.length(), seen.size());
    }

    private String creditCode() {
        var first17 = drawn(CreditCode.ALPHABET, 17);
        return first17 + CreditCode.checkCharacter(first17);
    }

    private String drawn(String alphabet, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                .reduce("", String::concat);
    }

    private static boolean isCreditCode(String text) {
        try {
            return new CreditCode(text).value().equals(text);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static void assertNoSingleErrorPasses(String code, String alphabet, Predicate<String> passes) {
        assertTrue(passes.test(code), code);
        for (var at = 0; at < code.length(); at++) {
            for (var other : alphabet.toCharArray()) {
                assertEquals(other == code.charAt(at), passes.test(with(code, at, other)), code + " at " + at);
            }
        }
    }

    private static void assertNoSwapPasses(String code, Exempt exempt, Predicate<String> passes) {
        assertTrue(passes.test(code), code);
        for (var a = 0; a < code.length(); a++) {
            for (var b = a + 1; b < code.length(); b++) {
                if (code.charAt(a) != code.charAt(b) && !exempt.pair(a, b)) {
                    var swapped = with(with(code, a, code.charAt(b)), b, code.charAt(a));
                    assertFalse(passes.test(swapped), code + " with " + a + " and " + b + " changed");
                }
            }
        }
    }

    private static String with(String code, int at, char other) {
        return code.substring(0, at) + other + code.substring(at + 1);
    }

    private static String fullWidth(String text) {
        return text.chars().mapToObj(c -> String.valueOf((char) (c + 0xFEE0))).reduce("", String::concat);
    }

    @FunctionalInterface
    private interface Exempt {
        boolean pair(int a, int b);
    }
}

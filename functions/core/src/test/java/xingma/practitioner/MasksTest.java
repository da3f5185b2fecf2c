package xingma.practitioner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MasksTest {
    private static final int TRIES = 300;

    private final Random random = new Random(20261121);

    @ParameterizedTest
    @ValueSource(strings = {"34052419800101001X", "330102199001010012"})
    void a_true_identity_number_is_known(String number) {
        assertTrue(IdentityNumber.is(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "340524198001010010", "330102199002300012", "33010219900101001", "3301021990010100122", "33010219900101001x", "",
        "030102199001010012", "330102199013010012", "330102000000000012"
    })
    void what_is_none_is_not(String text) {
        assertFalse(IdentityNumber.is(text));
    }

    @Test
    void every_wrong_digit_and_every_two_neighbours_that_changed_places_are_found() {
        for (var n = 0; n < TRIES; n++) {
            var number = identityNumber();
            assertTrue(IdentityNumber.is(number), number);
            for (var at = 0; at < 17; at++) {
                for (var other = '0'; other <= '9'; other++) {
                    assertEquals(other == number.charAt(at), IdentityNumber.is(with(number, at, other)), number);
                }
                var left = number.charAt(at);
                var right = number.charAt(at + 1);
                if (left != right) {
                    assertFalse(IdentityNumber.is(with(with(number, at, right), at + 1, left)), number);
                }
            }
        }
    }

    @Test
    void a_masked_identity_number_tells_the_province_and_nothing_else() {
        assertEquals("33" + "*".repeat(16), IdentityNumber.mask("330102199001010012"));
    }

    @Test
    void the_kept_form_of_a_qualification_code_never_holds_the_identity_number() {
        assertEquals(
                "201533110" + "*".repeat(18), QualificationCode.read("201533110330102199001010012").orElseThrow().masked());
        for (var n = 0; n < TRIES; n++) {
            var number = identityNumber();
            var kept = QualificationCode.read("201533110" + number).orElseThrow();
            for (var from = 0; from + 4 <= number.length(); from++) {
                assertFalse(kept.toString().substring(9).contains(number.substring(from, from + 4)));
            }
            assertEquals(kept, QualificationCode.read(kept.masked()).orElseThrow(), "masking twice is masking once");
            assertEquals(kept, QualificationCode.read("201533110").orElseThrow());
        }
    }

    @Test
    void a_whole_code_cannot_be_made_into_a_kept_one_unmasked() {
        assertThrows(IllegalArgumentException.class, () -> new QualificationCode("201533110330102199001010012"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"201533110330102199002300012", "2015331103301021990010100", "20153311", "abc", "301533110"})
    void what_is_no_qualification_code_reads_as_nothing(String text) {
        assertTrue(QualificationCode.read(text).isEmpty());
    }

    private String identityNumber() {
        var born = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
        var first17 = "%06d%s%03d".formatted(
                110_000 + random.nextInt(500_000), DateTimeFormatter.BASIC_ISO_DATE.format(born), random.nextInt(1_000));
        return first17 + IdentityNumber.checkCharacter(first17);
    }

    private static String with(String number, int at, char other) {
        return number.substring(0, at) + other + number.substring(at + 1);
    }
}

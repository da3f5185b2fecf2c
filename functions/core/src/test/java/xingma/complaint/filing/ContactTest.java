package xingma.complaint.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.complaint.seal.KnownSecrets;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ContactTest {
    @ParameterizedTest
    @CsvSource({
        "13812345678, 13812345678, 138****5678",
        "138 1234 5678, 13812345678, 138****5678",
        "138-1234-5678, 13812345678, 138****5678",
        "１３８１２３４５６７８, 13812345678, 138****5678",
        "+86 138 1234 5678, 13812345678, 138****5678",
        "８６13812345678, 13812345678, 138****5678",
        "0086-13812345678, 13812345678, 138****5678",
        "19912345678, 19912345678, 199****5678",
        "010-68227123, 010-68227123, 010-****7123",
        "(0571) 8765-4321, 0571-87654321, 0571-****4321",
        "（0571）87654321, 0571-87654321, 0571-****4321",
        "057187654321, 0571-87654321, 0571-****4321",
        "0571—8765432, 0571-8765432, 0571-***5432",
        "0571-87654321-802, 0571-87654321-802, 0571-****4321",
        "0571-87654321转802, 0571-87654321-802, 0571-****4321",
        "0571 87654321 ext. 802, 0571-87654321-802, 0571-****4321",
        "+86 571 8765 4321, 0571-87654321, 0571-****4321",
        "+86 (0)571 8765 4321, 0571-87654321, 0571-****4321",
        "400-820-8820, 4008208820, 400***8820",
        "68227123, 68227123, ******23",
        "+852 2345 6789, +85223456789, +85*****6789",
        "00852 2345 6789, +85223456789, +85*****6789",
        "+1 (415) 555-0132, +14155550132, +14*****0132",
        "+6851234, +6851234, ******34"
    })
    void a_number_is_made_plain_and_can_be_masked(String typed, String phone, String masked) {
        assertEquals(Optional.of(phone), Contact.phone(typed));
        assertEquals(Optional.of(phone), Contact.phone(phone));
        assertEquals(masked, new Contact(phone, Optional.empty()).masked());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "-", "12345", "120", "1381234567", "138123456789", "12812345678", "٠١٣٨١٢٣٤٥٦٧٨", "138١2345678",
        "+861281234567890123", "+86", "+", "++8613812345678", "王女士", "13812345678;DROP", "=13812345678", "0-", "010-1"
    })
    void what_is_no_number_is_refused(String typed) {
        assertEquals(Optional.empty(), Contact.phone(typed));
        assertEquals(Optional.empty(), Contact.phone(typed.repeat(500)));
        assertThrows(IllegalArgumentException.class, () -> new Contact(typed, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8613812345678", "138 1234 5678", "057187654321", "13812345678\n"})
    void only_the_plain_form_is_kept(String phone) {
        assertThrows(IllegalArgumentException.class, () -> new Contact(phone, Optional.empty()));
    }

    @Test
    void a_name_is_made_plain() {
        assertEquals(Optional.of("李 女士"), Contact.name(" \t李\u3000 女士\u200b\u202e\n"));
        assertEquals(Optional.of("阿依古丽·买买提"), Contact.name("阿依古丽·买买提"));
        assertEquals(Optional.of("é"), Contact.name("e\u0301"));
        assertEquals(Optional.empty(), Contact.name("\u202e\u200b \ufeff"));
        assertEquals(Optional.of("𠮷".repeat(50)), Contact.name("𠮷".repeat(50)));
        assertEquals(Optional.empty(), Contact.name("𠮷".repeat(51)));
        assertEquals(Optional.empty(), Contact.name("𠮷".repeat(5_000)));
        assertThrows(IllegalArgumentException.class, () -> new Contact("13812345678", Optional.of("李\n女士")));
        assertThrows(IllegalArgumentException.class, () -> new Contact("13812345678", Optional.of("")));
    }

    @Test
    void any_text_makes_a_name_that_may_be_kept_or_none() {
        var random = new Random(20261122);
        for (var i = 0; i < 20_000; i++) {
            var typed = new StringBuilder();
            for (var n = random.nextInt(12); n >= 0; n--) {
                typed.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x3000));
            }
            Contact.name(typed.toString()).ifPresent(name -> new Contact("13812345678", Optional.of(name)));
        }
    }

    @Test
    void the_inside_of_the_envelope_is_read_again() {
        for (var contact : new Contact[] {
            new Contact("13812345678", Optional.empty()), new Contact("0571-87654321-802", Optional.of("李女士"))
        }) {
            assertEquals(contact, Contact.of(contact.text()));
        }
    }

    @Test
    void the_same_number_has_the_same_mark_whoever_answers_it() {
        var secrets = new KnownSecrets();
        var mark = new Contact("13812345678", Optional.empty()).mark(secrets);
        assertEquals(mark, new Contact(Contact.phone("+86 138 1234 5678").orElseThrow(), Optional.of("李")).mark(secrets));
        assertNotEquals(mark, new Contact("13812345679", Optional.empty()).mark(secrets));
        assertNotEquals(mark, new Contact("13812345678", Optional.empty()).mark(secrets.at(2)));
        assertFalse(mark.contains("1381234"));
    }

    @Test
    void it_tells_nothing_when_printed() {
        var printed = Optional.of(new Contact("13812345678", Optional.of("李女士"))).toString();
        assertFalse(printed.contains("138") || printed.contains("5678") || printed.contains("李"));
    }
}

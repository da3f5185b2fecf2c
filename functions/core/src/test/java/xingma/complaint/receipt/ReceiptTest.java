package xingma.complaint.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.receipt.Receipt.Lock;
import xingma.complaint.seal.KnownSecrets;
import xingma.complaint.seal.Secrets;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ReceiptTest {
    private static final Secrets SECRETS = new KnownSecrets();
    private static final byte[] SALT = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3};

    private final Receipt receipt = Receipt.drawn(SECRETS, "0193-key", 0);

    @Test
    void the_same_key_draws_the_same_receipt() {
        assertEquals(receipt, Receipt.drawn(new KnownSecrets(), "0193-key", 0));
    }

    @Test
    void another_key_attempt_or_bureau_draws_another() {
        assertNotEquals(receipt, Receipt.drawn(SECRETS, "0193-kez", 0));
        assertNotEquals(receipt.number(), Receipt.drawn(SECRETS, "0193-key", 1).number());
        assertNotEquals(receipt.secret(), Receipt.drawn(SECRETS, "0193-key", 1).secret());
        assertNotEquals(receipt, Receipt.drawn(SECRETS.at(2), "0193-key", 0));
        assertNotEquals(Receipt.drawn(SECRETS, "1:a", 1), Receipt.drawn(SECRETS, "a", 11));
    }

    @Test
    void secrets_are_spread_over_the_whole_alphabet_at_every_place() {
        var seen = IntStream.range(0, Receipt.LENGTH).mapToObj(i -> new HashSet<Character>()).toList();
        var all = new HashSet<Receipt>();
        for (var i = 0; i < 2_000; i++) {
            var drawn = Receipt.drawn(SECRETS, "key-" + i, 0);
            all.add(drawn);
            for (var at = 0; at < Receipt.LENGTH; at++) {
                seen.get(at).add(drawn.secret().charAt(at));
            }
        }
        assertEquals(2_000, all.size());
        seen.forEach(signs -> assertEquals(32, signs.size()));
    }

    @Test
    void every_single_wrong_sign_is_found() {
        for (var i = 0; i < 100; i++) {
            var right = Receipt.drawn(SECRETS, "key-" + i, 0);
            for (var at = 0; at < Receipt.LENGTH; at++) {
                for (var sign : Receipt.ALPHABET.toCharArray()) {
                    var secret = right.secret().substring(0, at) + sign + right.secret().substring(at + 1);
                    assertEquals(
                            sign == right.secret().charAt(at),
                            Receipt.read(right.number().value(), secret).isPresent());
                }
            }
        }
    }

    @Test
    void any_two_signs_that_changed_places_are_found() {
        for (var i = 0; i < 100; i++) {
            var right = Receipt.drawn(SECRETS, "key-" + i, 0);
            for (var a = 0; a < Receipt.LENGTH; a++) {
                for (var b = a + 1; b < Receipt.LENGTH; b++) {
                    var signs = right.secret().toCharArray();
                    var swapped = signs[a];
                    signs[a] = signs[b];
                    signs[b] = swapped;
                    assertEquals(
                            signs[a] == signs[b],
                            Receipt.read(right.number().value(), new String(signs)).isPresent());
                }
            }
        }
    }

    @Test
    void it_is_read_as_people_type_it() {
        var mistakable = IntStream.range(0, 1_000)
                .mapToObj(i -> Receipt.drawn(SECRETS, "key-" + i, 0))
                .filter(r -> r.secret().contains("0") && r.secret().contains("1"))
                .findFirst()
                .orElseThrow();
        for (var typed : new String[] {
            mistakable.secret(),
            mistakable.spokenSecret(),
            mistakable.spokenSecret().toLowerCase(Locale.ROOT).replace('-', ' '),
            mistakable.secret().replace('0', 'o').replace('1', 'l'),
            mistakable.secret().replace('0', 'O').replace('1', 'I')
        }) {
            assertEquals(Optional.of(mistakable), Receipt.read(mistakable.number().spoken(), typed), typed);
        }
        assertEquals(Optional.empty(), Receipt.read(mistakable.number().value(), ""));
        assertEquals(Optional.empty(), Receipt.read("", mistakable.secret()));
        assertEquals(Optional.empty(), Receipt.read(mistakable.number().value(), "U".repeat(13)));
    }

    @Test
    void the_lock_opens_for_its_own_receipt_alone() {
        var lock = receipt.lock(SALT);
        assertTrue(lock.opens(receipt));
        assertTrue(new Lock(lock.salt(), lock.rounds(), lock.hash()).opens(receipt));
        var other = Receipt.drawn(SECRETS, "another", 0);
        assertFalse(lock.opens(other));
        assertFalse(lock.opens(new Receipt(receipt.number(), other.secret())));
        assertFalse(lock.opens(new Receipt(other.number(), receipt.secret())));
        assertFalse(Lock.NOBODYS.opens(receipt));
    }

    @Test
    void each_case_has_its_own_lock() {
        var salt = Arrays.copyOf(SALT, SALT.length);
        salt[0]++;
        assertNotEquals(receipt.lock(SALT), receipt.lock(salt));
        assertThrows(IllegalArgumentException.class, () -> receipt.lock(new byte[15]));
    }

    @Test
    void nobodys_lock_has_the_rounds_of_any_new_one() {
        assertEquals(receipt.lock(SALT).rounds(), Lock.NOBODYS.rounds());
    }

    @Test
    void it_tells_nothing_when_printed() {
        var printed = receipt + " " + receipt.lock(SALT) + " " + Optional.of(receipt);
        assertFalse(printed.contains(receipt.secret()));
        assertFalse(printed.contains(receipt.lock(SALT).hash()));
        assertFalse(printed.contains(receipt.lock(SALT).salt()));
    }
}

package xingma.complaint.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.number.Typed;
import xingma.complaint.seal.Secrets;

/**
 * What a complainant holds (回执): the case's number and the secret that opens its status page. The secret has sixty
 * random bits in twelve characters (Crockford's base 32) and a check character, and is never stored, only its
 * {@link Lock}.
 *
 * <p>Sixty bits: somebody who asks the status page a hundred times a second for a year, with 20,000 complaints open, has
 * a chance of one in twenty thousand to open any. {@link Tries} leaves far fewer attempts than that.
 */
public record Receipt(CaseNumber number, String secret) {
    /** Crockford's base 32: no I, L, O, U. */
    public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static final int LENGTH = 13;

    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final int BITS_PER_SIGN = 5;

    /** x⁵ + x² + 1: of the field of 32 elements, x is a generator. */
    private static final int POLYNOMIAL = 0b100101;

    private static final long NUMBERS = 90_000_000_000L;
    private static final long FIRST_NUMBER = 10_000_000_000L;

    public Receipt {
        requireNonNull(number, "number");
        if (!SHAPE.matcher(secret).matches() || sum(secret) != 0) {
            throw new IllegalArgumentException("not a receipt's secret");
        }
    }

    /**
     * The receipt that belongs to a submission: the same key draws the same one, days later and by any process, though
     * nobody kept it.
     *
     * @param attempt 0, and one more as long as the number drawn belongs to another case
     */
    public static Receipt drawn(Secrets secrets, String idempotencyKey, int attempt) {
        var drawn = ByteBuffer.wrap(
                secrets.mac(Secrets.Purpose.RECEIPT, (attempt + ":" + idempotencyKey).getBytes(UTF_8)));
        var number = FIRST_NUMBER + Long.remainderUnsigned(drawn.getLong(), NUMBERS);
        return new Receipt(CaseNumber.of(Long.toString(number)), secret(drawn.getLong()));
    }

    /** What a person typed, with or without groups and capitals; O is read as 0, I and L as 1. */
    public static Optional<Receipt> read(String number, String secret) {
        return CaseNumber.read(number).flatMap(n -> Typed.bare(secret, LENGTH)
                .map(bare -> bare.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1'))
                .filter(bare -> SHAPE.matcher(bare).matches() && sum(bare) == 0)
                .map(bare -> new Receipt(n, bare)));
    }

    /** In groups, as printed and read aloud. */
    public String spokenSecret() {
        return secret.substring(0, 4) + '-' + secret.substring(4, 8) + '-' + secret.substring(8);
    }

    /** @param salt at least sixteen random bytes of this case's own */
    public Lock lock(byte[] salt) {
        return new Lock(text(salt), Lock.ROUNDS, text(Lock.hash(this, salt, Lock.ROUNDS)));
    }

    private static String secret(long bits) {
        var signs = new StringBuilder();
        for (var i = 0; i < LENGTH - 1; i++) {
            signs.append(ALPHABET.charAt((int) (bits >>> Long.SIZE - BITS_PER_SIGN * (i + 1)) & 31));
        }
        return signs.append(ALPHABET.charAt(timesX(sum(signs)))).toString();
    }

    /**
     * Each sign times a different power of x, added up. All powers differ, so that every single wrong sign and every two
     * that changed places are found.
     */
    private static int sum(CharSequence signs) {
        var sum = 0;
        for (var i = 0; i < signs.length(); i++) {
            sum = timesX(sum) ^ ALPHABET.indexOf(signs.charAt(i));
        }
        return sum;
    }

    private static int timesX(int element) {
        var shifted = element << 1;
        return shifted < ALPHABET.length() ? shifted : shifted ^ POLYNOMIAL;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Receipt[" + number + "]";
    }

    /**
     * What is stored of a receipt (PBKDF2 with HMAC-SHA256, RFC 8018): enough to know the right one, not to make it.
     *
     * <p>The rounds follow from the bits. Sixty random bits take 2⁵⁹ guesses on average. A large graphics card of 2026
     * makes some 10¹⁰ rounds a second, which is 2.5 million guesses at 4,000 rounds: about 7,000 years of one card for
     * one receipt, and each receipt has a salt of its own. A person's password, with perhaps 30 bits, would want the
     * 600,000 rounds that OWASP asks for; here they would buy nothing and cost a seventh of a second at every look.
     * Measured: 4,000 rounds take 1 ms, and 80 ms in a process that does it for the first time, so that a function
     * tries {@link #NOBODYS} once before its snapshot.
     */
    public record Lock(String salt, int rounds, String hash) {
        public static final int ROUNDS = 4_000;

        /**
         * Tried where a number is nobody's, so that the answer takes as long. No secret opens it: a hash is not known
         * to be all zeros.
         */
        public static final Lock NOBODYS = new Lock("A".repeat(22), ROUNDS, "A".repeat(43));

        private static final int HASH_BYTES = 32;
        private static final int SALT_BYTES = 16;
        private static final int MOST_ROUNDS = 1_000_000;

        public Lock {
            if (rounds < 1 || rounds > MOST_ROUNDS) {
                throw new IllegalArgumentException("rounds out of bounds");
            }
            if (bytes(salt).length < SALT_BYTES || bytes(hash).length != HASH_BYTES) {
                throw new IllegalArgumentException("a salt or a hash of a wrong length");
            }
        }

        /** Takes as long whether it opens or not. */
        public boolean opens(Receipt receipt) {
            return MessageDigest.isEqual(bytes(hash), hash(receipt, bytes(salt), rounds));
        }

        private static byte[] bytes(String text) {
            return Base64.getUrlDecoder().decode(text);
        }

        private static byte[] hash(Receipt receipt, byte[] salt, int rounds) {
            var secret = (receipt.number + ":" + receipt.secret).toCharArray();
            var key = new PBEKeySpec(secret, salt, rounds, HASH_BYTES * Byte.SIZE);
            Arrays.fill(secret, ' ');
            try {
                return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(key)
                        .getEncoded();
            } catch (GeneralSecurityException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            } finally {
                key.clearPassword();
            }
        }

        @Override
        public String toString() {
            return "Lock";
        }
    }
}

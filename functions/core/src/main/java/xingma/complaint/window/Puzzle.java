package xingma.complaint.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import xingma.complaint.seal.Secrets;

/**
 * Work that a device does before it may file while very much is being filed (工作量证明): a number is sought whose hash
 * with the puzzle begins with so many zero bits. Nobody is refused by it: who runs no script sends the same puzzle
 * unsolved once {@link #WAIT} is over (等候券). Nothing is stored; a puzzle is signed, ends, and belongs to one
 * submission by its idempotency key, which is why it need not be kept from being used twice.
 *
 * <p>Plain JavaScript that hashes the puzzle's first 64 bytes once made 1.2 million attempts a second on a server's core;
 * a cheap phone of 2020 does a tenth of that, some 100,000. The number sought is found after 2<sup>bits</sup> attempts
 * on average: at {@link #LEAST_BITS} a third of a second, and in nineteen cases of twenty (three times the average)
 * within one. Under a flood each doubling of it costs one bit more, up to {@link #MOST_BITS}: some three seconds, which
 * for the one who floods are three seconds each. Whoever floods by waiting instead is only slowed: past this the
 * gateway's limit, and the signals on the desk, do their part.
 *
 * @param until after this it is worth nothing, and the form fetches another
 */
public record Puzzle(int bits, Instant from, Instant until, String signature) {
    public static final int LEAST_BITS = 15;
    public static final int MOST_BITS = 18;

    /** How long who does not solve it waits instead. */
    public static final Duration WAIT = Duration.ofSeconds(15);

    /** A form may lie open for an afternoon. */
    public static final Duration VALID = Duration.ofHours(4);

    /** Filings in a minute that are nothing special: a city of 1,700 premises sees as many in a busy hour. */
    public static final int CALM = 20;

    /** The same at one placard. */
    public static final int CALM_AT_PLACARD = 5;

    private static final Pattern TEXT =
            Pattern.compile("p1\\.([0-9]{1,2})\\.([0-9]{10})\\.([0-9]{10})\\.([A-Za-z0-9_-]{43})");
    private static final Pattern ANSWER = Pattern.compile("[0-9]{1,15}");

    /** What came of a puzzle that was sent back. */
    public enum Check {
        SOLVED,
        /** Not solved, but waited for. */
        WAITED,
        /** Neither solved nor waited for. */
        TOO_EARLY,
        /** Its time is over: another one is needed. */
        OVER,
        /** Not ours, or another submission's. */
        FOREIGN
    }

    public Puzzle {
        if (bits < 0 || bits > MOST_BITS || until.isBefore(from)) {
            throw new IllegalArgumentException("not a puzzle");
        }
    }

    /**
     * How hard the puzzle is, from what was filed in the last minute as this process saw it; 0 is none at all.
     *
     * @param inAll by anybody
     * @param atPlacard about one and the same institution
     */
    public static int bits(int inAll, int atPlacard) {
        var times = Math.max((double) inAll / CALM, (double) atPlacard / CALM_AT_PLACARD);
        if (times < 1) {
            return 0;
        }
        return Math.min(LEAST_BITS + Math.getExponent(times), MOST_BITS);
    }

    public static Puzzle posed(Secrets secrets, String idempotencyKey, int bits, Instant at) {
        var from = Instant.ofEpochSecond(at.plus(WAIT).getEpochSecond());
        var until = Instant.ofEpochSecond(at.plus(VALID).getEpochSecond());
        return new Puzzle(bits, from, until, sign(secrets, idempotencyKey, bits, from, until));
    }

    public static Optional<Puzzle> read(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches() || Integer.parseInt(match.group(1)) > MOST_BITS) {
            return Optional.empty();
        }
        var from = Instant.ofEpochSecond(Long.parseLong(match.group(2)));
        var until = Instant.ofEpochSecond(Long.parseLong(match.group(3)));
        return until.isBefore(from)
                ? Optional.empty()
                : Optional.of(new Puzzle(Integer.parseInt(match.group(1)), from, until, match.group(4)));
    }

    /** As it stands in the form, comes back with it, and is hashed. */
    public String text() {
        return "p1." + bits + '.' + from.getEpochSecond() + '.' + until.getEpochSecond() + '.' + signature;
    }

    /** @param answer what the device found; empty if it did not seek */
    public Check check(Secrets secrets, String idempotencyKey, String answer, Instant at) {
        var ours = sign(secrets, idempotencyKey, bits, from, until);
        if (!MessageDigest.isEqual(ours.getBytes(UTF_8), signature.getBytes(UTF_8))) {
            return Check.FOREIGN;
        }
        if (at.isAfter(until)) {
            return Check.OVER;
        }
        if (isSolvedBy(answer)) {
            return Check.SOLVED;
        }
        return at.isBefore(from) ? Check.TOO_EARLY : Check.WAITED;
    }

    /** Whether SHA-256 of {@code <text>:<answer>} begins with enough zero bits. */
    public boolean isSolvedBy(String answer) {
        return ANSWER.matcher(answer).matches() && zeroBits(sha256(text() + ':' + answer)) >= bits;
    }

    private static String sign(Secrets secrets, String idempotencyKey, int bits, Instant from, Instant until) {
        var message = bits + "." + from.getEpochSecond() + '.' + until.getEpochSecond() + '.' + idempotencyKey;
        var mac = secrets.mac(Secrets.Purpose.PUZZLE, message.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static int zeroBits(byte[] hash) {
        var zeros = 0;
        for (var each : hash) {
            if (each != 0) {
                return zeros + Integer.numberOfLeadingZeros(each & 0xFF) - (Integer.SIZE - Byte.SIZE);
            }
            zeros += Byte.SIZE;
        }
        return zeros;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

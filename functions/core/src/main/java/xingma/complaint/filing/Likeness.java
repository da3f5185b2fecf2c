package xingma.complaint.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import xingma.complaint.seal.Secrets;

/**
 * By which texts that are alike find each other though nobody can read them (相似标记): MinHash (A. Broder, 1997) over every
 * three neighbouring characters, each hashed with a key of the bureau. Of {@value #MARKS} marks, two texts share about as
 * large a part as they share of their threes.
 *
 * @param text a key's version, a point, and {@value #MARKS} marks of four characters; empty once it was erased
 */
public record Likeness(String text) {
    public static final int MARKS = 32;

    /** Half of the marks: texts that somebody wrote anew, with the same sentences in them, share as many. */
    public static final double ALIKE = 0.5;

    private static final int MARK = 4;
    private static final Pattern FORM = Pattern.compile("(?:[0-9]{1,4}\\.[A-Za-z0-9_-]{" + MARKS * MARK + "})?");

    /** 已清除: of words whose time was over; alike to nothing. */
    public static final Likeness ERASED = new Likeness("");

    public Likeness {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not marks of likeness");
        }
    }

    public static Likeness of(String words, Secrets secrets) {
        var least = new long[MARKS];
        Arrays.fill(least, -1L);
        var seeds = seeds(secrets);
        for (var three : threes(words)) {
            var hash = ByteBuffer.wrap(secrets.mac(Secrets.Purpose.SIMILARITY, three.getBytes(UTF_8))).getLong();
            for (var i = 0; i < MARKS; i++) {
                var mixed = mixed(hash ^ seeds[i]);
                if (Long.compareUnsigned(mixed, least[i]) < 0) {
                    least[i] = mixed;
                }
            }
        }
        var marks = ByteBuffer.allocate(MARKS * 3);
        for (var each : least) {
            marks.put((byte) (each >>> 16)).put((byte) (each >>> 8)).put((byte) each);
        }
        return new Likeness(secrets.version() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(marks.array()));
    }

    /** How much two texts share, from 0 to 1; 0 where one is erased or was marked with another key. */
    public double with(Likeness other) {
        var start = text.indexOf('.') + 1;
        if (start == 0 || !other.text.startsWith(text.substring(0, start))) {
            return 0;
        }
        var shared = 0;
        for (var i = start; i < text.length(); i += MARK) {
            shared += text.regionMatches(i, other.text, i, MARK) ? 1 : 0;
        }
        return (double) shared / MARKS;
    }

    /** Every three neighbours of the letters and digits, whatever stands between them; what is shorter is one piece. */
    private static Set<String> threes(String words) {
        var signs = words.codePoints().filter(Character::isLetterOrDigit).map(Character::toLowerCase).toArray();
        var threes = new HashSet<String>();
        for (var i = 0; i + 3 <= signs.length; i++) {
            threes.add(new String(signs, i, 3));
        }
        return threes.isEmpty() ? Set.of(new String(signs, 0, signs.length)) : threes;
    }

    private static long[] seeds(Secrets secrets) {
        var seeds = new long[MARKS];
        for (var i = 0; i < MARKS; i++) {
            // Longer than any three, so that no text meets a seed.
            var seed = "which of the marks: " + i;
            seeds[i] = ByteBuffer.wrap(secrets.mac(Secrets.Purpose.SIMILARITY, seed.getBytes(UTF_8))).getLong();
        }
        return seeds;
    }

    /** The finisher of SplitMix64 (G. Steele et al., 2014): every bit of what comes out hangs on every bit that goes in. */
    private static long mixed(long bits) {
        var a = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        var b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }
}

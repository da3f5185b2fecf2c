package xingma.complaint.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A closed envelope (封存): text that only {@link Seals} can read, together with its wrapped key; or what is left of one
 * after its time, which is nothing.
 *
 * @param box a version and fields in base64url, with points between: may stand in JSON, in an item or in a log
 */
public record Sealed(String box) {
    /** For the longest text that is sealed, {@link Seals#LONGEST}, with its key. */
    public static final int LONGEST = 34_000;

    /** 已清除: the text's time was over. */
    public static final Sealed ERASED = new Sealed("erased");

    public Sealed {
        if (box.isEmpty() || box.length() > LONGEST || !box.chars().allMatch(Sealed::mayStand)) {
            throw new IllegalArgumentException("not a sealed text");
        }
    }

    public boolean isErased() {
        return equals(ERASED);
    }

    /** What the audit trail keeps of it (SHA-256, hexadecimal): says which envelope it was and nothing of what is in it. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(box.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static boolean mayStand(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    @Override
    public String toString() {
        return isErased() ? "Sealed[erased]" : "Sealed";
    }
}

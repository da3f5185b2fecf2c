package xingma.audit;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of the trail (审计记录): what was done to a subject, by whom and when, and the hash of the line before it.
 * Nobody's words and no contact stand in it, at most the digest of a sealed envelope; so it never needs to be erased.
 *
 * @param subject what the chain is about, such as {@code CASE 482719305568}
 * @param position 1 for the first line of a subject
 * @param by the actor in one word, as {@code xingma.complaint.Actor} writes it
 * @param what the kind of act
 * @param before the hash of the line before, or {@link #FIRST}
 */
public record Entry(
        String subject,
        int position,
        Instant at,
        String by,
        String what,
        SortedMap<String, String> facts,
        String before) {
    /** What the first line of a chain has before it. */
    public static final String FIRST = "0".repeat(64);

    public Entry {
        requireNonNull(at, "at");
        requireNonNull(before, "before");
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        if (subject.isBlank() || by.isBlank() || what.isBlank() || position < 1) {
            throw new IllegalArgumentException("a line of the trail says of what, by whom and what was done");
        }
    }

    /**
     * SHA-256 in lower-case hexadecimals over the line: subject, position, instant, actor, act, every fact in the order
     * of its name, and the hash before; each in UTF-8 after its length in bytes and a colon, so that no two lines that
     * differ are written alike.
     */
    public String hash() {
        var digest = sha256();
        part(digest, subject);
        part(digest, Integer.toString(position));
        part(digest, at.toString());
        part(digest, by);
        part(digest, what);
        part(digest, Integer.toString(facts.size()));
        facts.forEach((name, value) -> {
            part(digest, name);
            part(digest, value);
        });
        part(digest, before);
        return HexFormat.of().formatHex(digest.digest());
    }

    static void part(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

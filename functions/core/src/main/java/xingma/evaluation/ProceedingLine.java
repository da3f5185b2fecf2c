package xingma.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A proceeding as a plain line, for the store and the trail; {@link ProceedingLines} writes and reads them.
 *
 * @param facts what stands in the trail as it is
 * @param told words of people and whole sheets, of which the trail keeps the digest alone
 */
public record ProceedingLine(
        String id, String what, Instant at, String by, SortedMap<String, String> facts, SortedMap<String, String> told) {
    public ProceedingLine {
        requireNonNull(id, "id");
        requireNonNull(what, "what");
        requireNonNull(at, "at");
        requireNonNull(by, "by");
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    }

    public SortedMap<String, String> lasting() {
        var lasting = new TreeMap<>(facts);
        told.forEach((name, text) -> lasting.put(name + "Digest", digest(text)));
        return lasting;
    }

    /** Bytes of its texts, with a little for each name. */
    int weight() {
        return 160 + weight(facts) + weight(told);
    }

    private static int weight(SortedMap<String, String> texts) {
        return texts.entrySet().stream()
                .mapToInt(e -> 8 + e.getKey().length() + e.getValue().getBytes(UTF_8).length)
                .sum();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

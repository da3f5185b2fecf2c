package xingma.institution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The bureau's own name for one institution, which never changes though every fact about it may. It is derived from
 * the kind and number under which the institution first came into the register, so that importing it twice, or from
 * two desks at once, meets the same entry.
 */
public record InstitutionId(String value) implements Comparable<InstitutionId> {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{20}");

    public InstitutionId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an institution's id");
        }
    }

    public static InstitutionId firstRegisteredAs(String kind, String number) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((kind + '/' + number).getBytes(StandardCharsets.UTF_8));
            return new InstitutionId(HexFormat.of().formatHex(digest, 0, 10));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public int compareTo(InstitutionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

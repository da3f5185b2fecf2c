package xingma.complaint;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of the places that a case has for files, numbered from 1. The first file that comes through the cleaning keeps
 * the place; until then another may be sent.
 */
public record EvidencePlace(EvidenceFolder folder, int slot) {
    /** How many files a complainant may add to a case. */
    public static final int SLOTS = 3;

    /** The largest file that is taken, in bytes. */
    public static final int LARGEST = 8 * 1024 * 1024;

    private static final Pattern RAW = Pattern.compile("raw/([^/]{1,60})/([1-9])");

    public EvidencePlace {
        if (slot < 1 || slot > SLOTS) {
            throw new IllegalArgumentException("a case has no such place for a file");
        }
    }

    /** Where the file lies as it was sent, until it is cleaned. */
    public String rawKey() {
        return "raw/" + folder.id() + '/' + slot;
    }

    /** Where the cleaned file lies. */
    public String cleanKey() {
        return "clean/" + folder.id() + '/' + slot;
    }

    /** The place that a key of {@link #rawKey()} stands for. */
    public static Optional<EvidencePlace> ofRawKey(String key) {
        var form = RAW.matcher(key);
        if (!form.matches() || !EvidenceFolder.FORM.matcher(form.group(1)).matches()) {
            return Optional.empty();
        }
        var slot = form.group(2).charAt(0) - '0';
        return slot > SLOTS
                ? Optional.empty()
                : Optional.of(new EvidencePlace(new EvidenceFolder(form.group(1)), slot));
    }
}

package xingma.complaint.evidence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import xingma.attachment.Inspection;

/**
 * One of the places that a case has for files, numbered from 1. The first file that comes through the cleaning keeps
 * the place; until then another may be sent.
 */
public record EvidencePlace(EvidenceFolder folder, int slot) {
    /** How many files a complainant may add to a case. */
    public static final int SLOTS = 3;

    /** The largest file that is taken, in bytes. */
    public static final int LARGEST = Inspection.LARGEST;

    private static final Pattern RAW = Pattern.compile("raw/([^/]{1,40})/([1-" + SLOTS + "])");

    public EvidencePlace {
        if (slot < 1 || slot > SLOTS) {
            throw new IllegalArgumentException("a case has no such place for a file");
        }
    }

    public static List<EvidencePlace> all(EvidenceFolder folder) {
        return IntStream.rangeClosed(1, SLOTS).mapToObj(slot -> new EvidencePlace(folder, slot)).toList();
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
        return form.matches()
                ? EvidenceFolder.read(form.group(1)).map(f -> new EvidencePlace(f, Integer.parseInt(form.group(2))))
                : Optional.empty();
    }
}

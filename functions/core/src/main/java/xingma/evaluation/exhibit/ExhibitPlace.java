package xingma.evaluation.exhibit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;
import xingma.evaluation.EvaluationId;

/**
 * Where one file of a folder is sent to (上传位置).
 *
 * @param file the id that the sender gave to it, a UUID in lower case
 */
public record ExhibitPlace(ExhibitFolder.Id folder, String file) {
    private static final Pattern FILE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern RAW = Pattern.compile("raw/([0-9a-f]{20}-[1-9][0-9]{0,2})/([0-9a-f]{20})/([0-9a-f-]{36})");

    public ExhibitPlace {
        requireNonNull(folder, "folder");
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException("not the id of a file");
        }
    }

    /** Where the file lies as it was sent, until it is cleaned. */
    public String rawKey() {
        return "raw/" + folder + '/' + file;
    }

    /** The place that a key of {@link #rawKey()} stands for. */
    public static Optional<ExhibitPlace> ofRawKey(String key) {
        var form = RAW.matcher(key);
        try {
            return form.matches()
                    ? Optional.of(new ExhibitPlace(
                            new ExhibitFolder.Id(EvaluationId.of(form.group(1)), form.group(2)), form.group(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}

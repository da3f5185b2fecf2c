package xingma.complaint.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.regex.Pattern;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.seal.Secrets;
import xingma.complaint.seal.Secrets.Purpose;

/**
 * The name under which a case's files lie: its number, which is no secret, and a keyed mark of it (20 characters of
 * Crockford's base 32, 100 bits), so that who knows a number cannot name its files. The number in it leads a file back
 * to its case.
 */
public record EvidenceFolder(CaseNumber number, String mark) {
    private static final Pattern MARK = Pattern.compile("[" + Receipt.ALPHABET + "]{20}");
    private static final Pattern ID = Pattern.compile("([0-9]{12})-(\\w{20})");
    private static final int BITS_PER_SIGN = 5;

    /** The first key for ever: a folder must not move when the key changes. */
    private static final int KEY = 1;

    public EvidenceFolder {
        if (!MARK.matcher(mark).matches()) {
            throw new IllegalArgumentException("not the folder of a case");
        }
    }

    public static EvidenceFolder of(CaseNumber number, Secrets secrets) {
        var mac = secrets.at(KEY).mac(Purpose.TICKET, ("evidence:" + number).getBytes(US_ASCII));
        var mark = new StringBuilder();
        for (var bit = 0; bit < 20 * BITS_PER_SIGN; bit += BITS_PER_SIGN) {
            var two = (mac[bit / 8] & 0xFF) << 8 | mac[bit / 8 + 1] & 0xFF;
            mark.append(Receipt.ALPHABET.charAt(two >> 11 - bit % 8 & 31));
        }
        return new EvidenceFolder(number, mark.toString());
    }

    /** As in a key of the store. */
    public String id() {
        return number + "-" + mark;
    }

    /** The inverse of {@link #id}; empty for what is not the name of a folder. */
    public static Optional<EvidenceFolder> read(String id) {
        var form = ID.matcher(id);
        try {
            return form.matches()
                    ? Optional.of(new EvidenceFolder(new CaseNumber(form.group(1)), form.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}

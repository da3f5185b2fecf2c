package xingma.complaint;

import java.util.regex.Pattern;

/**
 * The name under which a case's files lie: its number, which is no secret, and 20 characters of a secret HMAC of it
 * (100 bits), so that who knows a number cannot name its files.
 */
public record EvidenceFolder(String id) {
    static final Pattern FORM = Pattern.compile("[0-9]{12}-[0-9a-hjkmnp-tv-z]{20}");

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int MARK = 20;

    public EvidenceFolder {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("not the folder of a case");
        }
    }

    /** @param mac a keyed hash of the case's number, of 13 bytes at least */
    public static EvidenceFolder of(String caseNumber, byte[] mac) {
        var id = new StringBuilder(caseNumber).append('-');
        for (var i = 0; i < MARK; i++) {
            var bit = i * 5;
            var two = (mac[bit / 8] & 0xff) << 8 | (bit / 8 + 1 < mac.length ? mac[bit / 8 + 1] & 0xff : 0);
            id.append(ALPHABET.charAt(two >> 11 - bit % 8 & 31));
        }
        return new EvidenceFolder(id.toString());
    }

    public String caseNumber() {
        return id.substring(0, 12);
    }
}

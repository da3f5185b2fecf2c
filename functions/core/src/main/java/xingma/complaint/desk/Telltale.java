package xingma.complaint.desk;

import java.util.regex.Pattern;
import xingma.registry.sheet.Correction;

/** Numbers by which a person could be known, where none should stand (可识别个人的号码). */
public final class Telltale {
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])");

    private Telltale() {}

    /** Whether words hold a mobile or an identity number. */
    public static boolean isIn(String words) {
        return MOBILE.matcher(words).find() || Correction.holdsIdentityNumber(words);
    }
}

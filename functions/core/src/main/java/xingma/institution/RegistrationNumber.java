package xingma.institution;

import java.util.regex.Pattern;

/**
 * The number on a medical institution's licence (登记号): organisation code 9, region 6, economic type 2, WS 218
 * category 4, management class 1. The organisation's check character is a matter for a warning, not of shape:
 * institutions that are no legal persons carry placeholder codes.
 */
public record RegistrationNumber(String value) {
    public static final int LENGTH = 22;
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{8}[0-9X][0-9]{8}[A-Z][0-9]{3}[129]");

    public RegistrationNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a registration number");
        }
    }

    public String organisation() {
        return value.substring(0, 9);
    }

    public String region() {
        return value.substring(9, 15);
    }

    /** Category in WS 218, such as D154 for an aesthetic outpatient department. */
    public String category() {
        return value.substring(17, 21);
    }

    /** Whether the organisation code bears its GB 11714 check character. */
    public boolean hasTrueOrganisationCode() {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += Character.digit(value.charAt(i), 36) * weights[i];
        }
        var check = (11 - sum % 11) % 11;
        return value.charAt(8) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    @Override
    public String toString() {
        return value;
    }
}

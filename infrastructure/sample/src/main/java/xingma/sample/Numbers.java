package xingma.sample;

import xingma.institution.CreditCode;
import xingma.institution.RegistrationNumber;

/**
 * Numbers of legal persons that do not exist: the organisation's body is {@code XXXXnnnn}, so that every check
 * character holds and no real firm is named.
 */
final class Numbers {
    private static final String ORGANISATION = "0123456789X";

    private Numbers() {}

    /** The organisation code of the n-th invented legal person. */
    static String organisation(int n) {
        var body = "XXXX%04d".formatted(n);
        return ORGANISATION.chars()
                .mapToObj(c -> body + (char) c)
                .filter(nine -> new RegistrationNumber(nine + "99010017D1542").hasTrueOrganisationCode())
                .findFirst()
                .orElseThrow();
    }

    /** A 统一社会信用代码; firms begin with 91, sole traders with 92. */
    static String creditCode(String prefix, String district, int n) {
        var first17 = prefix + district + organisation(n);
        return first17 + CreditCode.checkCharacter(first17);
    }

    /** A 登记号 of a private institution for profit. */
    static String registration(int n, String district, String category) {
        return organisation(n) + district + "17" + category + "2";
    }
}

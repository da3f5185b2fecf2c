package xingma.institution;

/**
 * The number by which the state knows a legal person (统一社会信用代码, GB 32100-2015): 17 characters and a check
 * character over an alphabet without I O S V Z, weights 3^(i-1) mod 31.
 */
public record CreditCode(String value) {
    public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    public static final int LENGTH = 18;

    public CreditCode {
        if (value.length() != LENGTH || value.charAt(LENGTH - 1) != checkCharacter(value.substring(0, LENGTH - 1))) {
            throw new IllegalArgumentException("not a unified social credit code");
        }
    }

    /**
     * The 18th character for the first 17.
     *
     * @throws IllegalArgumentException when a character is outside the alphabet
     */
    public static char checkCharacter(String first17) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < first17.length(); i++) {
            var worth = ALPHABET.indexOf(first17.charAt(i));
            if (worth < 0) {
                throw new IllegalArgumentException("a credit code has no " + first17.charAt(i));
            }
            sum += worth * weight;
            weight = weight * 3 % 31;
        }
        // The outer mod matters: a sum that is a multiple of 31 gives 0, not 31.
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The organisation code inside it, characters 9 to 17. */
    public String organisation() {
        return value.substring(8, 17);
    }

    @Override
    public String toString() {
        return value;
    }
}

package xingma.print;

import java.security.SecureRandom;
import java.util.function.Supplier;
import xingma.institution.PlacardCode;

/** Draws codes that nobody can guess from another one (23 to the power of 11). */
final class RandomCodes implements Supplier<PlacardCode> {
    @Override
    public PlacardCode get() {
        // Made for each draw: one kept from before a snapshot would draw the same codes in every copy of it.
        var random = new SecureRandom();
        var signs = new StringBuilder();
        while (signs.length() < PlacardCode.LENGTH - 1) {
            signs.append(PlacardCode.ALPHABET.charAt(random.nextInt(PlacardCode.ALPHABET.length())));
        }
        return PlacardCode.of(signs.toString());
    }
}

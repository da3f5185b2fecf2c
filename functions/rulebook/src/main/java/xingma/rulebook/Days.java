package xingma.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as the rulebook writes them, {@code 2026-10-01}; without a formatter, which a cold start would have to load. */
final class Days {
    private Days() {}

    static Optional<LocalDate> read(String text) {
        try {
            return text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-'
                    ? Optional.of(LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)))
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}

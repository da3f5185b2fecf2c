package xingma.complaint.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.YearMonth;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.complaint.Some;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OnTimeRateTest {
    @ParameterizedTest
    @CsvSource({
        "26, 26, 0, 1000", // all in time
        "25, 26, 0, 962", // 96.15 %
        "25, 25, 1, 962", // the one left open counts as well
        "25, 26, 1, 926", // 92.59 %
        "0, 0, 1, 0", // nothing closed, and something overdue
        "1999, 2000, 0, 999", // 99.95 % would read 100.0
        "1, 8, 0, 125",
        "1, 16, 0, 63", // 6.25 % rounds up
    })
    void the_rate_is_what_was_closed_on_time_of_what_was_closed_or_is_overdue(
            int onTime, int closed, int overdue, int perThousand) {
        assertEquals(OptionalInt.of(perThousand), rate(onTime, closed, overdue).perThousand());
    }

    @Test
    void a_month_without_cases_has_no_rate() {
        assertEquals(OptionalInt.empty(), rate(0, 0, 0).perThousand());
    }

    @Test
    void nobody_closes_more_in_time_than_he_closes() {
        assertThrows(IllegalArgumentException.class, () -> rate(2, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> rate(0, 0, -1));
    }

    private static OnTimeRate rate(int onTime, int closed, int overdue) {
        return new OnTimeRate(Some.QINGLAN, YearMonth.of(2026, 11), onTime, closed, overdue, Some.NOON);
    }
}

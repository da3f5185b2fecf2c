package xingma.complaint.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static xingma.complaint.Some.BINLAN;
import static xingma.complaint.Some.NOON;
import static xingma.complaint.Some.QINGLAN;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What every keeper of on-time rates does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class OnTimeRatesContract {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    /** The same rates throughout a test, empty at first. */
    protected abstract OnTimeRates rates();

    @Test
    void a_month_that_was_never_computed_has_no_rate() {
        assertEquals(Optional.empty(), rates().find(QINGLAN, NOVEMBER));
        assertEquals(List.of(), rates().of(QINGLAN, NOVEMBER, NOVEMBER));
    }

    @Test
    void months_come_in_order_and_other_units_are_left_out() {
        for (var month : List.of(NOVEMBER, NOVEMBER.minusMonths(11), NOVEMBER.plusMonths(2))) {
            rates().keep(rate(month, 25, NOON));
        }
        rates().keep(new OnTimeRate(BINLAN, NOVEMBER, 1, 1, 0, NOON));

        assertEquals(
                List.of(rate(NOVEMBER.minusMonths(11), 25, NOON), rate(NOVEMBER, 25, NOON)),
                rates().of(QINGLAN, NOVEMBER.minusMonths(11), NOVEMBER));
        assertEquals(List.of(), rates().of(QINGLAN, NOVEMBER, NOVEMBER.minusMonths(11)));
        assertEquals(Optional.of(rate(NOVEMBER, 25, NOON)), rates().find(QINGLAN, NOVEMBER));
    }

    @Test
    void what_was_computed_later_stands() {
        var sooner = rate(NOVEMBER, 25, NOON);
        var later = rate(NOVEMBER, 26, NOON.plusMillis(1));

        rates().keep(sooner);
        rates().keep(later);
        rates().keep(sooner);
        rates().keep(later);

        assertEquals(Optional.of(later), rates().find(QINGLAN, NOVEMBER));
    }

    private static OnTimeRate rate(YearMonth month, int closedOnTime, Instant at) {
        return new OnTimeRate(QINGLAN, month, closedOnTime, 26, 1, at);
    }
}

package xingma.territory;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The last day of a span (到期日); its end is 24:00 in the city's zone.
 *
 * @param provisional the holidays of a year that was looked at are not announced yet (暂定): the day may still move
 */
public record DueDay(LocalDate day, boolean provisional) {
    public DueDay {
        requireNonNull(day, "day");
    }
}

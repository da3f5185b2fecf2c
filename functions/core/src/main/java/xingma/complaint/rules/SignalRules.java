package xingma.complaint.rules;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDate;

/**
 * From when on the desk is shown that cases may belong together (信号阈值). They only show something; nothing follows by
 * itself.
 *
 * @param alike the share of common pieces, in percent, from which two texts count as alike
 * @param seriesCases so many cases about the same person, or of the same category, within {@code seriesDays}
 * @param floodCases so many cases about one institution within {@code floodWithin}
 * @param source where the numbers come from
 */
public record SignalRules(
        int alike, int seriesCases, int seriesDays, int floodCases, Duration floodWithin, String source, LocalDate date) {
    public SignalRules {
        requireNonNull(floodWithin, "floodWithin");
        requireNonNull(source, "source");
        requireNonNull(date, "date");
        if (alike < 1 || alike > 100 || seriesCases < 2 || seriesDays < 1 || floodCases < 2 || !floodWithin.isPositive()) {
            throw new IllegalArgumentException("signals need at least two cases and some time");
        }
    }
}

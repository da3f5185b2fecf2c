package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.rating.Rate;
import xingma.rating.Stars;
import xingma.rating.Track;

/**
 * What a sheet was worth on a day (评价结果), with everything beside the sheet that the reckoning needs: whoever has the
 * sheet, the standard and this reckons the same star again.
 *
 * @param parts the rate of each part by its code
 * @param track what was known of the institution on that day
 */
public record Standing(LocalDate day, int stars, Rate total, SortedMap<String, Rate> parts, Track track) {
    public Standing {
        requireNonNull(day, "day");
        requireNonNull(total, "total");
        requireNonNull(track, "track");
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        if (stars < 0 || stars > 5) {
            throw new IllegalArgumentException("stars go from none to five");
        }
    }

    public static Standing of(Stars stars, Track track) {
        return new Standing(stars.day(), stars.stars(), stars.total(), stars.parts(), track);
    }

    /** Whether the public would read the same of both, whatever the day on which they were reckoned. */
    public boolean saysTheSameAs(Standing other) {
        return stars == other.stars && total.equals(other.total) && parts.equals(other.parts);
    }
}

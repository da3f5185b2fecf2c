package xingma.complaint.sweep;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import xingma.territory.RegionCode;

/** The on-time rates as they were last computed, for the public page (按时办结率公示). */
public interface OnTimeRates {
    Optional<OnTimeRate> find(RegionCode unit, YearMonth month);

    /** A unit's months, both counted, the earliest first; months that were never computed are missing. */
    List<OnTimeRate> of(RegionCode unit, YearMonth from, YearMonth to);

    /** Keeps a rate unless one is known that was computed later, or at the same instant. */
    void keep(OnTimeRate rate);
}

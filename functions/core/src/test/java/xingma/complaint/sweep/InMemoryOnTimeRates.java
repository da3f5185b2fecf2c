package xingma.complaint.sweep;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xingma.territory.RegionCode;

/** On-time rates in memory, for tests. */
public final class InMemoryOnTimeRates implements OnTimeRates {
    private final Map<RegionCode, TreeMap<YearMonth, OnTimeRate>> rates = new HashMap<>();

    @Override
    public synchronized Optional<OnTimeRate> find(RegionCode unit, YearMonth month) {
        return Optional.ofNullable(months(unit).get(month));
    }

    @Override
    public synchronized List<OnTimeRate> of(RegionCode unit, YearMonth from, YearMonth to) {
        return from.isAfter(to)
                ? List.of()
                : List.copyOf(months(unit).subMap(from, true, to, true).values());
    }

    @Override
    public synchronized void keep(OnTimeRate rate) {
        months(rate.unit())
                .merge(rate.month(), rate, (old, next) -> next.computedAt().isAfter(old.computedAt()) ? next : old);
    }

    private TreeMap<YearMonth, OnTimeRate> months(RegionCode unit) {
        return rates.computeIfAbsent(unit, u -> new TreeMap<>());
    }
}

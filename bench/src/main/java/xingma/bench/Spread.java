package xingma.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Several readings of one thing. */
final class Spread {
    private final List<Double> readings = new ArrayList<>();

    void add(double reading) {
        readings.add(reading);
    }

    double median() {
        return quantile(0.5);
    }

    double quantile(double part) {
        if (readings.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = new ArrayList<>(readings);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
    }

    double least() {
        return Collections.min(readings);
    }

    double most() {
        return Collections.max(readings);
    }

    int count() {
        return readings.size();
    }

    /** Median with its range, such as {@code 288 (277–321)}. */
    String told(String format) {
        return String.format(Locale.ROOT, format + " (" + format + "–" + format + ")", median(), least(), most());
    }
}

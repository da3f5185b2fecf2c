package xingma.complain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.complaint.sweep.Sweep;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/**
 * What happens to cases by itself, once an hour (定时催办): reminders, climbing, erasing, rates, the ledger. It stops in
 * time and goes on with the next run; the city's own cases come first, then its districts'.
 */
public final class SweepClocks implements RequestStreamHandler {
    /** So much is left for the page of work that is under way. */
    private static final int ENOUGH_MILLIS = 20_000;

    private final Sweep sweep;
    private final List<RegionCode> units;
    private final Log log;

    public SweepClocks() {
        this(new House());
    }

    private SweepClocks(House house) {
        this(
                house.sweep(),
                Stream.concat(Stream.of(house.city().region()), house.city().districts().stream())
                        .map(Region::code)
                        .toList(),
                house.log());
    }

    SweepClocks(Sweep sweep, List<RegionCode> units, Log log) {
        this.sweep = sweep;
        this.units = List.copyOf(units);
        this.log = log;
    }

    /** The schedule's event says nothing that matters here; a failure is the platform's to repeat. */
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
        var report = sweep.run(units, () -> context == null || context.getRemainingTimeInMillis() > ENOUGH_MILLIS);
        log.write(new LogEvent.Swept(
                report.looked(),
                report.reminded(),
                report.climbed(),
                report.moved(),
                report.erased(),
                report.missed(),
                report.pages(),
                report.whole()));
    }
}

package xingma.rate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.evaluation.desk.EvaluationSweep;
import xingma.territory.RegionCode;

/**
 * What happens to stars by itself, once an hour (星级巡查): a term that is over ends, a lapse suspends, its end brings the star
 * back. It stops in time and goes on with the next run.
 */
public final class SweepStars implements RequestStreamHandler {
    /** So much is left for the page that is under way. */
    private static final int ENOUGH_MILLIS = 30_000;

    private final EvaluationSweep sweep;
    private final List<RegionCode> districts;
    private final Log log;

    public SweepStars() {
        this(new RatingWiring());
    }

    private SweepStars(RatingWiring wiring) {
        this(wiring.sweep(), wiring.districts(), wiring.log());
    }

    SweepStars(EvaluationSweep sweep, List<RegionCode> districts, Log log) {
        this.sweep = sweep;
        this.districts = List.copyOf(districts);
        this.log = log;
    }

    /**
     * The schedule's event says nothing that matters here. Where an evaluation could not be looked at, the run fails in the
     * end, so that the platform repeats it and somebody is told.
     */
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
        var report = sweep.run(districts, () -> context == null || context.getRemainingTimeInMillis() > ENOUGH_MILLIS);
        log.write(new LogEvent.StarsSwept(
                report.looked(),
                report.suspended(),
                report.resumed(),
                report.expired(),
                report.missed(),
                report.broken(),
                report.whole()));
        if (report.broken() > 0) {
            throw new IllegalStateException(report.broken() + " evaluations could not be looked at");
        }
    }
}

package xingma.rate;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.aws.s3.ObjectCreated;
import xingma.evaluation.exhibit.ExhibitCleaning;
import xingma.evaluation.exhibit.ExhibitPlace;

/**
 * Cleans what an institution or an expert sent, as soon as the bucket reports it (佐证材料清理). What it throws is tried again
 * by Lambda, and in the end lies in the queue that wakes somebody.
 */
public final class CleanExhibits implements RequestStreamHandler {
    private final String bucket;
    private final ExhibitCleaning cleaning;
    private final Log log;

    public CleanExhibits() {
        this(ExhibitWiring.alone());
    }

    private CleanExhibits(ExhibitWiring wiring) {
        this(wiring.bucket(), wiring.cleaning(), wiring.log());
    }

    CleanExhibits(String bucket, ExhibitCleaning cleaning, Log log) {
        this.bucket = requireNonNull(bucket, "bucket");
        this.cleaning = requireNonNull(cleaning, "cleaning");
        this.log = requireNonNull(log, "log");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream nothing, Context context) throws IOException {
        var created = ObjectCreated.read(event, bucket);
        var place = created.place(ExhibitPlace::ofRawKey);
        cleaning.clean(place)
                .ifPresent(became -> log.write(LogEvent.ExhibitFound.of(created.id(), place, became)));
    }
}

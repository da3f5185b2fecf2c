package xingma.complain;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.aws.s3.ObjectCreated;
import xingma.complain.evidence.Cleaning;
import xingma.complaint.evidence.EvidencePlace;

/**
 * Cleans what a complainant sent, as soon as the bucket reports it (材料清理). What it throws is tried again by Lambda,
 * and in the end lies in the queue that wakes somebody.
 */
public final class CleanEvidence implements RequestStreamHandler {
    private final String bucket;
    private final Cleaning cleaning;
    private final Log log;

    public CleanEvidence() {
        this(new House());
    }

    private CleanEvidence(House house) {
        this(house.evidenceBucket(), house.cleaning(), house.log());
    }

    CleanEvidence(String bucket, Cleaning cleaning, Log log) {
        this.bucket = requireNonNull(bucket, "bucket");
        this.cleaning = requireNonNull(cleaning, "cleaning");
        this.log = requireNonNull(log, "log");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream nothing, Context context) throws IOException {
        var created = ObjectCreated.read(event, bucket);
        var place = created.place(EvidencePlace::ofRawKey);
        cleaning.clean(place)
                .ifPresent(finding -> log.write(LogEvent.EvidenceFound.of(created.id(), finding)));
    }
}

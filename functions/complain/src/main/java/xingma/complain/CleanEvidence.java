package xingma.complain;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoCalendars;
import xingma.aws.dynamo.DynamoComplaints;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.aws.s3.S3EvidenceStore;
import xingma.complain.evidence.Cleaning;
import xingma.complain.evidence.ObjectCreated;
import xingma.complaint.caseload.CaseEvidenceLog;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.evidence.EvidencePlace;
import xingma.rulebook.ComplaintBook;
import xingma.rulebook.Rulebook;

/**
 * Cleans what a complainant sent, as soon as the bucket reports it (材料清理). What it throws is tried again by Lambda,
 * and in the end lies in the queue that wakes somebody.
 */
public final class CleanEvidence implements RequestStreamHandler {
    private final String bucket;
    private final Cleaning cleaning;
    private final Log log;

    public CleanEvidence() {
        var settings = Settings.fromEnvironment();
        var logged = Log.toStandardOut();
        var clock = Clock.systemUTC();
        var city = Rulebook.standard().city(settings.cityCode());
        var rules = ComplaintBook.standard().rules();
        var dynamo = Clients.dynamo();
        var complaints = new DynamoComplaints(
                dynamo,
                settings.complaintTable(),
                settings.auditTable(),
                new RetentionSchedule(rules.retention(), city.zone()),
                clock);
        var calendars = new DynamoCalendars(dynamo, settings.complaintTable(), settings.auditTable());
        var clocks = new RunningClocks(rules, city, calendars, clock, logged);
        var store = new S3EvidenceStore(Clients.s3(), Clients::presigner, settings.evidenceBucket(), clock);
        this(
                settings.evidenceBucket(),
                new Cleaning(store, new CaseEvidenceLog(complaints, clocks, clock)),
                logged);
    }

    CleanEvidence(String bucket, Cleaning cleaning, Log log) {
        this.bucket = requireNonNull(bucket, "bucket");
        this.cleaning = requireNonNull(cleaning, "cleaning");
        this.log = requireNonNull(log, "log");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream nothing, Context context) throws IOException {
        var created = ObjectCreated.read(event);
        if (!created.bucket().equals(bucket)) {
            throw new IllegalArgumentException("an event of another bucket");
        }
        var place = EvidencePlace.ofRawKey(created.key())
                .orElseThrow(() -> new IllegalArgumentException("an object that no form of ours sends"));
        cleaning.clean(place)
                .ifPresent(finding -> log.write(LogEvent.EvidenceFound.of(created.id(), finding)));
    }
}

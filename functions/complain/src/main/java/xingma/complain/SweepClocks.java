package xingma.complain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoCalendars;
import xingma.aws.dynamo.DynamoComplaints;
import xingma.aws.dynamo.DynamoOnTimeRates;
import xingma.aws.dynamo.DynamoTrail;
import xingma.aws.dynamo.Table;
import xingma.aws.kms.SealRoom;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.aws.s3.S3EvidenceStore;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.sweep.Sweep;
import xingma.rulebook.ComplaintBook;
import xingma.rulebook.Rulebook;
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
        var settings = Settings.fromEnvironment();
        var dynamo = Clients.dynamo();
        var clock = Clock.systemUTC();
        var log = Log.toStandardOut();
        var rules = ComplaintBook.standard().rules();
        var city = Rulebook.standard().city(settings.cityCode());
        var retention = new RetentionSchedule(rules.retention(), city.zone());
        var table = settings.complaintTable();
        var secrets = SealRoom.from(settings, new Table(dynamo, table)).secrets();
        this(
                new Sweep(
                        new DynamoComplaints(dynamo, table, settings.auditTable(), retention, clock),
                        new RunningClocks(
                                rules, city, new DynamoCalendars(dynamo, table, settings.auditTable()), clock, log),
                        retention,
                        new S3EvidenceStore(Clients.s3(), Clients::presigner, settings.evidenceBucket(), clock),
                        number -> EvidenceFolder.of(number, secrets),
                        new DynamoOnTimeRates(dynamo, table),
                        new DynamoTrail(dynamo, settings.auditTable()),
                        clock),
                Stream.concat(Stream.of(city.region()), city.districts().stream())
                        .map(Region::code)
                        .toList(),
                log);
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

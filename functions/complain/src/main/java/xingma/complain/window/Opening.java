package xingma.complain.window;

import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoCalendars;
import xingma.aws.dynamo.DynamoComplaints;
import xingma.aws.dynamo.DynamoOnTimeRates;
import xingma.aws.dynamo.DynamoScans;
import xingma.aws.dynamo.DynamoTries;
import xingma.aws.dynamo.Table;
import xingma.aws.kms.SealRoom;
import xingma.aws.log.Log;
import xingma.aws.s3.S3EvidenceStore;
import xingma.complain.RunningClocks;
import xingma.complaint.clock.Clocks;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.filing.Kind;
import xingma.complaint.rules.ComplaintRules;
import xingma.complaint.sweep.OnTimeRates;
import xingma.complaint.window.ComplainantsSeat;
import xingma.complaint.window.ComplaintWindow;
import xingma.pages.Publisher;
import xingma.rulebook.ComplaintBook;
import xingma.rulebook.Rulebook;

/** Opens the window in the morning (开窗): what runs is what is written here. */
public final class Opening {
    private Opening() {}

    public record Filing(Counter counter, Places places, Rush rush) {}

    public record Following(Counter counter, OnTimeRates rates) {}

    public static Filing filing() {
        var house = new House(Settings.fromEnvironment());
        var scans = new DynamoScans(house.dynamo, house.settings.registerTable());
        return new Filing(
                house.counter(),
                new Places(scans, house.publisher.city(), house.rules),
                new Rush(house.complaints, house.log));
    }

    public static Following following() {
        var house = new House(Settings.fromEnvironment());
        return new Following(
                house.counter(), new DynamoOnTimeRates(house.dynamo, house.settings.complaintTable()));
    }

    /** What both functions have in common. */
    private static final class House {
        final Settings settings;
        final Log log = Log.toStandardOut();
        final Clock clock = Clock.systemUTC();
        final DynamoDbClient dynamo = Clients.dynamo();
        final ComplaintRules rules = ComplaintBook.standard().rules();
        final Publisher publisher;
        final DynamoComplaints complaints;

        House(Settings settings) {
            this.settings = settings;
            var city = Rulebook.standard().city(settings.cityCode());
            var shipped = new Clocks(rules, city.zone());
            this.publisher = new Publisher(
                    city,
                    settings.bureauName(),
                    settings.bureauNameInEnglish(),
                    settings.publicBaseUrl(),
                    Optional.of(settings.consoleBaseUrl()),
                    settings.hotlines(),
                    settings.siteFooter(),
                    filed -> shipped.promise(Kind.COMPLAINT, filed).due());
            this.complaints = new DynamoComplaints(
                    dynamo,
                    settings.complaintTable(),
                    settings.auditTable(),
                    new RetentionSchedule(rules.retention(), publisher.city().zone()),
                    clock);
        }

        Counter counter() {
            var room = SealRoom.from(settings, new Table(dynamo, settings.complaintTable()));
            var calendars = new DynamoCalendars(dynamo, settings.complaintTable(), settings.auditTable());
            var clocks = new RunningClocks(rules, publisher.city(), calendars, clock, log);
            var tries = new DynamoTries(dynamo, settings.complaintTable());
            var window = new ComplaintWindow(complaints, room.seals(), room.secrets(), tries, clocks);
            return new Counter(
                    publisher,
                    window,
                    new ComplainantsSeat(complaints, window, room.seals(), room.secrets(), clocks),
                    new S3EvidenceStore(Clients.s3(), Clients::presigner, settings.evidenceBucket(), clock),
                    room.secrets(),
                    clocks,
                    clock,
                    log);
        }
    }
}

package xingma.complain;

import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoCalendars;
import xingma.aws.dynamo.DynamoComplaints;
import xingma.aws.dynamo.DynamoOnTimeRates;
import xingma.aws.dynamo.DynamoRegister;
import xingma.aws.dynamo.DynamoRoster;
import xingma.aws.dynamo.DynamoTries;
import xingma.aws.dynamo.Table;
import xingma.aws.http.Names;
import xingma.aws.kms.SealRoom;
import xingma.aws.log.Log;
import xingma.aws.s3.S3EvidenceStore;
import xingma.complain.desk.Office;
import xingma.keeping.Patience;
import xingma.complaint.clock.Clocks;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.desk.ComplaintDesk;
import xingma.complaint.rules.ComplaintRules;
import xingma.complaint.window.ComplaintWindow;
import xingma.complaint.window.InstitutionsSeat;
import xingma.rulebook.ComplaintBook;
import xingma.rulebook.Rulebook;
import xingma.territory.City;
import xingma.territory.Roster;

/** What the officers' functions are made of: what runs is what is written here. */
final class DeskWiring {
    private final Settings settings = Settings.fromEnvironment();
    private final Clock clock = Clock.systemUTC();
    private final Log log = Log.toStandardOut();
    private final DynamoDbClient dynamo = Clients.dynamo();
    private final ComplaintRules rules = ComplaintBook.standard().rules();
    private final City city = Rulebook.standard().city(settings.cityCode());
    private final Roster roster = new DynamoRoster(dynamo, settings.registerTable());
    private final SealRoom room = SealRoom.from(settings, new Table(dynamo, settings.complaintTable()));
    private final DynamoComplaints complaints = new DynamoComplaints(
            dynamo,
            settings.complaintTable(),
            settings.auditTable(),
            new RetentionSchedule(rules.retention(), city.zone()),
            clock);
    private final Supplier<Clocks> clocks = new RunningClocks(
            rules, city, new DynamoCalendars(dynamo, settings.complaintTable(), settings.auditTable()), clock, log);

    City city() {
        return city;
    }

    Names names() {
        return new Names(roster, log);
    }

    ComplaintDesk desk() {
        return new ComplaintDesk(city, complaints, room.seals(), roster, clocks, clock, Patience.jittered());
    }

    InstitutionsSeat institutionsSeat() {
        return new InstitutionsSeat(complaints, room.seals(), room.secrets(), clocks, clock, Patience.jittered());
    }

    Office office() {
        var tries = new DynamoTries(dynamo, settings.complaintTable());
        return new Office(
                city,
                complaints,
                desk(),
                new ComplaintWindow(complaints, room.seals(), room.secrets(), tries, clocks),
                new DynamoRegister(dynamo, settings.registerTable()),
                room.seals(),
                room.secrets(),
                new S3EvidenceStore(Clients.s3(), Clients::presigner, settings.evidenceBucket(), clock),
                new DynamoOnTimeRates(dynamo, settings.complaintTable()),
                names(),
                clocks,
                clock,
                settings.publicBaseUrl());
    }
}

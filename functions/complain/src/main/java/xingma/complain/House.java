package xingma.complain;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.Clients;
import xingma.aws.RunningCalendar;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoCalendars;
import xingma.aws.dynamo.DynamoComplaints;
import xingma.aws.dynamo.DynamoOnTimeRates;
import xingma.aws.dynamo.DynamoOutbox;
import xingma.aws.dynamo.DynamoRegister;
import xingma.aws.dynamo.DynamoRoster;
import xingma.aws.dynamo.DynamoScans;
import xingma.aws.dynamo.DynamoTrail;
import xingma.aws.dynamo.DynamoTries;
import xingma.aws.dynamo.Table;
import xingma.aws.http.Names;
import xingma.aws.kms.SealRoom;
import xingma.aws.log.Log;
import xingma.aws.s3.S3EvidenceStore;
import xingma.aws.sqs.Messages;
import xingma.complain.desk.Office;
import xingma.complain.evidence.Cleaning;
import xingma.complain.window.Counter;
import xingma.complain.window.Places;
import xingma.complain.window.Rush;
import xingma.complaint.caseload.CaseEvidenceLog;
import xingma.complaint.caseload.ContactSafe;
import xingma.complaint.clock.Clocks;
import xingma.complaint.desk.ComplaintDesk;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidenceStore;
import xingma.complaint.filing.Kind;
import xingma.complaint.notification.PostRoom;
import xingma.complaint.rules.ComplaintRules;
import xingma.complaint.seal.Seals;
import xingma.complaint.seal.Secrets;
import xingma.complaint.sweep.OnTimeRates;
import xingma.complaint.sweep.Sweep;
import xingma.complaint.window.ComplainantsSeat;
import xingma.complaint.window.ComplaintWindow;
import xingma.complaint.window.InstitutionsSeat;
import xingma.keeping.Patience;
import xingma.pages.Publisher;
import xingma.registry.Register;
import xingma.rulebook.ComplaintBook;
import xingma.rulebook.Rulebook;
import xingma.territory.City;

/**
 * What the work on complaints is made of (投诉举报处): what runs is what is written here. A function takes the room that it
 * works in, and nothing that only another room needs is made for it, or asked of its settings.
 */
public final class House {
    private final Settings settings;
    private final DynamoDbClient dynamo;
    private final Clock clock = Clock.systemUTC();
    private final Log log = Log.toStandardOut();
    private final ComplaintRules rules = ComplaintBook.standard().rules();
    private final City city;
    private final Clocks shipped;
    private final DynamoComplaints complaints;
    private final Supplier<Clocks> clocks;
    private SealRoom room;

    public House() {
        this(Settings.fromEnvironment(), Clients.dynamo());
    }

    /** The same over another table, and with other settings than the environment's. */
    public House(Settings settings, DynamoDbClient dynamo) {
        this.settings = requireNonNull(settings, "settings");
        this.dynamo = requireNonNull(dynamo, "dynamo");
        this.city = Rulebook.standard().city(settings.cityCode());
        this.shipped = new Clocks(rules, city.zone());
        this.complaints = new DynamoComplaints(
                dynamo, settings.complaintTable(), settings.auditTable(), shipped.retention(), clock);
        var calendars = new DynamoCalendars(dynamo, settings.complaintTable(), settings.auditTable());
        this.clocks = new RunningCalendar<>(
                rules.calendar(), days -> new Clocks(rules.with(days), city.zone()), calendars, clock, log);
    }

    // ---- for everybody -------------------------------------------------------------------------------------------

    public City city() {
        return city;
    }

    public Log log() {
        return log;
    }

    public DynamoComplaints complaints() {
        return complaints;
    }

    public DynamoTrail trail() {
        return new DynamoTrail(dynamo, settings.auditTable());
    }

    /** By the calendar as it is known by now. */
    public Supplier<Clocks> clocks() {
        return clocks;
    }

    public Seals seals() {
        return room().seals();
    }

    public Secrets secrets() {
        return room().secrets();
    }

    public ComplaintWindow window() {
        var tries = new DynamoTries(dynamo, settings.complaintTable());
        return new ComplaintWindow(complaints, seals(), secrets(), tries, clocks);
    }

    // ---- for the public ------------------------------------------------------------------------------------------

    Counter counter() {
        var window = window();
        return new Counter(
                publisher(),
                window,
                new ComplainantsSeat(complaints, window, seals(), secrets(), clocks),
                evidence(),
                secrets(),
                clocks,
                clock,
                log);
    }

    Places places() {
        return new Places(new DynamoScans(dynamo, settings.registerTable()), city, rules);
    }

    Rush rush() {
        return new Rush(complaints, log);
    }

    private Publisher publisher() {
        return new Publisher(
                city,
                settings.bureauName(),
                settings.bureauNameInEnglish(),
                settings.publicBaseUrl(),
                Optional.of(settings.consoleBaseUrl()),
                settings.hotlines(),
                settings.siteFooter(),
                filed -> shipped.promise(Kind.COMPLAINT, filed).due());
    }

    // ---- for officers and institutions ---------------------------------------------------------------------------

    Office office() {
        return new Office(
                city,
                complaints,
                desk(),
                window(),
                register(),
                seals(),
                secrets(),
                evidence(),
                rates(),
                names(),
                clocks,
                clock,
                settings.publicBaseUrl());
    }

    ComplaintDesk desk() {
        return new ComplaintDesk(city, complaints, seals(), roster(), clocks, clock, Patience.jittered());
    }

    Names names() {
        return new Names(roster(), log);
    }

    InstitutionsSeat institutionsSeat() {
        return new InstitutionsSeat(complaints, seals(), secrets(), clocks, clock, Patience.jittered());
    }

    Register register() {
        return new DynamoRegister(dynamo, settings.registerTable());
    }

    private DynamoRoster roster() {
        return new DynamoRoster(dynamo, settings.registerTable());
    }

    // ---- for what happens by itself ------------------------------------------------------------------------------

    Cleaning cleaning() {
        return new Cleaning(evidence(), new CaseEvidenceLog(complaints, clocks, clock));
    }

    String evidenceBucket() {
        return settings.evidenceBucket();
    }

    Sweep sweep() {
        var secrets = secrets();
        return new Sweep(
                complaints,
                clocks,
                shipped.retention(),
                evidence(),
                number -> EvidenceFolder.of(number, secrets),
                rates(),
                trail(),
                clock);
    }

    PostRoom postRoom() {
        return new PostRoom(
                complaints,
                new DynamoOutbox(dynamo, settings.complaintTable()),
                new ContactSafe(complaints, seals(), clocks, clock, Patience.jittered()),
                Messages.from(settings, log),
                ComplaintBook.standard().notifications(),
                new PostRoom.Letterhead(
                        settings.bureauName(), settings.bureauNameInEnglish(), settings.publicBaseUrl() + "/status"),
                clocks,
                clock,
                Patience.jittered());
    }

    OnTimeRates rates() {
        return new DynamoOnTimeRates(dynamo, settings.complaintTable());
    }

    private EvidenceStore evidence() {
        return new S3EvidenceStore(Clients.s3(), Clients::presigner, evidenceBucket(), clock);
    }

    /** The keys' client is made when something is to be sealed, and once. */
    private SealRoom room() {
        if (room == null) {
            room = SealRoom.from(settings, new Table(dynamo, settings.complaintTable()));
        }
        return room;
    }
}

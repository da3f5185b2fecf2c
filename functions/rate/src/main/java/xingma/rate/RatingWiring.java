package xingma.rate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.Clients;
import xingma.aws.RunningCalendar;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoCalendars;
import xingma.aws.dynamo.DynamoComplaints;
import xingma.aws.dynamo.DynamoEvaluations;
import xingma.aws.dynamo.DynamoExperts;
import xingma.aws.dynamo.DynamoRegister;
import xingma.aws.dynamo.DynamoRoster;
import xingma.aws.dynamo.DynamoRounds;
import xingma.aws.dynamo.DynamoStandards;
import xingma.aws.dynamo.DynamoStarCards;
import xingma.aws.http.Names;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.complaint.clock.RetentionSchedule;
import xingma.evaluation.Premises;
import xingma.evaluation.desk.ApplicantsSeat;
import xingma.evaluation.desk.Clerk;
import xingma.evaluation.desk.EvaluationSweep;
import xingma.evaluation.desk.RatingOffice;
import xingma.evaluation.desk.RatingPanel;
import xingma.evaluation.report.RoundReport;
import xingma.evaluation.round.Experts;
import xingma.evaluation.round.RatingRolls;
import xingma.evaluation.round.Rounds;
import xingma.evaluation.rules.BureauRecords;
import xingma.evaluation.rules.Deadlines;
import xingma.evaluation.rules.EvaluationRules;
import xingma.evaluation.rules.Tracks;
import xingma.institution.Condition;
import xingma.institution.InstitutionId;
import xingma.institution.PremisesKind;
import xingma.keeping.Patience;
import xingma.rate.told.House;
import xingma.rating.Standard;
import xingma.rating.Standards;
import xingma.registry.Dossier;
import xingma.rulebook.EvaluationBook;
import xingma.rulebook.Rulebook;
import xingma.rulebook.StandardBook;
import xingma.territory.City;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/** What the rating's functions are made of: what runs is what is written here. */
public final class RatingWiring {
    private static final String TYPE = "institutionType";
    private static final int SEED = 32;

    private final Settings settings = Settings.fromEnvironment();
    private final InstantSource clock;
    private final Log log = Log.toStandardOut();
    private final DynamoDbClient dynamo = Clients.dynamo();
    private final EvaluationRules rules = EvaluationBook.standard().rules();
    private final City city = Rulebook.standard().city(settings.cityCode());
    private final Standards standards = new DynamoStandards(
            dynamo, settings.ratingTable(), settings.auditTable(), StandardBook.shipped(), RatingWiring::edition);
    private final DynamoRegister register = new DynamoRegister(dynamo, settings.registerTable());
    private final Supplier<Deadlines> deadlines;

    RatingWiring() {
        this(InstantSource.system());
    }

    /** The same by another clock than the world's. */
    public RatingWiring(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
        this.deadlines = new RunningCalendar<>(
                rules.calendar(),
                days -> new Deadlines(rules.with(days), city.zone()),
                new DynamoCalendars(dynamo, settings.complaintTable(), settings.auditTable()),
                clock,
                log);
    }

    Log log() {
        return log;
    }

    List<RegionCode> districts() {
        return city.districts().stream().map(Region::code).toList();
    }

    String publicBaseUrl() {
        return settings.publicBaseUrl();
    }

    EvaluationSweep sweep() {
        return new EvaluationSweep(
                clerk(), (evaluation, thrown) -> log.write(LogEvent.Failed.by("evaluation-" + evaluation, thrown)));
    }

    House house() {
        var clerk = clerk();
        var experts = experts();
        var rounds = rounds();
        return new House(
                city,
                new ApplicantsSeat(clerk, rounds, this::premises, Patience.jittered()),
                new RatingPanel(clerk, Patience.jittered()),
                new RatingOffice(city, clerk, experts, RatingWiring::seed),
                new RatingRolls(city, rounds, experts, standards, clock),
                new ExhibitWiring(settings, dynamo).room(clerk),
                new RoundReport(clerk),
                standards,
                new Names(new DynamoRoster(dynamo, settings.registerTable()), log),
                deadlines,
                clock);
    }

    public City city() {
        return city;
    }

    public Standards standards() {
        return standards;
    }

    public Experts experts() {
        return new DynamoExperts(dynamo, settings.ratingTable(), settings.auditTable());
    }

    public Rounds rounds() {
        return new DynamoRounds(dynamo, settings.ratingTable(), settings.auditTable());
    }

    public Clerk clerk() {
        return new Clerk(
                new DynamoEvaluations(dynamo, settings.ratingTable(), settings.auditTable(), settings.registerTable()),
                new DynamoStarCards(dynamo, settings.ratingTable()),
                standards,
                records(),
                deadlines,
                clock,
                Patience.jittered());
    }

    /** Rows of complaints are looked at for what became of them; no case is opened. */
    public Tracks records() {
        return records(settings, dynamo, city, rules, deadlines, clock);
    }

    static Tracks records(
            Settings settings,
            DynamoDbClient dynamo,
            City city,
            EvaluationRules rules,
            Supplier<Deadlines> deadlines,
            InstantSource clock) {
        var register = new DynamoRegister(dynamo, settings.registerTable());
        var complaints = DynamoComplaints.reading(
                dynamo, settings.complaintTable(), new RetentionSchedule(List.of(), city.zone()), clock);
        return new BureauRecords(
                id -> register.find(id).flatMap(Dossier::published).map(p -> p.entry().institution()),
                id -> complaints.about(id, Instant.EPOCH),
                RatingWiring::conditions,
                rules::vetoCategories,
                () -> deadlines.get().day(clock.instant()));
    }

    private static List<Condition> conditions(String kind) {
        return Rulebook.standard().kinds().stream()
                .filter(k -> k.id().equals(kind))
                .findFirst()
                .map(PremisesKind::conditions)
                .orElse(List.of());
    }

    static Standard edition(String file) {
        try {
            return StandardBook.read(new ByteArrayInputStream(file.getBytes(UTF_8)), "standard.json");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What is published of an institution; one without a type is rated by nobody. */
    public Optional<Premises> premises(InstitutionId id) {
        return register.find(id)
                .flatMap(Dossier::published)
                .map(p -> p.entry())
                .filter(entry -> entry.premises().text(TYPE).isPresent())
                .map(entry -> new Premises(
                        id,
                        entry.kind(),
                        entry.premises().textOrEmpty(TYPE),
                        entry.district(),
                        entry.institution().name()));
    }

    /** Chance is asked for when lots are drawn, and never kept. */
    private static byte[] seed() {
        var seed = new byte[SEED];
        new SecureRandom().nextBytes(seed);
        return seed;
    }
}

package xingma.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import xingma.audit.Entry;
import xingma.audit.Trail;
import xingma.evaluation.caseload.Evaluations;
import xingma.evaluation.desk.ApplicantsSeat;
import xingma.evaluation.desk.Clerk;
import xingma.evaluation.desk.EvaluationSweep;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.desk.Outcome;
import xingma.evaluation.desk.RatingOffice;
import xingma.evaluation.desk.RatingPanel;
import xingma.evaluation.round.Experts;
import xingma.evaluation.round.RatingRolls;
import xingma.evaluation.round.Round;
import xingma.evaluation.round.Rounds;
import xingma.evaluation.rules.Deadlines;
import xingma.evaluation.rules.EvaluationRules;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.evaluation.rules.Exemption;
import xingma.evaluation.rules.ExhibitRules;
import xingma.evaluation.rules.Tracks;
import xingma.evaluation.star.StarCards;
import xingma.institution.InstitutionId;
import xingma.rating.Clause.Side;
import xingma.rating.Editions;
import xingma.rating.Mark;
import xingma.rating.Points;
import xingma.rating.Some;
import xingma.rating.Standard;
import xingma.territory.City;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.Region;
import xingma.territory.RegionCode;
import xingma.territory.Span;
import xingma.territory.TimeLimit;
import xingma.territory.TimeLimits;
import xingma.territory.WorkingDays;

/** A small town that rates its clinics, with a clock that tests move; in memory, unless it is given other stores. */
public final class RatedTown {
    public static final RegionCode CITY = new RegionCode("990100");
    public static final RegionCode QINGLAN = new RegionCode("990102");
    public static final RegionCode BINLAN = new RegionCode("990103");
    public static final InstitutionId QINGHE = xingma.registry.Some.QINGHE;
    public static final Party.Applicant OWNER = new Party.Applicant(QINGHE, "qiao");
    public static final Officer ORGANISER = new Officer("ou", "欧阳", QINGLAN, Set.of(Duty.ORGANISER));
    public static final Officer CHECKER = new Officer("cheng", "程", QINGLAN, Set.of(Duty.CHECKER));
    public static final Officer ADJUDICATOR = new Officer("ai", "艾", CITY, Set.of(Duty.ADJUDICATOR));
    public static final String TRUE = "以上内容真实";

    public final Trail trail;
    public final Evaluations evaluations;
    public final StarCards cards;
    public final Experts experts;
    public final Rounds rounds;
    public final Map<InstitutionId, Tracks.Known> known = new HashMap<>();
    public final Standard standard = Some.standard(
            Some.ratio("A1", 60), Some.ratio("B1", 40));
    /** Every edition that there is; whoever puts another one here changes the standard midway. */
    public Editions editions = new Editions(List.of(standard));
    public Instant now = Instant.parse("2026-11-20T04:00:00Z");
    /** What the sweep could not look at, and why. */
    public final Map<EvaluationId, RuntimeException> broken = new HashMap<>();
    private int seeds;

    public final Clerk clerk;
    public final RatingOffice office;
    public final RatingPanel panel;
    public final ApplicantsSeat seat;
    public final EvaluationSweep sweep;
    public final RatingRolls rolls;

    public RatedTown() {
        this(RatingStores.inMemory());
    }

    public RatedTown(RatingStores stores) {
        trail = stores.trail();
        evaluations = stores.evaluations();
        cards = stores.cards();
        experts = stores.experts();
        rounds = stores.rounds();
        clerk = new Clerk(
                evaluations,
                cards,
                this::editions,
                institution -> known.getOrDefault(institution, Tracks.Known.NOTHING),
                () -> new Deadlines(rules(), ZoneId.of("Asia/Shanghai")),
                () -> now,
                attempt -> {});
        office = new RatingOffice(city(), clerk, experts, this::seed);
        panel = new RatingPanel(clerk, attempt -> {});
        seat = new ApplicantsSeat(
                clerk,
                rounds,
                id -> Optional.of(new Premises(id, "medical-institution", Some.CLINIC, QINGLAN, "青禾门诊部")),
                attempt -> {});
        sweep = new EvaluationSweep(clerk, broken::put);
        rolls = new RatingRolls(
                city(),
                rounds,
                experts,
                this::editions,
                () -> now);
        for (var i = 1; i <= 4; i++) {
            add(new Expert("e" + i, "执" + i, Side.ENFORCEMENT, Set.of(), true));
            add(new Expert("f" + i, "协" + i, Side.ASSOCIATION, Set.of(), true));
        }
        rounds.keep(
                new Round(
                        "2026-1", "第一轮", CITY, standard.id(), standard.edition(), Set.of("medical-institution"),
                        LocalDate.of(2026, 11, 1), LocalDate.of(2027, 10, 31), Optional.empty()),
                0,
                line("ROUND 2026-1", now));
    }

    public void add(Expert expert) {
        experts.keep(expert, 0, line("EXPERT " + expert.id(), now));
    }

    /** Nobody is told before this moment who is commended. */
    public void embargo(Instant until) {
        var called = rounds.find("2026-1").orElseThrow();
        var round = called.round();
        var later = new Round(
                round.id(), round.name(), round.territory(), round.standard(), round.edition(), round.kinds(),
                round.from(), round.until(), Optional.of(until));
        var entry = new Entry(
                "ROUND 2026-1", called.revision() + 1, now, "bureau 990100 ou", "Kept", new TreeMap<>(), called.head());
        if (!rounds.keep(later, called.revision(), entry)) {
            throw new AssertionError("the round was changed meanwhile");
        }
    }

    private static Entry line(String subject, Instant at) {
        return new Entry(subject, 1, at, "bureau 990100 ou", "Kept", new TreeMap<>(), Entry.FIRST);
    }

    public Editions editions(String id) {
        return id.equals(standard.id()) ? editions : Editions.NONE;
    }

    private byte[] seed() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("seed" + seeds++).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public static City city() {
        return new City(
                new Region(CITY, "云汀市", "Yunting"),
                List.of(new Region(QINGLAN, "青岚区", "Qinglan"), new Region(BINLAN, "滨澜区", "Binlan")),
                ZoneId.of("Asia/Shanghai"));
    }

    public static EvaluationRules rules() {
        var codes = new EnumMap<Which, String>(Which.class);
        var limits = new ArrayList<TimeLimit>();
        limit(codes, limits, Which.DRAW, new Span(10, Span.Unit.WORKING_DAY));
        limit(codes, limits, Which.SCORE, new Span(20, Span.Unit.WORKING_DAY));
        limit(codes, limits, Which.SETTLE, new Span(5, Span.Unit.WORKING_DAY));
        limit(codes, limits, Which.FACT_CHECK, new Span(5, Span.Unit.WORKING_DAY));
        limit(codes, limits, Which.NOTICE, new Span(5, Span.Unit.WORKING_DAY));
        limit(codes, limits, Which.PUBLISH, new Span(5, Span.Unit.WORKING_DAY));
        limit(codes, limits, Which.APPEAL, new Span(15, Span.Unit.WORKING_DAY));
        limit(codes, limits, Which.WITHDRAWAL_APPEAL, new Span(15, Span.Unit.WORKING_DAY));
        limit(codes, limits, Which.DECIDE_APPEAL, new Span(20, Span.Unit.WORKING_DAY));
        limit(codes, limits, Which.WITHDRAW, new Span(3, Span.Unit.WORKING_DAY));
        limit(codes, limits, Which.MODERATE, new Span(5, Span.Unit.WORKING_DAY));
        limit(codes, limits, Which.SELF_CHECK, new Span(12, Span.Unit.MONTH));
        var panel = new TreeMap<Side, Integer>(Map.of(Side.ENFORCEMENT, 2, Side.ASSOCIATION, 1));
        return new EvaluationRules(
                new TimeLimits(limits),
                codes,
                panel,
                TRUE,
                4,
                Set.of(),
                new Exemption.Rules(4, 24, 12, 12, "测试"),
                new ExhibitRules(2, 5, 1 << 20, 30, "测试"),
                WorkingDays.of(List.of(), List.of()));
    }

    private static void limit(Map<Which, String> codes, List<TimeLimit> limits, Which which, Span span) {
        codes.put(which, "RATING_" + which);
        limits.add(new TimeLimit(
                "RATING_" + which, which.name(), which.name(), TimeLimit.Start.FORMED, Optional.of(span), Optional.empty(),
                "测试", Optional.empty(), Optional.empty(), "illustrative"));
    }

    public void days(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    public static Finding finding(int points, int most) {
        return new Finding(new Mark.Scored(Points.of(points)), points < most ? "不全" : "", "", List.of());
    }

    // ---- to a stage --------------------------------------------------------------------------------------------------

    public EvaluationId begun() {
        return begun(QINGHE);
    }

    public EvaluationId begun(InstitutionId institution) {
        return done(seat.begin(new Party.Applicant(institution, "qiao"), "begin", "2026-1")).id();
    }

    public EvaluationId applied(int a, int b) {
        return applied(QINGHE, a, b);
    }

    public EvaluationId applied(InstitutionId institution, int a, int b) {
        var id = begun(institution);
        seat.save(institution, id, "A1", finding(a, 60), "sa" + id, 0);
        seat.save(institution, id, "B1", finding(b, 40), "sb" + id, 0);
        var by = new Party.Applicant(institution, "qiao");
        done(seat.apply(by, id, "apply" + id, new Proceeding.Declaration(TRUE, "乔鹤广")));
        return id;
    }

    /** Drawn, declared, scored and handed in. */
    public void scored(EvaluationId id, int a, int b) {
        var drawn = done(office.move(ORGANISER, id, new OfficeMove.DrawPanel("draw" + now)));
        for (var expert : drawn.proceedings().panel().orElseThrow().experts()) {
            done(panel.declare(expert, id, "declare" + expert + now));
            panel.save(expert, id, "A1", finding(a, 60), "pa" + expert, 0);
            panel.save(expert, id, "B1", finding(b, 40), "pb" + expert, 0);
            done(panel.handIn(expert, id, "in" + expert + now));
        }
    }

    public void settled(EvaluationId id) {
        var chair = found(id).proceedings().panel().orElseThrow().chair();
        done(panel.settle(chair, id, "settle" + now, new TreeMap<>()));
    }

    public void noticed(EvaluationId id) {
        done(seat.confirm(new Party.Applicant(id.institution(), "qiao"), id, "confirm" + now));
        done(office.move(ORGANISER, id, new OfficeMove.Notice("notice" + now)));
    }

    public void published(EvaluationId id) {
        days(10);
        done(office.move(ORGANISER, id, new OfficeMove.Propose("propose" + now)));
        done(office.move(CHECKER, id, new OfficeMove.Publish("publish" + now)));
    }

    public EvaluationId published(int a, int b) {
        return published(QINGHE, a, b);
    }

    public EvaluationId published(InstitutionId institution, int a, int b) {
        var id = applied(institution, a, b);
        scored(id, a, b);
        settled(id);
        noticed(id);
        published(id);
        return id;
    }

    public Evaluation found(EvaluationId id) {
        return evaluations.find(QINGLAN, id).orElseThrow();
    }

    public static Evaluation done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(var evaluation)) {
            return evaluation;
        }
        throw new AssertionError(outcome.toString());
    }
}

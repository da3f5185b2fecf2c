package xingma.complaint.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import xingma.audit.InMemoryTrail;
import xingma.complaint.Act.Result;
import xingma.complaint.Act.Ruling;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.InMemoryComplaints;
import xingma.complaint.clock.Clocks;
import xingma.complaint.desk.ComplaintDesk.Outcome;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Statement;
import xingma.complaint.filing.Subject;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.InMemoryTries;
import xingma.complaint.rules.Category;
import xingma.complaint.rules.ComplaintRules;
import xingma.complaint.rules.RefusalGround;
import xingma.complaint.seal.GlassSeals;
import xingma.complaint.seal.KnownSecrets;
import xingma.complaint.seal.Seals;
import xingma.complaint.seal.Secrets;
import xingma.complaint.window.ComplainantsSeat;
import xingma.complaint.window.ComplaintWindow;
import xingma.territory.City;
import xingma.territory.Duty;
import xingma.territory.InMemoryRoster;
import xingma.territory.Officer;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/** A desk with everything around it in memory, a clock that tests move, and the officers of two districts and the city. */
public final class DeskRoom {
    public static final City CITY = new City(
            new Region(Some.CITY, "云汀市", "Yunting"),
            List.of(
                    new Region(Some.QINGLAN, "青岚区", "Qinglan District"),
                    new Region(Some.BINLAN, "滨澜区", "Binlan District")),
            Some.ZONE);

    public static final Officer HE = Some.officer("he", Some.QINGLAN, Duty.HANDLER);
    public static final Officer QIAN = Some.officer("qian", Some.QINGLAN, Duty.SUPERVISOR);
    public static final Officer BAI = Some.officer("bai", Some.BINLAN, Duty.HANDLER);
    public static final Officer CAI = Some.officer("cai", Some.CITY, Duty.HANDLER);
    public static final Officer SU = Some.officer("su", Some.CITY, Duty.SUPERVISOR);
    public static final Officer ZHOU = Some.officer("zhou", Some.CITY, Duty.SUPERVISOR);
    public static final Officer REGISTRAR = Some.officer("gao", Some.QINGLAN, Duty.REGISTRAR, Duty.CHECKER);

    public final InMemoryTrail trail = new InMemoryTrail();
    public final Seals seals = new GlassSeals();
    public final Secrets secrets = new KnownSecrets();
    public final InMemoryRoster roster = new InMemoryRoster();
    public final InstantSource clock = () -> now();
    public final Complaints complaints;
    public final ComplaintWindow window;
    public final ComplainantsSeat seat;
    public final ComplaintDesk desk;
    private final Supplier<Clocks> clocks;
    private Instant now = Some.NOON;
    private int filed;

    public DeskRoom() {
        this(DeskRoom::clocks);
    }

    /** @param clocks by other rules */
    public DeskRoom(Supplier<Clocks> clocks) {
        this.clocks = clocks;
        this.complaints = new InMemoryComplaints(trail, Some.retention(), clock);
        this.window = new ComplaintWindow(complaints, seals, secrets, new InMemoryTries(), clocks);
        this.seat = new ComplainantsSeat(complaints, window, seals, secrets, clocks);
        this.desk = desk(complaints, seals);
        List.of(HE, QIAN, BAI, CAI, SU, ZHOU).forEach(roster::note);
    }

    /** Another desk in the same room, over a store or seals that misbehave. */
    public ComplaintDesk desk(Complaints store, Seals otherSeals) {
        return new ComplaintDesk(CITY, store, otherSeals, roster, clocks, clock, attempt -> {});
    }

    public Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public static Clocks clocks() {
        return new Clocks(rules(), Some.ZONE);
    }

    /** The example's limits, with two categories and two grounds. */
    public static ComplaintRules rules() {
        var some = Some.rules();
        var complaints = new LinkedHashSet<>(List.of(Kind.COMPLAINT));
        return new ComplaintRules(
                some.limits(),
                some.clocks(),
                List.of(category("price", complaints), category("refund", complaints), category("impostor", new LinkedHashSet<>(List.of(Kind.REPORT)))),
                List.of(
                        new RefusalGround("over-three-years", "超过三年", "Over three years", Set.of(Kind.COMPLAINT), "第四项"),
                        new RefusalGround("not-ours", "不归卫生健康部门管", "Not ours", Set.of(Kind.values()), "第一项")),
                List.of(),
                some.retention(),
                some.calendar());
    }

    private static Category category(String id, LinkedHashSet<Kind> kinds) {
        return new Category(id, id, id, kinds, Set.of(), Category.About.INSTITUTION, Optional.empty());
    }

    /** A new id, as a browser draws one. */
    public static String id() {
        return UUID.randomUUID().toString();
    }

    // ---- cases ---------------------------------------------------------------------------------------------------

    /** A confidential complaint about 青禾 in the district of Qinglan. */
    public Complaint filed() {
        return filed(Some.QINGLAN, "结账时比门口公示的价格多收了三百元，要求退还。");
    }

    public Complaint filed(RegionCode unit, String words) {
        return filed(new Statement(
                Kind.COMPLAINT,
                "price",
                new Subject(
                        Optional.of(Some.QINGHE),
                        Optional.empty(),
                        "云汀青禾医疗美容门诊部",
                        Optional.empty(),
                        Optional.empty()),
                unit,
                Identity.CONFIDENTIAL,
                Optional.of(new Contact("13800000000", Optional.of("王某"))),
                words,
                Channel.SCAN,
                Optional.empty(),
                "zh-Hans",
                Optional.empty()));
    }

    public Complaint filed(Statement statement) {
        var key = "key-of-a-filing-%06d".formatted(++filed);
        return switch (window.file(key, List.of(key), statement, new Actor.Complainant(), now)) {
            case ComplaintWindow.Filed.Receipted r -> r.complaint();
            case ComplaintWindow.Filed.KeyUsed k -> throw new IllegalStateException("a key used twice");
        };
    }

    /** A case of Qinglan's that came to this stage by what officers and its complainant did. */
    public Complaint in(Stage stage) {
        var fresh = filed();
        return switch (stage) {
            case RECEIVED -> fresh;
            case DISPUTED -> {
                done(HE, fresh, new Move.Transfer(id(), Some.BINLAN, "营业地在滨澜区。"));
                yield done(BAI, fresh, new Move.Dispute(id(), "营业地在青岚区。"));
            }
            case HANDLING -> done(HE, fresh, new Move.Accept(id(), Optional.empty()));
            case PAUSED -> {
                done(HE, fresh, new Move.Accept(id(), Optional.empty()));
                yield done(HE, fresh, new Move.Pause(id(), "委托鉴定。"));
            }
            case JOINED -> joined(fresh, filed());
            case REVIEWING -> seat.object(in(Stage.ANSWERED), id(), now, "没有退。").complaint();
            case REFUSED -> done(HE, fresh, new Move.Refuse(id(), "over-three-years", "2021年的事。"));
            case ANSWERED -> {
                done(HE, fresh, new Move.Accept(id(), Optional.empty()));
                yield done(HE, fresh, new Move.Answer(id(), Result.UPHELD, "已责令退还，依据价格法。"));
            }
            case SETTLED -> done(SU, in(Stage.REVIEWING), new Move.Review(id(), Ruling.STANDS, "事实清楚。"));
            case WITHDRAWN -> seat.withdraw(fresh, id(), now, "已经退了。").complaint();
        };
    }

    /** Joins a case to another, as its complainant agrees. */
    public Complaint joined(Complaint follower, Complaint lead) {
        var offered = done(HE, follower, new Move.OfferJoin(id(), lead.number()));
        return seat.join(offered, id(), now).complaint();
    }

    public Complaint done(Officer officer, Complaint complaint, Move move) {
        var outcome = desk.move(officer, complaint.number(), move);
        return switch (outcome) {
            case Outcome.Done done -> done.complaint();
            case Outcome.NotDone not -> throw new IllegalStateException(move + ": " + not);
        };
    }

    /** The case as it lies there now, wherever. */
    public Complaint now(Complaint complaint) {
        return complaints
                .find(List.of(Some.CITY, Some.QINGLAN, Some.BINLAN), complaint.number())
                .orElseThrow();
    }

    /** One move of every kind. */
    public List<Move> moves(Complaint lead) {
        var moves = new ArrayList<Move>();
        for (var what : Move.What.values()) {
            moves.add(move(what, lead.number()));
        }
        return moves;
    }

    public static Move move(Move.What what, CaseNumber lead) {
        return switch (what) {
            case ASSIGN -> new Move.Assign(id(), "he");
            case CLASSIFY -> new Move.Classify(id(), "refund");
            case ACCEPT -> new Move.Accept(id(), Optional.empty());
            case REFUSE -> new Move.Refuse(id(), "not-ours", "由市场监管部门办理。");
            case ASK -> new Move.Ask(id(), "哪一天？");
            case TELL -> new Move.Tell(id(), "已约谈。");
            case NOTE -> new Move.Note(id(), "明天去看。");
            case TRANSFER -> new Move.Transfer(id(), Some.BINLAN, "营业地在滨澜区。");
            case DISPUTE -> new Move.Dispute(id(), "营业地在别处。");
            case DESIGNATE -> new Move.Designate(id(), Some.QINGLAN, "由青岚区办理。");
            case OFFER_JOIN -> new Move.OfferJoin(id(), lead);
            case EXTEND -> new Move.Extend(id(), "等检测结果。");
            case PAUSE -> new Move.Pause(id(), "委托鉴定。");
            case RESUME -> new Move.Resume(id(), "鉴定结束。");
            case ANSWER -> new Move.Answer(id(), Result.UPHELD, "已责令退还，依据价格法。");
            case REVIEW -> new Move.Review(id(), Ruling.STANDS, "事实清楚。");
            case REOPEN -> new Move.Reopen(id(), "有新线索。");
            case SUMMARISE -> new Move.Summarise(id(), "有人反映结账价高于公示价。");
        };
    }
}

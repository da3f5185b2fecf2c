package xingma.complaint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import xingma.complaint.Act.Result;
import xingma.complaint.Act.Ruling;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Row;
import xingma.complaint.caseload.Submission;
import xingma.complaint.clock.Clocks;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Likeness;
import xingma.complaint.filing.Subject;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.rules.ClockRules;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.rules.ComplaintRules;
import xingma.complaint.rules.Retention;
import xingma.complaint.rules.Retention.What;
import xingma.complaint.seal.Sealed;
import xingma.institution.InstitutionId;
import xingma.territory.Duty;
import xingma.territory.HolidayNotice;
import xingma.territory.Officer;
import xingma.territory.RegionCode;
import xingma.territory.Span;
import xingma.territory.TimeLimit;
import xingma.territory.TimeLimits;
import xingma.territory.WorkingDays;

/** Ready complaints of the invented city; a test states only what it is about. */
public final class Some {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** 2026-11-20 12:00 in the city, a Friday. */
    public static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    public static final RegionCode CITY = new RegionCode("990100");
    public static final RegionCode QINGLAN = new RegionCode("990102");
    public static final RegionCode BINLAN = new RegionCode("990103");

    public static final Officer HANDLER = officer("he", QINGLAN, Duty.HANDLER);
    public static final Officer SUPERVISOR = officer("su", CITY, Duty.SUPERVISOR);

    public static final Actor.Bureau OF_QINGLAN = new Actor.Bureau("he", QINGLAN);
    public static final Actor.Bureau OF_BINLAN = new Actor.Bureau("bai", BINLAN);
    public static final Actor.Bureau OF_CITY = new Actor.Bureau("su", CITY);

    public static final InstitutionId QINGHE =
            InstitutionId.firstRegisteredAs("medical-institution", "XXXX0001999010217D1542");

    /** Contact after 90 days, files after a year, words after three. */
    public static final List<Retention> RETENTION = List.of(
            retention("contact", What.CONTACT, Span.calendarDays(90)),
            retention("evidence", What.EVIDENCE, Span.months(12)),
            retention("words", What.WORDS, Span.months(36)));

    private Some() {}

    public static Officer officer(String id, RegionCode territory, Duty... duties) {
        return new Officer(id, id, territory, Set.copyOf(Arrays.asList(duties)));
    }

    private static Retention retention(String id, What what, Span span) {
        return new Retention(id, id, id, Set.of(what), span, "example", "example", LocalDate.of(2026, 11, 22));
    }

    /** Seven working days to accept, fifteen to answer and fifteen more once, by a calendar without holidays. */
    public static ComplaintRules rules() {
        var codes = new EnumMap<Which, String>(Which.class);
        for (var which : Which.values()) {
            codes.put(which, which.name());
        }
        var all = new EnumMap<Kind, Map<Which, String>>(Kind.class);
        for (var kind : Kind.values()) {
            all.put(kind, codes);
        }
        var limits = new TimeLimits(List.of(
                limit(Which.ACCEPT, Span.workingDays(7)),
                limit(Which.HANDLE, Span.workingDays(15)),
                limit(Which.DISPUTE, Span.workingDays(7)),
                limit(Which.REVIEW, Span.calendarDays(30)),
                limit(Which.OBJECT, Span.workingDays(15))));
        return new ComplaintRules(
                limits, new ClockRules(all), List.of(), List.of(), List.of(), RETENTION, calendar(2026, 2027));
    }

    private static TimeLimit limit(Which which, Span span) {
        return new TimeLimit(
                which.name(),
                "期限",
                "limit",
                TimeLimit.Start.RECEIVED,
                Optional.of(span),
                which == Which.HANDLE ? Optional.of(span) : Optional.empty(),
                "example",
                Optional.empty(),
                Optional.empty(),
                "example");
    }

    private static WorkingDays calendar(int... years) {
        return WorkingDays.of(
                Arrays.stream(years)
                        .mapToObj(year -> new HolidayNotice(year, new TreeSet<>(), new TreeSet<>(), "example"))
                        .toList(),
                List.of());
    }

    public static Clocks clocks() {
        return new Clocks(rules(), ZONE);
    }

    public static RetentionSchedule retention() {
        return new RetentionSchedule(RETENTION, ZONE);
    }

    public static CaseNumber number(int i) {
        return CaseNumber.of(Long.toString(48_271_930_556L + i));
    }

    /** An envelope that anybody can read, as {@code GlassSeals} for tests that open nothing. */
    public static Sealed sealed(String text) {
        return new Sealed("v1." + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)));
    }

    /** Marks that no other case's words share. */
    private static Likeness likeness(int i) {
        var mark = Base64.getUrlEncoder().encodeToString(new byte[] {(byte) (i >>> 16), (byte) (i >>> 8), (byte) i});
        return new Likeness("1." + mark.repeat(Likeness.MARKS));
    }

    public static Filing filing(int i) {
        return filing(i, QINGLAN);
    }

    /** A confidential complaint about 青禾, with contact, marks and words. */
    public static Filing filing(int i, RegionCode unit) {
        return new Filing(
                number(i),
                Kind.COMPLAINT,
                "price",
                Identity.CONFIDENTIAL,
                new Subject(
                        Optional.of(QINGHE), Optional.empty(), "云汀青禾医疗美容门诊部", Optional.empty(), Optional.empty()),
                unit,
                sealed("结账时比门口公示的价格多收了三百元，要求退还。" + i),
                Optional.of(sealed("13800000000")),
                Optional.of("1.phone" + i),
                likeness(i),
                Channel.SCAN,
                Optional.empty(),
                "zh-Hans",
                Optional.of("2026-11-22"));
    }

    /** An anonymous report about a place in the consumer's own words. */
    public static Filing anonymous(int i) {
        return new Filing(
                number(i),
                Kind.REPORT,
                "impostor",
                Identity.ANONYMOUS,
                Subject.named("听雨路桥下的诊所"),
                QINGLAN,
                sealed("没有证。" + i),
                Optional.empty(),
                Optional.empty(),
                likeness(i),
                Channel.SCAN,
                Optional.empty(),
                "en",
                Optional.empty());
    }

    public static Step filed(int i) {
        return filed(filing(i), NOON);
    }

    public static Step filed(Filing filing, Instant at) {
        return Step.first(new Act.Filed("filed", at, new Actor.Complainant(), filing));
    }

    public static Row row(Complaint complaint) {
        return Row.of(complaint, clocks());
    }

    public static Submission submission(int i) {
        return new Submission("key-" + i, "body-" + i, 0);
    }

    public static Receipt.Lock lock(int i) {
        return new Receipt.Lock("A".repeat(21) + "Q", 1, "A".repeat(40) + "%02dA".formatted(i % 100));
    }

    /** Files this step and keeps those that follow; the case as it then is. */
    public static Complaint kept(Complaints complaints, Step first, List<Function<Complaint, Step>> more) {
        var i = first.after().number().value();
        complaints.file(first, row(first.after()), lock(0), new Submission("key-" + i, "body-" + i, 0));
        var complaint = first.after();
        for (var next : more) {
            var step = next.apply(complaint);
            if (!complaints.keep(step, row(step.after()))) {
                throw new IllegalStateException("a step was not kept: " + step.act());
            }
            complaint = step.after();
        }
        return complaint;
    }

    public static Complaint kept(Complaints complaints, int i) {
        return kept(complaints, filed(i), List.of());
    }

    public static Instant days(int after) {
        return NOON.plus(Duration.ofDays(after));
    }

    // ---- steps, as a case goes its way, a day after another -----------------------------------------------------

    public static Step accept(Complaint c) {
        return ((Complaint.Received) c).accept("accept", OF_QINGLAN, days(1));
    }

    public static Step answer(Complaint c) {
        return ((Complaint.Handling) c).answer("answer", OF_QINGLAN, days(2), Result.UPHELD, sealed("已退还。"));
    }

    public static Step object(Complaint c) {
        return ((Complaint.Objectionable) c).object("object", days(3), sealed("没有退。"));
    }

    public static Step transfer(Complaint c) {
        return ((Complaint.Movable) c).transfer("transfer", OF_QINGLAN, days(1), BINLAN, sealed("在滨澜区。"));
    }

    /** The steps by which a case comes to a stage, after it was filed. */
    public static List<Function<Complaint, Step>> way(Stage stage) {
        return switch (stage) {
            case RECEIVED -> List.of();
            case DISPUTED -> List.of(
                    Some::transfer,
                    c -> ((Complaint.Received) c).dispute("dispute", OF_BINLAN, days(2), sealed("在青岚区。")));
            case HANDLING -> List.of(Some::accept);
            case PAUSED -> List.of(
                    Some::accept,
                    c -> ((Complaint.Handling) c).pause("pause", OF_QINGLAN, days(2), sealed("送鉴定。")));
            case JOINED -> List.of(
                    c -> ((Complaint.Movable) c).offerJoin("offer", OF_QINGLAN, days(1), number(900)),
                    c -> ((Complaint.Movable) c).join("join", days(2), number(900)));
            case REVIEWING -> List.of(Some::accept, Some::answer, Some::object);
            case REFUSED -> List.of(c -> ((Complaint.Received) c)
                    .refuse("refuse", OF_QINGLAN, days(1), "over-three-years", sealed("超过三年。")));
            case ANSWERED -> List.of(Some::accept, Some::answer);
            case SETTLED -> {
                var way = new ArrayList<>(way(Stage.REVIEWING));
                way.add(c -> ((Complaint.Reviewing) c)
                        .review("review", OF_CITY, days(4), Ruling.STANDS, sealed("维持。")));
                yield List.copyOf(way);
            }
            case WITHDRAWN -> List.of(c -> ((Complaint.Open) c).withdraw("withdraw", days(1), sealed("已解决。")));
        };
    }
}

package xingma.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import xingma.aws.json.ActsJson;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.caseload.Submission;
import xingma.complaint.clock.Clocks;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Likeness;
import xingma.complaint.filing.Subject;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.institution.InstitutionId;
import xingma.rulebook.ComplaintBook;
import xingma.territory.RegionCode;

/**
 * Cases as large as real ones: the envelopes are as long as those that KMS wraps, and hold noise. The same number makes
 * the same case.
 */
final class SampleCases {
    static final RegionCode UNIT = new RegionCode("990102");
    static final Receipt.Lock LOCK = new Receipt.Lock("A".repeat(22), Receipt.Lock.ROUNDS, "A".repeat(43));

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor.Bureau OFFICER = new Actor.Bureau("7f3c2a10-5b1e-4c7d-9a02-0001", UNIT);
    private static final int INSTITUTIONS = 1_700;

    /** A data key of 256 bits as KMS wraps it. */
    private static final int WRAPPED_KEY = 184;

    /** Nonce and tag. */
    private static final int AROUND = 28;

    private static final int BYTES_OF_A_CHARACTER = 3;

    private final Instant now = Instant.parse("2026-11-20T04:00:00Z");

    Instant now() {
        return now;
    }

    Clocks clocks() {
        return new Clocks(ComplaintBook.standard().rules(), ZONE);
    }

    static CaseNumber number(int i) {
        return CaseNumber.of(Long.toString(48_271_930_556L + 7L * i));
    }

    static InstitutionId institution(int i) {
        return InstitutionId.firstRegisteredAs("medical-institution", "bench-" + i % INSTITUTIONS);
    }

    static Submission submission(int i) {
        return new Submission(noise(32, i, 1), noise(32, i, 2), 0);
    }

    /** The acts as the item holds them. */
    static int bytes(Complaint complaint) {
        return ActsJson.pack(complaint.docket().acts()).length;
    }

    /** A confidential complaint of 120 characters, filed on one of the last ten days. */
    Step filed(int i) {
        var filing = new Filing(
                number(i),
                Kind.COMPLAINT,
                "price",
                Identity.CONFIDENTIAL,
                new Subject(
                        Optional.of(institution(i)),
                        Optional.empty(),
                        "云汀第" + i % INSTITUTIONS + "医疗美容门诊部",
                        Optional.empty(),
                        Optional.empty()),
                UNIT,
                words(i, 120),
                Optional.of(sealed(i, Part.CONTACT, 9)),
                Optional.of("1." + noise(32, i, 3)),
                new Likeness("1." + noise(3 * Likeness.MARKS, i, 4)),
                Channel.SCAN,
                Optional.empty(),
                "zh-Hans",
                Optional.empty());
        return Step.first(new Act.Filed(id(i), at(i).minus(Duration.ofDays(i % 10)), new Actor.Complainant(), filing));
    }

    /** What happens in an ordinary case after it was filed; each act a few minutes or days after the last. */
    List<Function<Complaint, Step>> life() {
        return List.of(
                c -> c.open(id(1), OFFICER, at(1), Part.WORDS, "办理本案"),
                c -> open(c).assign(id(2), OFFICER, at(2), "7f3c2a10-5b1e-4c7d-9a02-0002"),
                c -> ((Complaint.Received) c).accept(id(3), OFFICER, at(3)),
                c -> c.open(id(4), OFFICER, at(4), Part.CONTACT, "电话核实收据和付款时间"),
                c -> open(c).ask(id(5), OFFICER, at(5), words(0, 40)),
                c -> open(c).say(id(6), at(6), words(0, 60)),
                c -> open(c).summarise(id(7), OFFICER, at(7), sealed(0, Part.SUMMARY, 100)),
                c -> c.counter(id(8), new Actor.Premises(institution(0)), at(8), sealed(0, Part.SUMMARY, 150)),
                c -> c.note(id(9), OFFICER, at(9), words(0, 60)),
                c -> open(c).remind("remind-HANDLE-2026-11-20-HALF", at(10), Which.HANDLE, Act.Mark.HALF),
                c -> ((Complaint.Handling) c).answer(id(11), OFFICER, at(11), Act.Result.UPHELD, words(0, 300)),
                c -> ((Complaint.Rateable) c).rate(id(12), at(12), Act.Satisfaction.GOOD, Act.Solved.YES),
                c -> erased(c, "contact", at(13)),
                c -> erased(c, "words", at(14)));
    }

    private Step erased(Complaint complaint, String id, Instant at) {
        var rules = clocks().rules().retention();
        var retention = rules.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
        return clocks().retention().erase(complaint, retention, at);
    }

    private static Complaint.Open open(Complaint complaint) {
        return (Complaint.Open) complaint;
    }

    private Instant at(int i) {
        return now.plusSeconds(60L * (i % 600)).plusNanos(123_456_000L);
    }

    private static String id(int i) {
        return "3f1b6c52-8a77-4d1e-9c10-%012d".formatted(i);
    }

    private static Sealed words(int i, int characters) {
        return sealed(i, Part.WORDS, characters);
    }

    /** All texts of a part lie under the first one's key. */
    private static Sealed sealed(int i, Part part, int characters) {
        var wrapped = noise(WRAPPED_KEY, i, part.ordinal() + 10);
        return new Sealed("s1.k." + wrapped + '.' + noise(AROUND + BYTES_OF_A_CHARACTER * characters, i, characters + 20));
    }

    private static String noise(int bytes, int i, int what) {
        var noise = new byte[bytes];
        new Random(31L * i + what).nextBytes(noise);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
    }
}

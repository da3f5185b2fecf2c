package xingma.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import xingma.attachment.FileKind;
import xingma.attachment.Refusal;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Likeness;
import xingma.complaint.filing.Subject;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.institution.InstitutionId;
import xingma.territory.RegionCode;

/** An act of each kind, for whoever writes acts down and reads them again. */
public final class EveryAct {
    private static final Instant AT = Instant.parse("2026-11-20T01:46:00Z");
    private static final Actor.Bureau OFFICER = new Actor.Bureau("officer-31", new RegionCode("990102"));
    private static final Actor HER = new Actor.Complainant();
    private static final Actor SWEEP = new Actor.Sweep();
    private static final CaseNumber NUMBER = CaseNumber.of("48271930556");
    public static final Sealed WORDS = new Sealed("v1.wrapped.text");
    private static final Sealed CONTACT = new Sealed("v1.wrapped.phone");

    private EveryAct() {}

    public static Stream<Act> acts() {
        return Stream.of(
                confidential(),
                new Act.Filed("a", AT, HER, anonymous()),
                new Act.Accepted("b", AT, OFFICER),
                new Act.Refused("c", AT, OFFICER, "over-three-years", WORDS),
                new Act.Transferred("d", AT, OFFICER, new RegionCode("990103"), WORDS),
                new Act.Disputed("e", AT, OFFICER, WORDS),
                new Act.Designated("f", AT, OFFICER, new RegionCode("990102"), WORDS),
                new Act.Joined("g", AT, HER, NUMBER),
                new Act.Paused("h", AT, OFFICER, WORDS),
                new Act.Resumed("i", AT, OFFICER, WORDS),
                new Act.Answered("j", AT, OFFICER, Act.Result.UNSOLVED, WORDS),
                new Act.Objected("k", AT, HER, WORDS),
                new Act.Reviewed("l", AT, OFFICER, Act.Ruling.RETURNED, WORDS),
                new Act.Withdrawn("m", AT, HER, WORDS),
                new Act.Reopened("n", AT, OFFICER, WORDS),
                new Act.Assigned("o", AT, OFFICER, "officer-7"),
                new Act.Classified("p", AT, OFFICER, "impostor"),
                new Act.Asked("q", AT, OFFICER, WORDS),
                new Act.Told("r", AT, OFFICER, WORDS),
                new Act.Said("s", AT, HER, WORDS),
                new Act.Noted("t", AT, OFFICER, WORDS),
                new Act.Extended("u", AT, OFFICER, WORDS),
                new Act.JoinOffered("v", AT, OFFICER, NUMBER),
                new Act.JoinDeclined("w", AT, HER),
                new Act.Followed("x", AT, HER, NUMBER),
                new Act.Summarised("y", AT, OFFICER, WORDS),
                new Act.Countered("z", AT, new Actor.Premises(new InstitutionId("0123456789abcdef0123")), WORDS),
                new Act.Opened("A", AT, OFFICER, Part.CONTACT, "电话核实收据"),
                new Act.EvidenceAdded("B", AT, HER, 1, FileKind.JPEG, 123_456, "ab".repeat(32)),
                new Act.EvidenceRefused("C", AT, SWEEP, 2, Refusal.BROKEN),
                new Act.IdentityChanged("D", AT, HER, Identity.NAMED, Optional.of(CONTACT), Optional.of("1.mark")),
                new Act.IdentityChanged("D", AT, HER, Identity.ANONYMOUS, Optional.empty(), Optional.empty()),
                new Act.Rated("E", AT, HER, Act.Satisfaction.FAIR, Act.Solved.PARTLY),
                new Act.Reminded("F", AT, SWEEP, Which.ACCEPT, Act.Mark.FOUR_FIFTHS),
                new Act.Climbed("G", AT, SWEEP, Which.HANDLE),
                new Act.DueMoved("H", AT, SWEEP, Which.HANDLE, LocalDate.of(2027, 1, 6), LocalDate.of(2027, 1, 7)),
                new Act.Erased("I", AT, SWEEP, "contact"),
                new Act.NotificationChosen("J", AT, HER, true),
                new Act.NotificationChosen("K", AT, HER, false),
                new Act.Untold("L", AT, SWEEP, "d.answered"));
    }

    static Act.Filed confidential() {
        return new Act.Filed("a", AT, HER, filing(Identity.CONFIDENTIAL));
    }

    private static Filing filing(Identity identity) {
        return new Filing(
                NUMBER,
                Kind.REPORT,
                "impostor",
                identity,
                new Subject(
                        Optional.of(new InstitutionId("0123456789abcdef0123")),
                        Optional.empty(),
                        "云汀青禾医疗美容门诊部",
                        Optional.of("110990102000123"),
                        Optional.of("周砚宁")),
                new RegionCode("990102"),
                WORDS,
                Optional.of(CONTACT),
                Optional.of("1.mark"),
                new Likeness("1." + "aZ9_".repeat(Likeness.MARKS)),
                Channel.SCAN,
                Optional.empty(),
                "zh-Hans",
                Optional.of("2026-11-22"),
                true);
    }

    private static Filing anonymous() {
        return new Filing(
                NUMBER,
                Kind.COMPLAINT,
                "refund",
                Identity.ANONYMOUS,
                Subject.named("某路口的美容店"),
                new RegionCode("990100"),
                WORDS,
                Optional.empty(),
                Optional.empty(),
                Likeness.ERASED,
                Channel.HOTLINE,
                Optional.of("12345-2026-0001"),
                "en",
                Optional.empty());
    }
}

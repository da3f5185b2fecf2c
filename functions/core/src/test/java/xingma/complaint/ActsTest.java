package xingma.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xingma.complaint.ClockRules.Which;
import xingma.institution.InstitutionId;
import xingma.territory.RegionCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActsTest {
    private static final Instant AT = Instant.parse("2026-11-20T01:46:00Z");
    private static final Actor.Bureau OFFICER = new Actor.Bureau("officer-31", new RegionCode("990102"));
    private static final Actor HER = new Actor.Complainant();
    private static final Actor SWEEP = new Actor.Sweep();
    private static final CaseNumber NUMBER = CaseNumber.of("48271930556");
    private static final Sealed WORDS = new Sealed("v1.wrapped.text");
    private static final Sealed CONTACT = new Sealed("v1.wrapped.phone");

    static Stream<Act> every_act() {
        return Stream.of(
                new Act.Filed("a", AT, HER, filing(Identity.CONFIDENTIAL)),
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
                new Act.EvidenceAdded("B", AT, HER, 1, EvidenceKind.JPEG, 123_456, "ab".repeat(32)),
                new Act.EvidenceRefused("C", AT, SWEEP, 2, EvidenceFinding.Reason.BROKEN),
                new Act.IdentityChanged("D", AT, HER, Identity.NAMED, Optional.of(CONTACT), Optional.of("1.mark")),
                new Act.IdentityChanged("D", AT, HER, Identity.ANONYMOUS, Optional.empty(), Optional.empty()),
                new Act.Rated("E", AT, HER, Act.Satisfaction.FAIR, Act.Solved.PARTLY),
                new Act.Reminded("F", AT, SWEEP, Which.ACCEPT, Act.Mark.FOUR_FIFTHS),
                new Act.Climbed("G", AT, SWEEP, Which.HANDLE),
                new Act.DueMoved("H", AT, SWEEP, Which.HANDLE, LocalDate.of(2027, 1, 6), LocalDate.of(2027, 1, 7)),
                new Act.Erased("I", AT, SWEEP, "contact"));
    }

    @ParameterizedTest
    @MethodSource("every_act")
    void what_is_written_is_read_back(Act act) {
        assertEquals(act, Acts.read(Acts.write(act)));
    }

    @Test
    void no_kind_of_act_is_left_out_of_these_tests() {
        var kinds = new TreeSet<String>();
        every_act().forEach(act -> kinds.add(act.getClass().getSimpleName()));
        var all = new TreeSet<String>();
        leaves(Act.class).forEach(kind -> all.add(kind.getSimpleName()));

        assertEquals(all, kinds);
    }

    @ParameterizedTest
    @MethodSource("every_act")
    void the_trail_never_gets_an_envelope_or_a_mark(Act act) {
        var line = Acts.write(act);

        for (var personal : line.personal().values()) {
            assertFalse(line.lasting().containsValue(personal), "the trail keeps " + personal);
        }
    }

    @Test
    void the_trail_keeps_the_digest_of_what_was_said() {
        var lasting = Acts.write(new Act.Said("s", AT, HER, WORDS)).lasting();

        assertEquals(WORDS.digest(), lasting.get("wordsDigest"));
    }

    @Test
    void an_act_whose_envelopes_were_erased_is_read_as_erased() {
        var line = Acts.write(new Act.Filed("a", AT, HER, filing(Identity.CONFIDENTIAL)));
        var erased = new Acts.Line(
                line.id(), line.what(), line.at(), line.by(), line.facts(), Collections.emptySortedMap());
        var filing = ((Act.Filed) Acts.read(erased)).filing();

        assertTrue(filing.words().isErased());
        assertEquals(Optional.of(Sealed.ERASED), filing.contact());
        assertEquals(Optional.empty(), filing.phoneMark());
    }

    private static Stream<Class<?>> leaves(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(ActsTest::leaves).distinct()
                : Stream.of(kind);
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
                "likeness",
                Channel.SCAN,
                Optional.empty(),
                "zh-Hans");
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
                "",
                Channel.HOTLINE,
                Optional.of("12345-2026-0001"),
                "en");
    }
}

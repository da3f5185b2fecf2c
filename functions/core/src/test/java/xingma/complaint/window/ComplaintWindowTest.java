package xingma.complaint.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Docket;
import xingma.complaint.Some;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Likeness;
import xingma.complaint.filing.Statement;
import xingma.complaint.filing.Subject;
import xingma.complaint.receipt.InMemoryTries;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.receipt.Tries;
import xingma.complaint.seal.KnownSecrets;
import xingma.complaint.window.ComplainantsSeat.Move;
import xingma.complaint.window.ComplainantsSeat.Outcome;
import xingma.complaint.window.ComplaintWindow.Filed;
import xingma.complaint.window.ComplaintWindow.Look;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ComplaintWindowTest {
    private static final String KEY = "a-key-of-one-form";
    private static final String WORDS = "给我打针的不是周医生，是一位姓白的女士。";
    private static final List<String> SENT = List.of("report", WORDS);

    private final DeskRoom room = new DeskRoom();

    private Filed.Receipted filed() {
        return (Filed.Receipted) room.window.file(KEY, SENT, statement(), new Actor.Complainant(), room.now());
    }

    private static Statement statement() {
        return new Statement(
                Kind.REPORT,
                "other",
                Subject.named("听雨路18号"),
                Some.QINGLAN,
                Identity.CONFIDENTIAL,
                Optional.of(new Contact("13800005678", Optional.empty())),
                WORDS,
                Channel.FRONT_PAGE,
                Optional.empty(),
                "zh-Hans",
                Optional.of("2026-11-22"));
    }

    private Complaint inside(Receipt receipt) {
        return ((Look.Inside) room.window.look(receipt, "r" + room.now(), room.now())).complaint();
    }

    @Test
    void sending_twice_is_filing_once_days_later_too() {
        var first = filed();
        room.pass(Duration.ofDays(9));
        assertEquals(first.receipt(), filed().receipt());
        assertEquals(
                first.receipt(),
                ((Filed.Receipted) room.window.before(KEY, SENT).orElseThrow()).receipt());
        assertEquals(1, room.complaints.open(Some.QINGLAN, Optional.empty()).items().size());
    }

    @Test
    void the_same_key_with_another_body_is_refused_and_the_first_stands() {
        var first = filed();
        var other = room.window.before(KEY, List.of("report", "另一件事。"));
        assertInstanceOf(Filed.KeyUsed.class, other.orElseThrow());
        assertEquals(first.complaint().number(), inside(first.receipt()).number());
    }

    @Test
    void parts_of_a_body_do_not_run_into_each_other() {
        room.window.file(KEY, List.of("ab", "c"), statement(), new Actor.Complainant(), room.now());
        assertInstanceOf(Filed.KeyUsed.class, room.window.before(KEY, List.of("a", "bc")).orElseThrow());
    }

    @Test
    void a_submission_made_with_an_earlier_key_of_marks_is_known() {
        var first = filed();
        var later = new ComplaintWindow(
                room.complaints, room.seals, new KnownSecrets(2), new InMemoryTries(), DeskRoom::clocks);
        assertEquals(first.receipt(), ((Filed.Receipted) later.before(KEY, SENT).orElseThrow()).receipt());
    }

    @Test
    void words_and_contact_are_sealed_and_the_holder_reads_the_words() {
        var filed = filed().complaint();
        assertFalse(filed.filing().words().box().contains(WORDS));
        assertEquals(WORDS, room.window.words(filed).get("filed"));
        assertTrue(filed.filing().contact().isPresent() && filed.filing().phoneMark().isPresent());
    }

    @Test
    void a_wrong_receipt_and_nobodys_are_told_the_same() {
        var right = filed().receipt();
        var other = Receipt.drawn(room.secrets, "another-key-of-a-form", 0);
        var wrong = new Receipt(right.number(), other.secret());
        assertInstanceOf(Look.Nothing.class, room.window.look(wrong, "a", room.now()));
        assertInstanceOf(Look.Nothing.class, room.window.look(other, "b", room.now()));
    }

    @Test
    void ten_wrong_attempts_close_a_number_for_the_hour_and_right_ones_cost_nothing() {
        var right = filed().receipt();
        for (var i = 0; i < 30; i++) {
            assertInstanceOf(Look.Inside.class, room.window.look(right, "right" + i, room.now()));
        }
        var wrong = new Receipt(right.number(), Receipt.drawn(room.secrets, "another-key-of-a-form", 0).secret());
        for (var i = 0; i < Tries.MOST; i++) {
            assertInstanceOf(Look.Nothing.class, room.window.look(wrong, "wrong" + i, room.now()));
        }
        assertInstanceOf(Look.TooOften.class, room.window.look(right, "right", room.now()));
        room.pass(Duration.ofHours(1));
        assertInstanceOf(Look.Inside.class, room.window.look(right, "later", room.now()));
    }

    @Test
    void when_attempts_cannot_be_counted_nobody_is_let_in() {
        var right = filed().receipt();
        var closed = new ComplaintWindow(room.complaints, room.seals, room.secrets, new Tries() {
            @Override
            public boolean take(String about, String attemptId, Instant at) {
                throw new IllegalStateException("no store");
            }

            @Override
            public void giveBack(String about, String attemptId, Instant at) {}
        }, DeskRoom::clocks);
        assertThrows(IllegalStateException.class, () -> closed.look(right, "a", room.now()));
    }

    @Test
    void a_step_asked_for_twice_is_taken_once_and_its_id_serves_no_other() {
        var seen = filed().complaint();
        var said = room.seat.say(seen, "step-0001", room.now(), "收据还在。");
        var again = room.seat.say(seen, "step-0001", room.now(), "收据还在。");
        assertInstanceOf(Outcome.Done.class, said);
        assertEquals(said.complaint().docket().revision(), again.complaint().docket().revision());
        assertInstanceOf(Outcome.IdUsed.class, room.seat.withdraw(seen, "step-0001", room.now(), ""));
    }

    @Test
    void nobody_takes_the_sweeps_ids_away() {
        var seen = filed().complaint();
        var task = DeskRoom.clocks().tasks(seen, Some.TODAY.plusDays(60)).getFirst();
        var said = room.seat.say(seen, task.id(), room.now(), "抢先一步。").complaint();
        assertTrue(said.docket().byId(task.id()).isEmpty());
    }

    @Test
    void a_step_is_decided_anew_where_somebody_was_faster() {
        var seen = filed().complaint();
        room.seat.say(seen, "step-0001", room.now(), "第一句。");
        var second = room.seat.say(seen, "step-0002", room.now(), "第二句。");
        assertInstanceOf(Outcome.Done.class, second);
        assertEquals(3, second.complaint().docket().revision());
    }

    @Test
    void who_withdrew_may_say_nothing_more_but_may_become_anonymous() {
        var seen = room.seat.withdraw(filed().complaint(), "step-0001", room.now(), "").complaint();
        assertInstanceOf(Outcome.NotNow.class, room.seat.say(seen, "step-0002", room.now(), "还有。"));
        var anonymous = room.seat.changeIdentity(seen, "step-0003", room.now(), Identity.ANONYMOUS, Optional.empty());
        assertTrue(anonymous.complaint().docket().contact().isEmpty());
        assertEquals(java.util.Set.of(Move.IDENTITY), room.seat.lawful(anonymous.complaint(), room.now()));
    }

    @Test
    void one_complainant_cannot_fill_the_docket() {
        var seen = filed().complaint();
        for (var i = 0; i < ComplainantsSeat.MOST_SAID; i++) {
            seen = room.seat.say(seen, "step-" + (1000 + i), room.now(), "又一句。").complaint();
        }
        assertInstanceOf(Outcome.NoRoom.class, room.seat.say(seen, "step-9999", room.now(), "再一句。"));
        assertTrue(seen.docket().revision() < Docket.MOST_ACTS / 2);
    }

    @Test
    void texts_with_the_same_sentences_are_alike_and_others_are_not() {
        var secrets = new KnownSecrets();
        var one = Likeness.of("他们说能治百病，还说是三甲医院的专家来做，让我当天就付了八千元定金。", secrets);
        var copied = Likeness.of("他们说能治百病，还说是三甲医院的专家来做，让我当天就付了九千元定金！", secrets);
        var other = Likeness.of("门口没有张贴公示牌，店里也没有看到卫生许可证。", secrets);
        assertTrue(one.with(copied) >= Likeness.ALIKE, "" + one.with(copied));
        assertTrue(one.with(other) < 0.2, "" + one.with(other));
        assertEquals(1.0, one.with(one));
        assertEquals(0.0, one.with(Likeness.ERASED));
        assertEquals(0.0, one.with(Likeness.of("他们说能治百病", new KnownSecrets(2))));
        assertNotEquals(one, copied);
    }

    @Test
    void a_word_or_two_have_marks_as_well() {
        var marks = Likeness.of("退费", new KnownSecrets());
        assertEquals(1.0, marks.with(Likeness.of("退费。", new KnownSecrets())));
    }
}

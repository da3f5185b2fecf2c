package xingma.complaint.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.desk.DeskRoom.BAI;
import static xingma.complaint.desk.DeskRoom.CAI;
import static xingma.complaint.desk.DeskRoom.HE;
import static xingma.complaint.desk.DeskRoom.QIAN;
import static xingma.complaint.desk.DeskRoom.REGISTRAR;
import static xingma.complaint.desk.DeskRoom.id;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Docket;
import xingma.complaint.Some;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Disturbed;
import xingma.complaint.desk.ComplaintDesk.ContactOutcome;
import xingma.complaint.desk.ComplaintDesk.Outcome;
import xingma.complaint.filing.Identity;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.seal.Seals;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningTest {
    private static final String REASON = "约时间看现场";

    private final DeskRoom room = new DeskRoom();
    private final Complaint complaint = room.filed();
    private final List<Part> opened = new ArrayList<>();
    private final Seals watched = new Watched();

    private List<Act.Opened> recorded() {
        return room.now(complaint).docket().all(Act.Opened.class).toList();
    }

    @Test
    void opening_the_words_is_recorded_once_for_each_officer_and_day() {
        room.desk.open(HE, complaint.number());
        room.desk.open(HE, complaint.number());
        room.desk.open(QIAN, complaint.number());
        assertEquals(List.of("he", "qian"), recorded().stream().map(o -> ((Actor.Bureau) o.by()).officer()).toList());
        room.pass(Duration.ofHours(13));
        room.desk.open(HE, complaint.number());
        assertEquals(3, recorded().size());
        assertTrue(recorded().stream().allMatch(o -> o.part() == Part.WORDS && o.reason().equals("办理本案")));
    }

    @Test
    void whoever_is_not_of_the_unit_opens_nothing_and_leaves_no_line() {
        assertEquals(new Outcome.NoSuchCase(), room.desk.open(BAI, complaint.number()));
        assertEquals(new Outcome.NoSuchCase(), room.desk.open(BAI, Some.number(5)));
        assertEquals(new Outcome.Barred(Bar.NO_READER), room.desk.open(REGISTRAR, complaint.number()));
        assertEquals(List.of(), recorded());
    }

    @Test
    void a_contact_is_opened_for_a_reason_that_is_recorded_first() {
        var outcome = desk(room.complaints).openContact(HE, complaint.number(), id(), REASON);
        var contact = assertInstanceOf(ContactOutcome.Opened.class, outcome).contact();
        assertEquals("13800000000", contact.phone());
        assertEquals(Optional.of("王某"), contact.name());
        assertEquals(List.of(Part.CONTACT), opened);
        assertEquals(List.of(REASON), recorded().stream().map(Act.Opened::reason).toList());
    }

    @Test
    void when_the_line_is_not_written_nothing_is_opened() {
        var breaking = desk(Disturbed.breaking(room.complaints, 0));
        assertThrows(Disturbed.Outage.class, () -> breaking.openContact(HE, complaint.number(), id(), REASON));
        assertThrows(Disturbed.Outage.class, () -> breaking.open(HE, complaint.number()));
        var overtaken = desk(Disturbed.overtaken(
                room.complaints, 99, c -> room.done(CAI, c, new Move.Note(id(), "我来看看。"))));
        assertEquals(
                new ContactOutcome.NotOpened(new Outcome.Overtaken()),
                overtaken.openContact(HE, complaint.number(), id(), REASON));
        assertEquals(List.of(), opened);
        assertEquals(List.of(), recorded());
    }

    @Test
    void only_the_unit_in_charge_sees_the_contact() {
        assertEquals(
                new ContactOutcome.NotOpened(new Outcome.Barred(Bar.NOT_IN_CHARGE)),
                desk(room.complaints).openContact(CAI, complaint.number(), id(), REASON));
        assertEquals(
                new ContactOutcome.NotOpened(new Outcome.NoSuchCase()),
                desk(room.complaints).openContact(BAI, complaint.number(), id(), REASON));
        assertEquals(List.of(), opened);
    }

    @Test
    void a_lost_answer_is_given_again_under_its_id_for_a_while_without_another_line() {
        var id = id();
        var desk = desk(room.complaints);
        desk.openContact(HE, complaint.number(), id, REASON);
        assertInstanceOf(ContactOutcome.Opened.class, desk.openContact(HE, complaint.number(), id, REASON));
        assertEquals(1, recorded().size());
        var taken = new ContactOutcome.NotOpened(new Outcome.IdTaken(id));
        assertEquals(taken, desk.openContact(HE, complaint.number(), id, "另一个理由"));
        assertEquals(taken, desk.openContact(QIAN, complaint.number(), id, REASON));
        room.pass(Duration.ofMinutes(11));
        assertEquals(taken, desk.openContact(HE, complaint.number(), id, REASON));
    }

    @Test
    void where_no_contact_is_kept_nothing_is_recorded() {
        room.seat.changeIdentity(complaint, id(), room.now(), Identity.ANONYMOUS, Optional.empty());
        assertEquals(
                new ContactOutcome.NothingKept(),
                desk(room.complaints).openContact(HE, complaint.number(), id(), REASON));
        assertEquals(List.of(), recorded());
    }

    @Test
    void a_case_that_was_talked_full_can_still_be_opened_and_decided() {
        room.done(HE, complaint, new Move.Accept(id(), Optional.empty()));
        Outcome outcome;
        var said = 0;
        do {
            outcome = room.desk.move(HE, complaint.number(), new Move.Tell(id(), "第%03d次告知。".formatted(++said)));
        } while (outcome instanceof Outcome.Done && said < Docket.MOST_ACTS);
        assertEquals(new Outcome.Barred(Bar.FULL), outcome);
        assertInstanceOf(Outcome.Done.class, room.desk.open(HE, complaint.number()));
        assertInstanceOf(
                Outcome.Done.class,
                room.desk.move(HE, complaint.number(), new Move.Answer(id(), Act.Result.UPHELD, "依据价格法。")));
    }

    private ComplaintDesk desk(Complaints store) {
        return room.desk(store, watched);
    }

    /** Remembers which parts were opened. */
    private final class Watched implements Seals {
        @Override
        public List<Sealed> closeAll(CaseNumber number, Part part, List<String> texts) {
            return room.seals.closeAll(number, part, texts);
        }

        @Override
        public Sealed closeBeside(CaseNumber number, Part part, Sealed there, String text) {
            return room.seals.closeBeside(number, part, there, text);
        }

        @Override
        public List<String> openAll(CaseNumber number, Part part, List<Sealed> sealed) {
            opened.add(part);
            return room.seals.openAll(number, part, sealed);
        }
    }
}

package xingma.complaint.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static xingma.complaint.desk.DeskRoom.HE;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.desk.Move;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Identity;
import xingma.complaint.window.ComplainantsSeat.Outcome;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComplainantsSeatTest {
    private final DeskRoom room = new DeskRoom();

    @Test
    void words_are_taken_so_often_and_no_more_and_that_is_said() {
        assertOften(ComplainantsSeat.MOST_SAID, Act.Said.class, (c, id) -> room.seat.say(c, id, room.now(), "补充一张收据。"));
    }

    @Test
    void who_may_know_her_is_changed_so_often_and_no_more_and_that_is_said() {
        var contact = Optional.of(new Contact("13900000000", Optional.empty()));
        assertOften(
                ComplainantsSeat.MOST_CHANGES,
                Act.IdentityChanged.class,
                (c, id) -> room.seat.changeIdentity(c, id, room.now(), Identity.NAMED, contact));
    }

    @Test
    void whether_she_is_told_by_telephone_is_changed_so_often_and_no_more_and_that_is_said() {
        assertOften(
                ComplainantsSeat.MOST_CHANGES,
                Act.NotificationChosen.class,
                (c, id) -> room.seat.chooseNotification(c, id, room.now(), true));
    }

    /** What was taken before is still taken when it is sent again, and the bureau goes on. */
    private void assertOften(int most, Class<? extends Act> kind, BiFunction<Complaint, String, Outcome> asking) {
        var complaint = room.filed();
        var first = UUID.randomUUID().toString();
        assertInstanceOf(Outcome.Done.class, asking.apply(complaint, first));
        for (var i = 1; i < most; i++) {
            assertInstanceOf(Outcome.Done.class, asking.apply(room.now(complaint), UUID.randomUUID().toString()));
        }

        assertInstanceOf(Outcome.NoRoom.class, asking.apply(room.now(complaint), UUID.randomUUID().toString()));
        assertInstanceOf(Outcome.Done.class, asking.apply(room.now(complaint), first));
        assertEquals(most, room.now(complaint).docket().all(kind).count());
        room.done(HE, complaint, new Move.Ask(DeskRoom.id(), "哪一天？"));
    }
}

package xingma.complaint.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static xingma.complaint.desk.DeskRoom.BAI;
import static xingma.complaint.desk.DeskRoom.HE;
import static xingma.complaint.desk.DeskRoom.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.Act;
import xingma.complaint.Act.Result;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.caseload.Disturbed;
import xingma.complaint.desk.ComplaintDesk.Outcome;
import xingma.complaint.seal.Part;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JointAnswerTest {
    private static final String WORDS = "已责令退还多收的三百元，依据价格法第十三条。";

    private final DeskRoom room = new DeskRoom();
    private final Complaint lead = room.in(Stage.HANDLING);

    private List<Complaint> followers(int count) {
        var followers = new ArrayList<Complaint>();
        for (var i = 0; i < count; i++) {
            followers.add(room.joined(room.filed(), lead));
        }
        return followers;
    }

    private static Move.Answer answer() {
        return new Move.Answer(id(), Result.UPHELD, WORDS);
    }

    private void assertAnswered(Complaint complaint) {
        var answered = assertInstanceOf(Complaint.Answered.class, room.now(complaint));
        assertEquals(Result.UPHELD, answered.result());
        var words = answered.docket().last(Act.Answered.class).orElseThrow().words();
        assertEquals(WORDS, room.seals.open(answered.number(), Part.WORDS, words));
    }

    @Test
    void every_case_that_was_joined_gets_the_leads_answer_as_a_step_of_its_own() {
        var followers = followers(3);
        var done = assertInstanceOf(Outcome.Done.class, room.desk.move(HE, lead.number(), answer()));
        assertEquals(List.of(), done.waiting());
        assertAnswered(lead);
        followers.forEach(this::assertAnswered);
    }

    @Test
    void what_a_broken_call_left_over_the_next_one_answers_and_nothing_twice() {
        var followers = followers(4);
        var answer = answer();
        var breaking = room.desk(Disturbed.breaking(room.complaints, 3), room.seals);
        assertThrows(Disturbed.Outage.class, () -> breaking.move(HE, lead.number(), answer));
        assertEquals(2, followers.stream().filter(f -> room.now(f) instanceof Complaint.Joined).count());
        room.done(HE, lead, answer);
        room.done(HE, lead, answer);
        Stream.concat(Stream.of(lead), followers.stream()).forEach(c -> {
            assertAnswered(c);
            assertEquals(1, room.now(c).docket().all(Act.Answered.class).count());
        });
    }

    @Test
    void a_case_that_left_its_lead_for_another_is_not_answered_with_the_first() {
        var follower = followers(1).getFirst();
        room.seat.withdraw(room.now(follower), id(), room.now(), "已经退了。");
        room.done(HE, follower, new Move.Reopen(id(), "有新线索。"));
        room.joined(room.now(follower), room.in(Stage.HANDLING));
        room.done(HE, lead, answer());
        assertEquals(Stage.JOINED, room.now(follower).stage());
    }

    @Test
    void an_answer_that_is_sent_once_more_does_not_answer_who_joined_after_it() {
        var answer = answer();
        room.done(HE, lead, answer);
        room.done(HE, lead, new Move.Reopen(id(), "有新线索。"));
        var follower = followers(1).getFirst();
        room.done(HE, lead, answer);
        assertEquals(Stage.JOINED, room.now(follower).stage());
        room.done(HE, lead, answer());
        assertAnswered(follower);
    }

    @Test
    void one_call_answers_so_many_and_says_who_waits_for_the_next() {
        var followers = followers(ComplaintDesk.MOST_FOLLOWERS + 2);
        var answer = answer();
        var first = assertInstanceOf(Outcome.Done.class, room.desk.move(HE, lead.number(), answer));
        assertEquals(2, first.waiting().size());
        var second = assertInstanceOf(Outcome.Done.class, room.desk.move(HE, lead.number(), answer));
        assertEquals(List.of(), second.waiting());
        followers.forEach(this::assertAnswered);
    }

    @Test
    void a_follower_that_was_withdrawn_stays_withdrawn() {
        var follower = followers(1).getFirst();
        room.seat.withdraw(follower, id(), room.now(), "已经解决。");
        room.done(HE, lead, answer());
        assertEquals(Stage.WITHDRAWN, room.now(follower).stage());
    }

    @Test
    void followers_of_followers_are_answered_as_well() {
        var other = room.filed();
        room.done(HE, other, new Move.OfferJoin(id(), lead.number()));
        var middle = room.filed();
        var last = room.filed();
        room.done(HE, last, new Move.OfferJoin(id(), middle.number()));
        room.done(HE, middle, new Move.OfferJoin(id(), lead.number()));
        room.seat.join(room.now(last), id(), room.now());
        room.seat.join(room.now(middle), id(), room.now());
        room.done(HE, lead, answer());
        assertAnswered(middle);
        assertAnswered(last);
    }

    @Test
    void followers_are_answered_though_their_lead_went_to_another_unit() {
        var moving = room.filed();
        var follower = room.joined(room.filed(), moving);
        room.done(HE, moving, new Move.Transfer(id(), Some.BINLAN, "营业地在滨澜区。"));
        room.done(BAI, moving, new Move.Accept(id(), Optional.empty()));
        room.done(BAI, moving, answer());
        assertAnswered(follower);
        assertEquals(Some.QINGLAN, room.now(follower).unit());
    }

    @Test
    void only_an_open_case_of_the_same_unit_may_lead() {
        var follower = room.filed();
        var elsewhere = room.filed(Some.BINLAN, "没有出示证件，收费也没有票据，请查。");
        for (var none : List.of(elsewhere, room.in(Stage.ANSWERED), room.in(Stage.JOINED), follower)) {
            assertEquals(
                    new Outcome.Barred(Bar.NO_SUCH_LEAD),
                    room.desk.move(HE, follower.number(), new Move.OfferJoin(id(), none.number())));
        }
        assertEquals(
                new Outcome.Barred(Bar.NO_SUCH_LEAD),
                room.desk.move(HE, follower.number(), new Move.OfferJoin(id(), Some.number(7))));
    }

    @Test
    void a_case_that_leads_follows_nobody_and_an_offer_is_made_once() {
        followers(1);
        assertEquals(
                new Outcome.Barred(Bar.HAS_FOLLOWERS),
                room.desk.move(HE, lead.number(), new Move.OfferJoin(id(), room.filed().number())));
        var follower = room.filed();
        room.done(HE, follower, new Move.OfferJoin(id(), lead.number()));
        assertEquals(
                new Outcome.Barred(Bar.OFFER_STANDS),
                room.desk.move(HE, follower.number(), new Move.OfferJoin(id(), lead.number())));
    }
}

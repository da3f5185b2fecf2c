package xingma.complaint.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.desk.DeskRoom.HE;
import static xingma.complaint.desk.DeskRoom.id;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Step;
import xingma.complaint.caseload.ContactSafe;
import xingma.complaint.caseload.InMemoryComplaints;
import xingma.complaint.caseload.Row;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.desk.Move;
import xingma.complaint.filing.Identity;
import xingma.complaint.notification.Messenger.Message;
import xingma.complaint.notification.Notification.What;
import xingma.complaint.notification.PostRoom.Report;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.seal.Part;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostRoomTest {
    private final DeskRoom room = new DeskRoom();
    private final List<Message> taken = new ArrayList<>();
    private boolean gatewayStands = true;
    private final Outbox outbox = (InMemoryComplaints) room.complaints;
    private final PostRoom post = post(outbox);

    private PostRoom post(Outbox box) {
        var texts = new EnumMap<What, Map<String, String>>(What.class);
        for (var what : What.values()) {
            texts.put(what, Map.of("zh-Hans", "{bureau} {number} {day} " + what + " {link}", "en", "{number} on {day}"));
        }
        return new PostRoom(
                room.complaints,
                box,
                new ContactSafe(room.complaints, room.seals, DeskRoom::clocks, room.clock, attempt -> {}),
                message -> gatewayStands && taken.add(message),
                new NotificationTexts(texts),
                new PostRoom.Letterhead("云汀市卫生健康局", "Yunting Health Bureau", "https://xm.yunting.example/status"),
                DeskRoom::clocks,
                room.clock,
                attempt -> {});
    }

    private Complaint wanting() {
        return room.seat.chooseNotification(room.filed(), key(), room.now(), true).complaint();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Complaint accepted(Complaint complaint) {
        return room.done(HE, complaint, new Move.Accept(id(), Optional.empty()));
    }

    @Test
    void who_asked_for_it_is_told_number_day_and_link_and_nothing_of_the_case() {
        var complaint = accepted(wanting());

        assertEquals(new Report(1, 0, 0, 0, true), run());

        var message = taken.getFirst();
        assertEquals("13800000000", message.phone());
        assertEquals(
                "云汀市卫生健康局 " + complaint.number().spoken() + " 11月20日 ACCEPTED https://xm.yunting.example/status",
                message.text());
        assertFalse(message.toString().contains("1380"));
        assertEquals(new Report(0, 0, 0, 0, true), run());
    }

    @Test
    void the_contact_is_opened_by_the_system_for_a_reason_that_the_complainant_reads() {
        var complaint = accepted(wanting());
        run();

        var opened = room.now(complaint).docket().last(Act.Opened.class).orElseThrow();
        assertEquals(Part.CONTACT, opened.part());
        assertEquals(new Actor.Sweep(), opened.by());
        assertEquals(PostRoom.REASON, opened.reason());
        assertEquals("Opened", room.trail.of(Step.subject(complaint.number()), 0).getLast().what());
    }

    @Test
    void nobody_is_told_who_did_not_ask_or_has_become_anonymous_or_opted_out_since() {
        accepted(room.filed());
        var anonymous = accepted(wanting());
        room.seat.changeIdentity(anonymous, key(), room.now(), Identity.ANONYMOUS, Optional.empty());
        var silent = accepted(wanting());
        room.seat.chooseNotification(silent, key(), room.now(), false);

        assertEquals(new Report(0, 2, 0, 0, true), run());
        assertEquals(List.of(), taken);
        assertTrue(room.now(silent).docket().all(Act.Opened.class).findAny().isEmpty());
    }

    @Test
    void a_contact_whose_time_is_over_is_not_opened_though_it_still_lies_there() {
        var complaint = accepted(wanting());
        room.done(HE, complaint, new Move.Answer(id(), Act.Result.UPHELD, "已退还。"));
        room.pass(Duration.ofDays(91));

        assertEquals(new Report(0, 2, 0, 0, true), run());
        assertEquals(List.of(), outbox.due(room.now().plus(Duration.ofDays(99)), 10));
        assertEquals(List.of(), taken);
    }

    @Test
    void a_step_that_is_sent_again_is_told_once() {
        var complaint = wanting();
        var move = new Move.Accept(id(), Optional.empty());
        room.done(HE, complaint, move);
        room.done(HE, complaint, move);
        run();
        room.done(HE, complaint, move);
        room.pass(Duration.ofDays(1));
        run();

        assertEquals(1, taken.size());
    }

    @Test
    void what_the_gateway_did_not_take_comes_again_later_under_the_same_id() {
        var complaint = accepted(wanting());
        gatewayStands = false;
        assertEquals(new Report(0, 0, 1, 0, true), run());
        gatewayStands = true;
        assertEquals(new Report(0, 0, 0, 0, true), run());
        room.pass(Duration.ofMinutes(11));

        assertEquals(new Report(1, 0, 0, 0, true), run());

        assertEquals(2, room.now(complaint).docket().all(Act.Opened.class).filter(o -> o.part() == Part.CONTACT).count());
        assertTrue(taken.getFirst().id().startsWith(complaint.number() + ".d."));
    }

    @Test
    void what_was_never_taken_is_said_in_the_case_until_an_officer_has_opened_the_contact() {
        var complaint = accepted(wanting());
        gatewayStands = false;
        var last = new Report(0, 0, 0, 0, true);
        for (var i = 0; i < Notification.MOST_ATTEMPTS; i++) {
            last = run();
            room.pass(Duration.ofDays(2));
        }

        assertEquals(new Report(0, 0, 0, 1, true), last);
        assertTrue(row(complaint).untold());
        assertEquals(List.of(), outbox.due(room.now(), 10));
        room.desk.openContact(HE, complaint.number(), id(), "短信没有发出，电话告知");
        assertFalse(row(complaint).untold());
    }

    @Test
    void who_is_broken_off_after_handing_over_hands_over_again_with_the_same_id_and_no_other() {
        accepted(wanting());
        var neverTicksOff = post(new Outbox() {
            @Override
            public List<Notification> due(Instant now, int most) {
                return outbox.due(now, most);
            }

            @Override
            public boolean take(Notification notification, Notification begun) {
                return outbox.take(notification, begun);
            }

            @Override
            public void drop(Notification notification) {}
        });
        neverTicksOff.run(() -> true);
        room.pass(Duration.ofHours(1));
        run();

        assertEquals(2, taken.size());
        assertEquals(taken.getFirst(), taken.getLast());
    }

    @Test
    void a_run_ends_when_its_time_is_over_and_the_next_goes_on() {
        for (var i = 0; i < 3; i++) {
            accepted(wanting());
        }

        assertEquals(new Report(0, 0, 0, 0, false), post.run(() -> false));
        assertEquals(3, run().told());
    }

    @Test
    void a_day_that_passed_is_told_once() {
        var complaint = wanting();
        room.pass(Duration.ofDays(30));
        var step = ((Complaint.Open) room.now(complaint))
                .climb("climb-ACCEPT", room.now(), Which.ACCEPT);
        assertTrue(room.complaints.keep(step, Some.row(step.after())));
        run();
        run();

        assertEquals(1, taken.size());
        assertTrue(taken.getFirst().text().contains("OVERDUE"));
    }

    private Report run() {
        return post.run(() -> true);
    }

    private Row row(Complaint complaint) {
        return room.complaints.open(Some.QINGLAN, Optional.empty()).items().stream()
                .filter(r -> r.number().equals(complaint.number()))
                .findFirst()
                .orElseThrow();
    }
}

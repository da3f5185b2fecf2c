package xingma.complain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static xingma.complain.DeskCounter.by;
import static xingma.complain.DeskCounter.json;
import static xingma.complain.DeskCounter.text;
import static xingma.complaint.desk.DeskRoom.BAI;
import static xingma.complaint.desk.DeskRoom.CAI;
import static xingma.complaint.desk.DeskRoom.HE;
import static xingma.complaint.desk.DeskRoom.REGISTRAR;
import static xingma.complaint.desk.DeskRoom.id;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.aws.http.Reply;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.caseload.Disturbed;
import xingma.complaint.caseload.Row;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.filing.Identity;
import xingma.complaint.seal.Part;
import xingma.territory.Officer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenContactTest {
    private final DeskCounter counter = new DeskCounter();
    private final DeskRoom room = counter.room;
    private final Complaint complaint = room.filed();

    private Reply open(Officer officer, String number, String id, String reason) {
        return counter.ask(by(officer, "POST /api/complaints/{number}/contact")
                .parameter("number", number)
                .body(text(Map.of("id", id, "reason", reason))));
    }

    private Reply open(Officer officer, String reason) {
        return open(officer, complaint.number().value(), id(), reason);
    }

    private long lines() {
        return room.now(complaint).docket().all(Act.Opened.class).filter(o -> o.part() == Part.CONTACT).count();
    }

    @Test
    void a_contact_is_told_to_its_handler_and_the_line_names_who_and_why() {
        var told = json(open(HE, "约时间看现场"));
        assertEquals("13800000000", told.get("phone").asText());
        assertEquals("王某", told.get("name").asText());
        var shown = json(counter.show(HE, complaint)).at("/contact/openedBy/0");
        assertEquals("约时间看现场", shown.get("reason").asText());
        assertEquals("he", shown.get("name").asText());
    }

    @Test
    void who_is_overtaken_again_and_again_is_told_when_to_come_back() {
        var crowded = Disturbed.overtaken(room.complaints, 99, before -> {
            var step = before.note(id(), new Actor.Bureau("qian", Some.QINGLAN), room.now(), Some.sealed("去看看"));
            room.complaints.keep(step, Row.of(step.after(), DeskRoom.clocks()));
        });
        var reply = new OpenContact(room.desk(crowded, room.seals), counter.names)
                .http()
                .answer(by(HE, "POST /api/complaints/{number}/contact")
                        .parameter("number", complaint.number().value())
                        .body(text(Map.of("id", id(), "reason", "约时间看现场"))));
        assertEquals("503 case.busy", reply.status() + " " + json(reply).get("code").asText());
        assertEquals("2", reply.headers().get("retry-after"));
        assertEquals(0, lines());
    }

    @Test
    void nobody_else_is_told_and_nothing_is_written() {
        var foreign = open(BAI, "约时间看现场");
        assertEquals(404, foreign.status());
        assertEquals(open(BAI, Some.number(3).value(), id(), "约时间看现场").text(), foreign.text());
        assertEquals("contact.otherUnit", json(open(CAI, "约时间看现场")).get("code").asText());
        assertEquals(403, open(REGISTRAR, "约时间看现场").status());
        assertEquals(0, lines());
    }

    @ParameterizedTest
    @CsvSource({"'  ', reason.length", "致电13812345678, reason.identifies"})
    void a_reason_is_given_and_names_nobody(String reason, String code) {
        assertEquals(code, json(open(HE, reason)).get("code").asText());
        assertEquals("reason.length", json(open(HE, "长".repeat(101))).get("code").asText());
        assertEquals(0, lines());
    }

    @Test
    void sent_twice_it_is_one_line() {
        var id = id();
        open(HE, complaint.number().value(), id, "约时间看现场");
        assertEquals(200, open(HE, complaint.number().value(), id, "约时间看现场").status());
        assertEquals(1, lines());
    }

    @Test
    void who_is_anonymous_has_no_contact() {
        room.seat.changeIdentity(complaint, id(), room.now(), Identity.ANONYMOUS, Optional.empty());
        assertEquals("contact.none", json(open(HE, "约时间看现场")).get("code").asText());
        assertEquals(0, lines());
    }
}

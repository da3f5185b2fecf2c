package xingma.complain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complain.DeskCounter.by;
import static xingma.complain.DeskCounter.json;
import static xingma.complain.DeskCounter.texts;
import static xingma.complaint.desk.DeskRoom.BAI;
import static xingma.complaint.desk.DeskRoom.CAI;
import static xingma.complaint.desk.DeskRoom.HE;
import static xingma.complaint.desk.DeskRoom.QIAN;
import static xingma.complaint.desk.DeskRoom.REGISTRAR;
import static xingma.complaint.desk.DeskRoom.SU;
import static xingma.complaint.desk.DeskRoom.id;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.attachment.FileKind;
import xingma.aws.http.Reply;
import xingma.complaint.Act;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.caseload.Row;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.desk.Move;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.sweep.OnTimeRate;
import xingma.territory.Officer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandleComplaintsTest {
    private final DeskCounter counter = new DeskCounter();
    private final DeskRoom room = counter.room;

    private static String code(Reply reply) {
        return reply.status() + " " + json(reply).get("code").asText();
    }

    // ---- a case --------------------------------------------------------------------------------------------------

    @Test
    void a_case_is_shown_with_its_words_and_without_its_contact_and_the_reading_is_recorded() {
        var complaint = room.filed();
        var reply = counter.show(HE, complaint);
        var told = json(reply);
        assertEquals(200, reply.status());
        assertEquals("结账时比门口公示的价格多收了三百元，要求退还。", told.get("words").asText());
        assertEquals(complaint.number().spoken(), told.get("spoken").asText());
        assertEquals("青岚区", told.at("/unit/chinese").asText());
        assertEquals("received", told.get("stage").asText());
        assertEquals("accept", told.at("/due/clock").asText());
        assertEquals("2026-12-01", told.at("/due/day").asText());
        assertEquals(7, told.at("/due/left").asInt());
        assertEquals("confidential", told.get("identity").asText());
        assertTrue(told.at("/contact/kept").asBoolean());
        assertFalse(reply.text().contains("13800000000"));
        assertFalse(reply.text().contains("王某"));
        assertEquals(List.of("filed", "opened"), told.get("acts").findValuesAsText("what"));
        assertEquals("办理本案", told.at("/acts/1/facts/reason").asText());
        assertEquals("he", told.at("/acts/1/by/officer").asText());
    }

    @Test
    void a_case_says_by_which_day_the_next_step_would_bind() {
        var received = room.filed();
        var told = json(counter.show(HE, received));
        counter.move(HE, received, "accept", Map.of("id", id()));
        var accepted = json(counter.show(HE, received));
        assertEquals(accepted.at("/due/day").asText(), told.at("/outlook/accept").asText());
        assertTrue(told.at("/outlook/refuse").asText().compareTo("2026-11-22") > 0, told.toString());
        assertTrue(accepted.at("/outlook/extend").asText().compareTo(accepted.at("/due/day").asText()) > 0);
        assertTrue(accepted.at("/outlook/accept").isMissingNode());
    }

    @Test
    void what_is_lawful_is_said_and_what_is_not_with_its_reason() {
        var told = json(counter.show(HE, room.filed()));
        assertTrue(texts(told.get("lawful")).containsAll(List.of("accept", "refuse", "ask", "transfer", "offer-join")));
        assertFalse(texts(told.get("lawful")).contains("dispute"));
        assertEquals("dispute.own", told.at("/barred/dispute/code").asText());
        assertEquals("officer.notSupervisor", told.at("/barred/review/code").asText());
    }

    @Test
    void a_case_of_another_district_and_no_case_at_all_are_answered_alike() {
        var complaint = room.filed();
        var foreign = counter.show(BAI, complaint);
        var none = counter.ask(by(BAI, "GET /api/complaints/{number}").parameter("number", Some.number(9).value()));
        var nonsense = counter.ask(by(BAI, "GET /api/complaints/{number}").parameter("number", "123"));
        assertEquals("404 case.unknown", code(foreign));
        assertEquals(none.text(), foreign.text());
        assertEquals(none.text(), nonsense.text());
        assertEquals(
                none.text(),
                counter.move(BAI, complaint, "accept", Map.of("id", id())).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/complaints",
                "GET /api/complaints/counts",
                "GET /api/complaints/settings",
                "GET /api/complaints/retention",
                "GET /api/complaints/{number}",
                "POST /api/complaints/{number}/{move}",
                "GET /api/complaints/{number}/evidence/{slot}"
            })
    void a_registrar_works_on_no_complaint(String route) {
        var asked = by(REGISTRAR, route)
                .parameter("number", room.filed().number().value())
                .parameter("move", "accept")
                .parameter("slot", "1")
                .body("{}");
        assertEquals("403 officer.noComplaints", code(counter.ask(asked)));
    }

    // ---- moves ---------------------------------------------------------------------------------------------------

    private static Map<String, Object> body(Move.What what, String lead) {
        var id = id();
        return switch (what) {
            case ASSIGN -> Map.of("id", id, "to", "he");
            case CLASSIFY -> Map.of("id", id, "category", "refund");
            case ACCEPT -> Map.of("id", id, "words", "已受理。");
            case REFUSE -> Map.of("id", id, "ground", "not-ours", "words", "由市场监管部门办理。");
            case TRANSFER, DESIGNATE -> Map.of("id", id, "to", "990103", "words", "营业地在滨澜区。");
            case OFFER_JOIN -> Map.of("id", id, "lead", lead);
            case ANSWER -> Map.of("id", id, "result", "partly", "words", "已责令退还，依据价格法。");
            case REVIEW -> Map.of("id", id, "ruling", "returned", "words", "请核对价目表。");
            case ASK, TELL, NOTE, DISPUTE, EXTEND, PAUSE, RESUME, REOPEN, SUMMARISE -> Map.of("id", id, "words", "一句话。");
        };
    }

    private static Stage from(Move.What what) {
        return switch (what) {
            case ASSIGN, CLASSIFY, ACCEPT, REFUSE, ASK, TELL, NOTE, TRANSFER, OFFER_JOIN, SUMMARISE, DISPUTE -> Stage.RECEIVED;
            case DESIGNATE -> Stage.DISPUTED;
            case EXTEND, PAUSE, ANSWER -> Stage.HANDLING;
            case RESUME -> Stage.PAUSED;
            case REVIEW -> Stage.REVIEWING;
            case REOPEN -> Stage.REFUSED;
        };
    }

    @ParameterizedTest
    @EnumSource(Move.What.class)
    void every_move_is_taken_as_json_and_answered_with_the_case_or_with_where_it_went(Move.What what) {
        var complaint = room.in(from(what));
        if (what == Move.What.DISPUTE) {
            room.done(HE, complaint, new Move.Transfer(id(), Some.BINLAN, "营业地在滨澜区。"));
        }
        var officer = switch (what) {
            case DESIGNATE, REVIEW -> SU;
            case DISPUTE -> BAI;
            default -> HE;
        };
        var reply = counter.move(officer, complaint, what.word(), body(what, room.filed().number().value()));
        assertEquals(200, reply.status(), reply::text);
        var told = json(reply);
        assertEquals(complaint.number().value(), told.get("number").asText());
        assertEquals(what == Move.What.TRANSFER || what == Move.What.DISPUTE, told.path("left").asBoolean());
    }

    @Test
    void a_step_that_is_not_open_says_why() {
        var complaint = room.filed();
        assertEquals("409 case.stage", code(counter.move(HE, complaint, "answer", body(Move.What.ANSWER, ""))));
        assertEquals("403 officer.notHandler", code(counter.move(QIAN, complaint, "accept", Map.of("id", id()))));
        var refusal = counter.move(HE, complaint, "refuse", Map.of("id", id(), "ground", "busy", "words", "没有人手。"));
        assertEquals("422 ground.unknown", code(refusal));
        assertEquals("ground", json(refusal).get("field").asText());
        assertEquals("404 case.unknown", code(counter.move(HE, complaint, "delete", Map.of("id", id()))));
    }

    @Test
    void what_comes_in_is_read_strictly() {
        var complaint = room.filed();
        var id = id();
        assertEquals("400 field.unknown", code(counter.move(HE, complaint, "ask", Map.of("id", id, "words", "哪天？", "x", 1))));
        assertEquals("400 field.malformed", code(counter.move(HE, complaint, "ask", Map.of("id", id))));
        assertEquals("400 field.malformed", code(counter.move(HE, complaint, "ask", Map.of("id", id, "words", "哪\u202E天"))));
        assertEquals("400 words.length", code(counter.move(HE, complaint, "ask", Map.of("id", id, "words", "  "))));
        assertEquals("400 words.length", code(counter.move(HE, complaint, "ask", Map.of("id", id, "words", "长".repeat(1_001)))));
        assertEquals(200, counter.move(HE, complaint, "ask", Map.of("id", id, "words", "长".repeat(1_000))).status());
        assertEquals("400 id.shape", code(counter.move(HE, complaint, "ask", Map.of("id", "1", "words", "哪天？"))));
        assertEquals("400 field.malformed", code(counter.move(HE, complaint, "transfer", Map.of("id", id, "to", "x", "words", "y"))));
        assertEquals("400 result.unknown", code(counter.move(HE, complaint, "answer", Map.of("id", id, "result", "好", "words", "y"))));
    }

    @Test
    void a_move_sent_twice_is_one_step_and_answered_twice() {
        var complaint = room.filed();
        var body = body(Move.What.ACCEPT, "");
        counter.move(HE, complaint, "accept", body);
        var again = counter.move(HE, complaint, "accept", body);
        assertEquals(200, again.status());
        assertEquals(1, json(again).get("acts").findValuesAsText("what").stream().filter("accepted"::equals).count());
        assertEquals("409 id.taken", code(counter.move(CAI, complaint, "accept", body)));
    }

    // ---- evidence and signals ------------------------------------------------------------------------------------

    @Test
    void evidence_is_reached_by_a_link_for_a_minute_and_only_from_the_unit() {
        var complaint = room.filed();
        var step = complaint.addEvidence("e1", room.now(), 1, FileKind.JPEG, 9, "0".repeat(64));
        room.complaints.keep(step, Row.of(step.after(), DeskRoom.clocks()));
        var asked = by(HE, "GET /api/complaints/{number}/evidence/{slot}").parameter("number", complaint.number().value());
        var reply = counter.ask(asked.parameter("slot", "1"));
        assertEquals(303, reply.status());
        assertTrue(reply.headers().get("location").contains(EvidenceFolder.of(complaint.number(), room.secrets).id()));
        assertEquals(1, room.now(complaint).docket().all(Act.Opened.class).count());
        var toAScript = counter.ask(asked.parameter("slot", "1").header("accept", "*/*;q=0.9, application/json;q=0.1"));
        assertEquals(reply.headers().get("location"), json(toAScript).get("url").asText());
        assertEquals(404, counter.ask(asked.parameter("slot", "2")).status());
        assertEquals(404, counter.ask(asked.parameter("slot", "x")).status());
        var foreign = by(BAI, asked.route()).parameter("number", complaint.number().value()).parameter("slot", "1");
        assertEquals(404, counter.ask(foreign).status());
    }

    @Test
    void cases_that_may_belong_together_are_named_with_what_says_so() {
        var first = room.filed();
        var second = room.filed();
        var third = room.filed();
        var signals = json(counter.show(HE, third)).get("signals");
        assertEquals(List.of("duplicate", "category"), signals.findValuesAsText("kind"));
        assertEquals(
                List.of(second.number(), first.number()).stream().map(n -> n.value()).sorted().toList(),
                signals.get(0).get("cases").findValuesAsText("number").stream().sorted().toList());
        assertTrue(signals.at("/0/cases/0/samePhone").asBoolean());
        assertEquals(100, signals.at("/0/cases/0/alike").asInt());
    }

    // ---- the queue -----------------------------------------------------------------------------------------------

    private List<String> listed(Officer officer, Map<String, String> query) {
        var asked = by(officer, "GET /api/complaints");
        for (var each : query.entrySet()) {
            asked = asked.query(each.getKey(), each.getValue());
        }
        return json(counter.ask(asked)).get("items").findValuesAsText("number");
    }

    @Test
    void the_queue_holds_a_units_open_cases_by_their_day_in_groups() {
        var overdue = room.filed();
        room.pass(Duration.ofDays(11)); // 2026-12-01: its last day
        assertEquals(List.of(overdue.number().value()), listed(HE, Map.of("group", "today")));
        room.pass(Duration.ofDays(1));
        var fresh = room.filed();
        var asked = room.done(HE, room.filed(), new Move.Ask(id(), "哪一天？"));
        var elsewhere = room.filed(Some.BINLAN, "没有出示证件，收费也没有票据，请查。");
        assertEquals(List.of(overdue.number().value()), listed(HE, Map.of("group", "overdue")));
        assertEquals(List.of(asked.number().value()), listed(HE, Map.of("group", "awaiting")));
        assertEquals(3, listed(HE, Map.of()).size());
        assertEquals(List.of(elsewhere.number().value()), listed(BAI, Map.of()));
        assertEquals(List.of(elsewhere.number().value()), listed(CAI, Map.of("unit", "990103")));
        assertEquals(List.of(), listed(CAI, Map.of()));
        assertEquals(
                "404 unit.unknown", code(counter.ask(by(HE, "GET /api/complaints").query("unit", "990103"))));
        assertEquals(List.of(fresh.number().value()), listed(HE, Map.of("q", fresh.number().spoken())));
        assertEquals(List.of(), listed(BAI, Map.of("q", fresh.number().value())));
        assertEquals(3, listed(HE, Map.of("q", "青禾")).size());
        assertEquals(List.of(), listed(HE, Map.of("kind", "report")));
        var late = json(counter.ask(by(HE, "GET /api/complaints").query("group", "overdue"))).at("/items/0");
        assertTrue(late.get("late").asBoolean());
        assertEquals(-1, late.at("/due/left").asInt());
    }

    @Test
    void the_queue_knows_who_has_what() {
        var mine = room.done(HE, room.filed(), new Move.Assign(id(), "he"));
        var nobodys = room.filed();
        assertEquals(List.of(mine.number().value()), listed(HE, Map.of("assignee", "me")));
        assertEquals(List.of(mine.number().value()), listed(QIAN, Map.of("assignee", "he")));
        assertEquals(List.of(nobodys.number().value()), listed(HE, Map.of("assignee", "none")));
    }

    @Test
    void closed_cases_are_listed_by_month() {
        var answered = room.in(Stage.ANSWERED);
        assertEquals(List.of(answered.number().value()), listed(HE, Map.of("group", "closed")));
        assertEquals(List.of(), listed(HE, Map.of("group", "closed", "month", "2026-10")));
        assertEquals(
                "400 month.shape",
                code(counter.ask(by(HE, "GET /api/complaints").query("group", "closed").query("month", "10"))));
    }

    @Test
    void the_groups_are_counted_and_the_months_rate_is_told() {
        room.filed();
        room.done(HE, room.filed(), new Move.Ask(id(), "哪一天？"));
        counter.rates.keep(new OnTimeRate(Some.QINGLAN, YearMonth.of(2026, 11), 25, 25, 1, room.now()));
        var told = json(counter.ask(by(HE, "GET /api/complaints/counts")));
        assertEquals(2, told.at("/all/count").asInt());
        assertEquals(1, told.at("/awaiting/count").asInt());
        assertEquals(0, told.at("/overdue/count").asInt());
        assertEquals("96.2", told.at("/onTime/rate").asText());
        assertTrue(json(counter.ask(by(BAI, "GET /api/complaints/counts"))).get("onTime").isNull());
    }

    @Test
    void the_screen_is_told_the_rules() {
        var told = json(counter.ask(by(HE, "GET /api/complaints/settings")));
        assertEquals(List.of("price", "refund", "impostor"), told.get("categories").findValuesAsText("id"));
        assertEquals(List.of("over-three-years", "not-ours"), told.get("grounds").findValuesAsText("id"));
        assertEquals(List.of("990100", "990102", "990103"), told.get("units").findValuesAsText("code"));
        assertTrue(told.get("moves").findValuesAsText("id").contains("offer-join"));
        assertEquals(7, told.at("/clocks/0/days").asInt());
    }

    @Test
    void who_may_be_assigned_a_case_is_told_to_those_of_the_unit() {
        assertEquals(List.of("he"), json(counter.ask(by(HE, "GET /api/complaints/settings"))).get("handlers").findValuesAsText("id"));
        var city = json(counter.ask(by(SU, "GET /api/complaints/settings"))).get("handlers");
        assertEquals(List.of("cai", "he", "bai"), city.findValuesAsText("id"));
        assertEquals(List.of("990100", "990102", "990103"), city.findValuesAsText("unit"));
    }

    // ---- what is no longer to be read ----------------------------------------------------------------------------

    @Test
    void a_supervisor_reads_what_would_be_erased_by_a_day_and_by_which_rule_and_nothing_of_anybody() {
        var answered = room.in(Stage.ANSWERED);
        room.pass(Duration.ofDays(30));
        var asked = by(QIAN, "GET /api/complaints/retention");

        assertEquals(0, json(counter.ask(asked)).get("items").size());
        var reply = counter.ask(asked.query("by", "2027-02-19"));

        var told = json(reply);
        assertEquals(answered.number().value(), told.at("/items/0/number").asText());
        assertEquals("contact", told.at("/items/0/retention").asText());
        assertEquals("2026-11-20", told.at("/items/0/closed").asText());
        assertEquals("2027-02-19", told.at("/items/0/from").asText());
        assertEquals("example", told.at("/classes/0/basis").asText());
        assertEquals("example", told.at("/classes/0/source").asText());
        assertTrue(told.get("next").isNull());
        assertFalse(reply.text().contains("1380000") || reply.text().contains("王某") || reply.text().contains("青禾"));
        assertTrue(room.now(answered).docket().all(Act.Erased.class).findAny().isEmpty());
    }

    @Test
    void a_plan_of_erasing_is_for_supervisors_of_the_unit_and_for_days_to_come() {
        var route = "GET /api/complaints/retention";
        assertEquals("403 officer.notSupervisor", code(counter.ask(by(HE, route))));
        assertEquals("404 unit.unknown", code(counter.ask(by(QIAN, route).query("unit", "990103"))));
        assertEquals(200, counter.ask(by(SU, route).query("unit", "990103")).status());
        for (var day : List.of("2026-11-19", "2028-01-01", "soon", "2026-02-30")) {
            assertEquals("400 by.day", code(counter.ask(by(SU, route).query("by", day))), day);
        }
    }

    @Test
    void what_the_retention_ended_is_not_shown_though_it_lies_there() {
        var answered = room.in(Stage.ANSWERED);
        room.pass(Duration.ofDays(3 * 366 + 40));
        var reply = counter.show(HE, answered);
        assertEquals(200, reply.status(), reply::text);
        var told = json(reply);
        assertTrue(told.get("words").isNull());
        assertFalse(told.at("/contact/kept").asBoolean());
        assertFalse(reply.text().contains("三百元"));
    }
}

package xingma.complain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static xingma.complain.DeskCounter.by;
import static xingma.complain.DeskCounter.json;
import static xingma.complain.DeskCounter.text;
import static xingma.complaint.desk.DeskRoom.HE;
import static xingma.complaint.desk.DeskRoom.QIAN;
import static xingma.complaint.desk.DeskRoom.id;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.http.Reply;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Some;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.filing.Channel;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.window.ComplaintWindow.Look;
import xingma.fact.Path;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Edit;
import xingma.territory.Officer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallersIntakeTest {
    private final DeskCounter counter = new DeskCounter();
    private final DeskRoom room = counter.room;

    @BeforeEach
    void register() {
        var edits = List.of(
                edit("premises//name", "云汀青禾医疗美容门诊部"),
                edit("premises//district", "990102"),
                edit("person/110430122000123/code", "110430122000123"),
                edit("person/110430122000123/name", "周砚宁"));
        var dossier = Dossier.open(Some.QINGHE, "medical-institution", Some.QINGLAN);
        var proposal = new Change.Proposal("change-1", edits, "登记", "", "gao", room.now());
        var proposed = dossier.propose(proposal);
        counter.register.keep(proposed);
        counter.register.keep(proposed.after().check("fang", room.now()));
    }

    private static Edit edit(String path, String value) {
        return new Edit(Path.parse(path), Optional.empty(), Optional.of(value));
    }

    private static Map<String, Object> call() {
        var call = new HashMap<String, Object>();
        call.put("id", id());
        call.put("kind", "complaint");
        call.put("category", "price");
        call.put("institution", Some.QINGHE.toString());
        call.put("words", "来电称结账价高于公示价，要求退还三百元。");
        call.put("identity", "confidential");
        call.put("contact", Map.of("phone", "138 0000 0001", "name", "李女士"));
        return call;
    }

    private Reply take(Officer officer, Map<String, Object> call) {
        return counter.ask(by(officer, "POST /api/complaints").body(text(call)));
    }

    private String code(Map<String, Object> call) {
        var told = json(take(HE, call));
        return told.get("code").asText() + " " + told.path("field").asText();
    }

    private static Map<String, Object> with(String field, Object value) {
        var call = call();
        if (value == null) {
            call.remove(field);
        } else {
            call.put(field, value);
        }
        return call;
    }

    @Test
    void a_caller_gets_the_receipt_that_opens_the_status_page() {
        var reply = take(HE, call());
        var told = json(reply);
        assertEquals(201, reply.status(), reply::text);
        assertEquals("2026-12-01", told.at("/due/day").asText());
        assertEquals("青岚区", told.at("/unit/chinese").asText());
        var receipt = Receipt.read(told.at("/receipt/number").asText(), told.at("/receipt/spokenSecret").asText());
        var inside = assertInstanceOf(Look.Inside.class, room.window.look(receipt.orElseThrow(), "try-1", room.now()));
        var filing = inside.complaint().filing();
        assertEquals(Channel.DESK, filing.channel());
        assertEquals("云汀青禾医疗美容门诊部", filing.subject().place());
        assertEquals(new Actor.Bureau("he", Some.QINGLAN), inside.complaint().docket().filed().by());
        assertEquals(1, inside.complaint().docket().all(Act.Filed.class).count());
    }

    @Test
    void sent_twice_it_is_one_case_with_one_receipt_and_with_another_text_it_is_refused() {
        var call = call();
        var first = json(take(HE, call));
        var again = json(take(HE, call));
        assertEquals(first, again);
        call.put("words", "来电称另一件事，与前面的不同。");
        assertEquals("id.taken id", code(call));
        assertEquals(1, room.complaints.open(Some.QINGLAN, Optional.empty()).items().size());
    }

    @Test
    void a_place_that_is_in_no_register_is_taken_by_the_officers_own_unit_or_by_the_one_that_she_names() {
        var call = with("institution", null);
        call.put("place", "听雨路桥下的诊所");
        assertEquals("990102", json(take(HE, call)).at("/unit/code").asText());
        call.put("id", id());
        call.put("unit", "990103");
        var told = json(take(HE, call));
        assertEquals("990103", told.at("/unit/code").asText());
        var number = new CaseNumber(told.get("number").asText());
        assertEquals(404, counter.ask(by(HE, "GET /api/complaints/{number}").parameter("number", number.value())).status());
    }

    @Test
    void a_person_is_one_of_the_institutions() {
        assertEquals(201, take(HE, with("practitioner", "110430122000123")).status());
        assertEquals("practitioner.unknown practitioner", code(with("practitioner", "110430122000999")));
    }

    @Test
    void what_is_wrong_is_named() {
        assertEquals("category.unknown category", code(with("category", "impostor")));
        assertEquals("kind.unknown kind", code(with("kind", "praise")));
        assertEquals("contact.identity contact", code(with("contact", null)));
        assertEquals("contact.identity contact", code(with("identity", "anonymous")));
        assertEquals("phone.shape contact.phone", code(with("contact", Map.of("phone", "12"))));
        assertEquals("words.length words", code(with("words", "长".repeat(501))));
        assertEquals("institution.unknown institution", code(with("institution", "0".repeat(20))));
        assertEquals("place.length place", code(with("institution", null)));
        assertEquals("unit.unknown unit", code(with("unit", "990199")));
        assertEquals("channel.unknown channel", code(with("channel", "scan")));
        assertEquals("officer.notHandler", json(take(QIAN, call())).get("code").asText());
    }
}

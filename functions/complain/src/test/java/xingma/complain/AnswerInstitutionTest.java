package xingma.complain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complain.DeskCounter.json;
import static xingma.complain.DeskCounter.text;
import static xingma.complaint.desk.DeskRoom.HE;
import static xingma.complaint.desk.DeskRoom.id;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.desk.Move;
import xingma.fact.Path;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Edit;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswerInstitutionTest {
    private final DeskCounter counter = new DeskCounter();
    private final DeskRoom room = counter.room;
    private final Complaint complaint = room.in(Stage.HANDLING);

    private static Asked own(String route) {
        return Asked.of(route).claim("sub", "qinghe").claim("xingma_institution", Some.QINGHE.toString());
    }

    private Reply list() {
        return counter.ask(own("GET /api/own/summaries"));
    }

    private Reply answer(String summary, String id, String words) {
        return counter.ask(own("POST /api/own/summaries/{summary}/counter")
                .parameter("summary", summary)
                .body(text(Map.of("id", id, "words", words))));
    }

    @Test
    void an_institution_reads_a_summary_and_answers_it_once() {
        room.done(HE, complaint, new Move.Summarise(id(), "有人反映结账价高于公示价，请说明。"));
        var item = json(list()).at("/items/0");
        assertEquals("有人反映结账价高于公示价，请说明。", item.get("words").asText());
        assertEquals("青岚区", item.at("/unit/chinese").asText());
        var summary = item.get("id").asText();
        var id = id();
        assertEquals("已核对。", json(answer(summary, id, "已核对。")).at("/answer/words").asText());
        assertEquals(200, answer(summary, id, "已核对。").status());
        assertEquals("summary.answered", json(answer(summary, id(), "再说明。")).get("code").asText());
        assertEquals("summary.unknown", json(answer("x", id(), "已核对。")).get("code").asText());
        assertEquals("words.length", json(answer(summary, id(), " ")).get("code").asText());
    }

    @Test
    void it_is_called_by_the_name_that_the_register_publishes() {
        assertTrue(json(list()).get("name").isNull());
        var dossier = Dossier.open(Some.QINGHE, "medical-institution", Some.QINGLAN);
        var edits = List.of(
                new Edit(Path.parse("premises//name"), Optional.empty(), Optional.of("云汀青禾医疗美容门诊部")),
                new Edit(Path.parse("premises//district"), Optional.empty(), Optional.of("990102")));
        var proposed = dossier.propose(new Change.Proposal("change-1", edits, "登记", "", "gao", room.now()));
        counter.register.keep(proposed);
        assertTrue(json(list()).get("name").isNull(), "what nobody checked is not said");
        counter.register.keep(proposed.after().check("fang", room.now()));
        assertEquals("云汀青禾医疗美容门诊部", json(list()).get("name").asText());
    }

    @Test
    void nothing_of_the_complainant_or_the_case_is_in_what_it_reads() {
        room.done(HE, complaint, new Move.Summarise(id(), "有人反映结账价高于公示价，请说明。"));
        var told = list().text();
        for (var secret : List.of(complaint.number().value(), complaint.number().spoken(), "13800000000", "王某", "三百元", "\"he\"")) {
            assertFalse(told.contains(secret), secret);
        }
    }

    @Test
    void an_officers_token_is_no_institutions_and_an_institutions_is_no_officers() {
        assertEquals(
                "institution.unknown",
                json(counter.ask(DeskCounter.by(HE, "GET /api/own/summaries"))).get("code").asText());
        assertEquals(
                "institution.unknown",
                json(counter.ask(Asked.of("GET /api/own/summaries").claim("xingma_institution", "../x")))
                        .get("code")
                        .asText());
        assertEquals(403, counter.ask(own("GET /api/complaints")).status());
        assertEquals(
                403,
                counter.ask(own("POST /api/complaints/{number}/contact")
                                .parameter("number", complaint.number().value())
                                .body(text(Map.of("id", id(), "reason", "x"))))
                        .status());
    }
}

package xingma.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.print.PrintRoom.binlan;
import static xingma.print.PrintRoom.city;
import static xingma.print.PrintRoom.inspector;
import static xingma.print.PrintRoom.json;
import static xingma.print.PrintRoom.posting;
import static xingma.print.PrintRoom.qinglan;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.registry.Some;

/** L11-L13, L19, B4-B6: a placard's life as officers ask for it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IssuePlacardsTest {
    private static final byte[] NO_PHOTO = {};
    private static final String ISSUE = "POST /api/placards";
    private static final String LIST = "GET /api/placards";
    private static final String SHOW = "GET /api/placards/{code}";
    private static final String REPLACE = "POST /api/placards/{code}/replace";
    private static final String WITHDRAW = "POST /api/placards/{code}/withdraw";
    private static final String POSTING = "POST /api/placards/{code}/posting";
    private static final String PHOTO = "GET /api/placards/{code}/photo";

    private final PrintRoom room = new PrintRoom();

    @Test
    void an_institution_gets_its_placard_and_the_public_its_images() {
        var id = room.checked("云汀青禾医疗美容门诊部", Some.QINGLAN);

        var reply = room.issuing.answer(qinglan(ISSUE).body("{\"institutions\":[\"" + id + "\"]}"));

        assertEquals(200, reply.status());
        var placard = json(reply).at("/items/0");
        var code = placard.at("/code").asText();
        assertEquals("https://xm.yunting.example/q/" + code, placard.at("/url").asText());
        assertEquals("云汀青禾医疗美容门诊部", placard.at("/name").asText());
        assertEquals("990102", placard.at("/district").asText());
        assertEquals("live", placard.at("/stage").asText());
        assertEquals("issued", placard.at("/posting/step").asText());
        assertEquals("chen", placard.at("/posting/by").asText());
        assertEquals("2026-11-20", placard.at("/issuedOn").asText());
        assertTrue(placard.at("/reason").isNull());
        assertEquals("{\"done\":1,\"total\":1}", json(reply).at("/progress").toString());
        assertTrue(room.site.files().containsKey("placards/" + code + ".svg"));
        assertTrue(room.site.files().containsKey("placards/" + code + ".png"));
    }

    @Test
    void asking_twice_issues_once() {
        var body = "{\"institutions\":[\"" + room.checked("甲诊所", Some.QINGLAN) + "\"]}";

        var first = room.issuing.answer(city(ISSUE).body(body));
        var second = room.issuing.answer(city(ISSUE).body(body));

        assertEquals(first.text(), second.text());
        assertEquals(2, room.site.files().size());
    }

    @Test
    void a_district_is_issued_in_batches_that_go_on_where_they_stopped() {
        for (var i = 0; i < 260; i++) {
            room.checked("诊所" + i, Some.QINGLAN);
        }
        room.checked("别区诊所", Some.BINLAN);
        room.proposed("未复核诊所", Some.QINGLAN);

        var first = json(room.issuing.answer(qinglan(ISSUE).body("{\"district\":\"990102\"}")));
        var second = json(room.issuing.answer(qinglan(ISSUE).body("{\"district\":\"990102\"}")));
        var third = json(room.issuing.answer(qinglan(ISSUE).body("{\"district\":\"990102\"}")));

        assertEquals("{\"done\":200,\"total\":260}", first.at("/progress").toString());
        assertEquals("{\"done\":260,\"total\":260}", second.at("/progress").toString());
        assertEquals(60, second.at("/items").size());
        assertEquals(0, third.at("/items").size());
        assertEquals(520, room.site.files().size());
        var codes = new HashSet<String>();
        first.at("/items").forEach(p -> codes.add(p.at("/code").asText()));
        second.at("/items").forEach(p -> codes.add(p.at("/code").asText()));
        assertEquals(260, codes.size());
    }

    @Test
    void a_batch_with_one_that_may_not_issues_none() {
        var mine = room.checked("甲诊所", Some.QINGLAN);
        var theirs = room.checked("乙诊所", Some.BINLAN);
        var unchecked = room.proposed("丙诊所", Some.QINGLAN).id();

        refused(404, "institution.unknown", room.issuing.answer(
                qinglan(ISSUE).body("{\"institutions\":[\"" + mine + "\",\"" + theirs + "\"]}")));
        refused(409, "institution.notChecked", room.issuing.answer(
                qinglan(ISSUE).body("{\"institutions\":[\"" + mine + "\",\"" + unchecked + "\"]}")));
        assertEquals(0, json(room.issuing.answer(city(LIST))).at("/items").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{};400;issue.oneOf",
        "{\"institutions\":[]};400;institutions.count",
        "{\"institutions\":[\"x\"]};400;field.malformed",
        "{\"institutions\":[\"00000000000000000000\"],\"district\":\"990102\"};400;issue.oneOf",
        "{\"district\":\"990103\"};404;district.unknown",
        "{\"district\":\"990100\"};404;district.unknown",
        "{\"district\":990102};400;field.malformed",
        "{\"district\":\"990102\",\"all\":true};400;field.unknown",
        "{\"institutions\":[\"00000000000000000000\"]};404;institution.unknown",
        "[];400;json.malformed",
        "nonsense;400;json.malformed"
    })
    void a_malformed_order_is_refused(String body, int status, String code) {
        refused(status, code, room.issuing.answer(qinglan(ISSUE).body(body)));
    }

    @Test
    void only_a_registrar_issues() {
        var id = room.checked("甲诊所", Some.QINGLAN);

        refused(403, "officer.notYourDuty",
                room.issuing.answer(inspector(ISSUE).body("{\"institutions\":[\"" + id + "\"]}")));
        refused(403, "officer.unknown", room.issuing.answer(Asked.of(ISSUE).body("{}")));
    }

    @Test
    void another_district_does_not_learn_that_a_placard_exists() {
        var code = room.issued("甲诊所", Some.QINGLAN);

        refused(404, "placard.unknown", room.issuing.answer(binlan(SHOW).parameter("code", code)));
        refused(404, "placard.unknown", room.issuing.answer(binlan(PHOTO).parameter("code", code)));
        refused(404, "placard.unknown", room.post(binlan(REPLACE), code, "{\"reason\":\"x\"}"));
        refused(404, "placard.unknown", room.post(binlan(WITHDRAW), code, "{\"reason\":\"x\"}"));
        refused(404, "placard.unknown", room.post(binlan(POSTING), code, posting("printed", "", NO_PHOTO)));
        refused(404, "placard.unknown", room.post(binlan(POSTING), code, posting("posted", "", Jpeg.photo("x"))));
        refused(404, "district.unknown", room.issuing.answer(binlan(LIST).query("district", "990102")));
        assertEquals(0, json(room.issuing.answer(binlan(LIST))).at("/items").size());
        assertTrue(room.files.files().isEmpty());
        assertEquals(200, room.issuing.answer(qinglan(SHOW).parameter("code", code)).status());
    }

    @Test
    void a_code_is_found_as_it_is_read_aloud() {
        var code = room.issued("甲诊所", Some.QINGLAN);
        var spoken = code.substring(0, 4) + '-' + code.substring(4, 8) + '-' + code.substring(8).toLowerCase();

        assertEquals(code, json(room.issuing.answer(city(SHOW).parameter("code", spoken))).at("/code").asText());
        refused(404, "placard.unknown", room.issuing.answer(city(SHOW).parameter("code", "7K3M9QX4T4AA")));
        refused(404, "placard.unknown", room.issuing.answer(city(SHOW).parameter("code", "' OR 1=1")));
        refused(404, "placard.unknown", room.issuing.answer(city(SHOW)));
    }

    @Test
    void a_replaced_placard_gives_way_to_the_next_edition_once() {
        var old = room.issued("甲诊所", Some.QINGLAN);

        var first = room.post(qinglan(REPLACE), old, "{\"reason\":\"标牌损坏\"}");
        var again = room.post(qinglan(REPLACE), old, "{\"reason\":\"标牌损坏\"}");

        assertEquals(2, json(first).at("/edition").asInt());
        assertEquals(first.text(), again.text());
        var gone = json(room.issuing.answer(city(SHOW).parameter("code", old)));
        assertEquals("replaced", gone.at("/stage").asText());
        assertEquals("标牌损坏", gone.at("/reason").asText());
        assertCross(old);
        assertNotEquals(old, json(first).at("/code").asText());
        refused(409, "placard.replaced", room.post(qinglan(REPLACE), old, "{\"reason\":\"另一个原因\"}"));
        refused(409, "placard.replaced", room.post(qinglan(POSTING), old, posting("printed", "", NO_PHOTO)));
    }

    @Test
    void a_withdrawn_placard_is_void_and_its_history_stays() {
        var code = room.issued("甲诊所", Some.QINGLAN);
        room.post(qinglan(POSTING), code, posting("printed", "", NO_PHOTO));

        refused(400, "cell.identityNumber", room.post(qinglan(WITHDRAW), code, "{\"reason\":\"证 330102199001010012\"}"));
        var first = room.post(qinglan(WITHDRAW).claim("name", "高敏"), code, "{\"reason\":\"机构已迁走\"}");
        var again = room.post(qinglan(WITHDRAW).claim("name", "高敏"), code, "{\"reason\":\"机构已迁走\"}");

        assertEquals("withdrawn", json(first).at("/stage").asText());
        assertEquals(first.text(), again.text());
        assertEquals("[issued, printed]", steps(json(first)));
        assertEquals(Some.CLOCK.instant().toString(), json(first).at("/ended/at").asText());
        assertEquals("高敏", json(first).get("names").get(json(first).at("/ended/by").asText()).asText());
        assertCross(code);
        refused(409, "placard.withdrawn", room.post(city(WITHDRAW), code, "{\"reason\":\"机构已迁走\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{};400", "{\"reason\":\"\"};400", "{\"reason\":null};400", "{\"reason\":7};400"})
    void nothing_is_withdrawn_without_a_reason(String body, int status) {
        var code = room.issued("甲诊所", Some.QINGLAN);

        var reply = room.post(city(WITHDRAW), code, body);

        assertEquals(status, reply.status());
        assertEquals("reason", json(reply).at("/field").asText());
        assertEquals("live", json(room.issuing.answer(city(SHOW).parameter("code", code))).at("/stage").asText());
    }

    @Test
    void a_placard_is_followed_to_the_wall_each_step_with_who_and_when() {
        var code = room.issued("甲诊所", Some.QINGLAN);
        var photo = Jpeg.photo("GPS");

        room.post(city(POSTING), code, posting("printed", "", NO_PHOTO));
        room.post(city(POSTING), code, posting("delivered", "送达前台", NO_PHOTO));
        room.post(qinglan(POSTING), code, posting("posted", "一层前台", photo));
        var reply = room.post(inspector(POSTING), code, posting("checked", "编码一致", NO_PHOTO));

        assertEquals(200, reply.status());
        assertEquals("[issued, printed, delivered, posted, checked]", steps(json(reply)));
        assertEquals("lu", json(reply).at("/posting/by").asText());
        assertEquals("chen", json(reply).at("/steps/3/by").asText());
        assertEquals("一层前台", json(reply).at("/steps/3/note").asText());
        assertEquals("2026-11-20T04:00:00Z", json(reply).at("/steps/3/at").asText());
        var shown = room.issuing.answer(qinglan(PHOTO).parameter("code", code));
        assertEquals("image/jpeg", shown.headers().get("content-type"));
        assertArrayEquals(PostingPhoto.of(photo).jpeg(), shown.body());
        assertFalse(new String(shown.body(), StandardCharsets.ISO_8859_1).contains("GPS"));
    }

    @Test
    void who_took_a_step_is_told_by_name() {
        var code = room.issued("甲诊所", Some.QINGLAN);
        room.post(inspector(POSTING).claim("name", "陆巡"), code, posting("checked", "", NO_PHOTO));

        var names = "{\"gao\":\"gao\",\"lu\":\"陆巡\"}";
        assertEquals(names, json(room.issuing.answer(city(SHOW).parameter("code", code))).get("names").toString());
        assertEquals(names, json(room.issuing.answer(city(LIST))).get("names").toString());
    }

    @Test
    void a_step_sent_twice_is_taken_once() {
        var code = room.issued("甲诊所", Some.QINGLAN);
        var body = posting("posted", "一层前台", Jpeg.photo("x"));

        var first = room.post(city(POSTING), code, body);
        var again = room.post(city(POSTING), code, body);

        assertEquals(first.text(), again.text());
        assertEquals("[issued, posted]", steps(json(again)));
        assertEquals(1, room.files.files().size());
    }

    @Test
    void a_step_out_of_order_or_duty_is_refused() {
        var code = room.issued("甲诊所", Some.QINGLAN);

        refused(409, "posting.wrongStep", room.post(city(POSTING), code, posting("missing", "", NO_PHOTO)));
        refused(403, "officer.notYourDuty", room.post(city(POSTING), code, posting("checked", "", NO_PHOTO)));
        refused(400, "photo.missing", room.post(city(POSTING), code, posting("posted", "", NO_PHOTO)));
        refused(400, "step.unknown", room.post(city(POSTING), code, posting("issued", "", NO_PHOTO)));
        refused(400, "step.unknown", room.post(city(POSTING), code, posting("flown", "", NO_PHOTO)));
        refused(400, "note.tooLong", room.post(city(POSTING), code, posting("printed", "长".repeat(201), NO_PHOTO)));
        refused(400, "photo.malformed",
                room.post(city(POSTING), code, posting("posted", "", "<svg/>".getBytes(StandardCharsets.UTF_8))));
        refused(413, "photo.tooLarge", room.post(city(POSTING), code, posting("posted", "", new byte[301 * 1024])));
        refused(400, "field.malformed", room.post(city(POSTING), code, "{\"step\":\"printed\",\"photo\":null}"));
        refused(404, "photo.none", room.issuing.answer(city(PHOTO).parameter("code", code)));
        assertTrue(room.files.files().isEmpty());
    }

    @Test
    void the_list_tells_what_hangs_and_what_does_not() {
        var hanging = room.issued("甲诊所", Some.QINGLAN);
        var waiting = room.issued("乙诊所", Some.QINGLAN);
        var elsewhere = room.issued("丙诊所", Some.BINLAN);
        room.post(city(POSTING), hanging, posting("posted", "", Jpeg.photo("x")));
        room.post(city(WITHDRAW), elsewhere, "{\"reason\":\"停业\"}");

        assertEquals(3, codes(city(LIST)).size());
        assertEquals(2, codes(city(LIST).query("district", "990102")).size());
        assertEquals(3, codes(city(LIST).query("district", "990100")).size());
        assertEquals(2, codes(qinglan(LIST)).size());
        assertTrue(codes(city(LIST).query("step", "posted")).contains(hanging));
        assertEquals(new HashSet<>(List.of(waiting)), codes(city(LIST).query("step", "unposted")));
        assertEquals(new HashSet<>(List.of(elsewhere)), codes(city(LIST).query("step", "withdrawn")));
        assertEquals(new HashSet<>(List.of(waiting)), codes(city(LIST).query("q", "乙")));
        assertEquals(new HashSet<>(List.of(waiting)), codes(city(LIST).query("q", waiting.substring(2, 9))));
        refused(400, "step.unknown", room.issuing.answer(city(LIST).query("step", "flown")));
        refused(400, "q.tooLong", room.issuing.answer(city(LIST).query("q", "长".repeat(61))));
        refused(400, "after.malformed", room.issuing.answer(city(LIST).query("after", "???")));
        refused(400, "after.malformed", room.issuing.answer(city(LIST).query("after", "OTkwMTU1")));
    }

    @Test
    void a_long_list_is_read_page_by_page() {
        for (var i = 0; i < 230; i++) {
            room.checked("诊所" + i, i % 2 == 0 ? Some.QINGLAN : Some.BINLAN);
        }
        room.issuing.answer(city(ISSUE).body("{\"district\":\"990100\"}"));
        room.issuing.answer(city(ISSUE).body("{\"district\":\"990100\"}"));

        var codes = new HashSet<String>();
        var pages = 0;
        var request = city(LIST);
        JsonNode page;
        do {
            var reply = room.issuing.answer(request);
            assertEquals(200, reply.status(), reply.text());
            page = json(reply);
            page.at("/items").forEach(p -> codes.add(p.at("/code").asText()));
            request = city(LIST).query("after", page.at("/next").asText());
            pages++;
        } while (!page.at("/next").isNull());

        assertEquals(230, codes.size());
        assertTrue(pages > 1);
    }

    private HashSet<String> codes(Asked request) {
        var codes = new HashSet<String>();
        json(room.issuing.answer(request)).at("/items").forEach(p -> codes.add(p.at("/code").asText()));
        return codes;
    }

    private void assertCross(String code) {
        assertArrayEquals(VoidImage.png(), room.site.files().get("placards/" + code + ".png").bytes());
        assertEquals(
                VoidImage.svg(),
                new String(room.site.files().get("placards/" + code + ".svg").bytes(), StandardCharsets.UTF_8));
    }

    private static String steps(JsonNode placard) {
        var steps = new ArrayList<String>();
        placard.at("/steps").forEach(step -> steps.add(step.at("/step").asText()));
        return steps.toString();
    }

    private static void refused(int status, String code, Reply reply) {
        assertEquals(code, json(reply).at("/code").asText(), reply.text());
        assertEquals(status, reply.status());
    }
}

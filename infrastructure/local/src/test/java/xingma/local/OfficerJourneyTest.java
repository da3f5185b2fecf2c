package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What officers do in a week, each step over HTTP as the console sends it. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated
class OfficerJourneyTest {
    private LocalCity city;
    private Consumer consumer;
    private Desk registrar;
    private Desk checker;
    private Desk both;

    @BeforeEach
    void sit_down(LocalCity running) {
        city = running;
        consumer = new Consumer(city);
        var register = new Register(city);
        registrar = register.of("gao-min");
        checker = register.of("shen-duo");
        both = register.of("ren-yi");
    }

    @Test
    void a_faulty_sheet_is_told_cell_by_cell_and_nothing_is_written() {
        var before = registrar.get("/api/changes").path("items").size();
        var trial = registrar.upload("医疗机构名册 11月.csv", Sample.file("faulty-gb18030.csv"));

        assertEquals("tried", trial.path("stage").asText());
        assertEquals("医疗机构名册 11月.csv", trial.path("fileName").asText());
        assertEquals(4, trial.path("counts").path("wrong").asInt(), trial.toString());
        var cells = new ArrayList<String>();
        trial.path("findings").forEach(finding -> {
            if (finding.path("severity").asText().equals("error")) {
                cells.add(finding.path("cell").asText());
                assertFalse(finding.path("what").asText().isBlank());
                assertFalse(finding.path("mend").asText().isBlank());
            }
        });
        assertTrue(cells.containsAll(List.of("C14", "D15", "E17", "C18")), cells.toString());
        var changed = new ArrayList<String>();
        trial.path("changes").forEach(change ->
                changed.add(change.path("cell").asText() + " " + change.path("after").asText()));
        assertTrue(changed.contains("E16 美容外科、美容皮肤科"), changed.toString());
        assertEquals(before, registrar.get("/api/changes").path("items").size());
    }

    @Test
    void a_mended_sheet_goes_by_the_second_person_to_the_page() {
        var sheet = new String(Sample.file("faulty-utf8-bom.csv"), StandardCharsets.UTF_8);
        var lines = sheet.lines().toList();
        var oneRow = lines.getFirst() + "\r\n" + lines.get(44) + "\r\n";
        var trial = registrar.upload("mended.csv", oneRow.getBytes(StandardCharsets.UTF_8));
        assertEquals(0, trial.path("counts").path("wrong").asInt(), trial.toString());
        assertEquals(1, trial.path("counts").path("changed").asInt(), trial.toString());
        var phone = trial.path("changes").path(0);
        assertEquals("0990-2200045", phone.path("after").asText());
        var id = trial.path("id").asText();
        var code = registrar.get("/api/institutions/" + phone.path("institution").asText()).path("placard").asText();

        assertEquals("proposed", Register.toTheEnd(registrar, "/api/imports/" + id + "/propose").path("stage")
                .asText());
        assertFalse(consumer.reads(code).toString().contains("0990-2200045"));

        assertEquals("checked", Register.toTheEnd(checker, "/api/imports/" + id + "/check").path("stage").asText());
        assertTrue(consumer.scans(code).text().contains("0990-2200045"));

        var again = registrar.upload("mended.csv", oneRow.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, again.path("counts").path("unchanged").asInt(), again.toString());
    }

    @Test
    void a_corrected_address_shows_only_after_the_second_person() {
        var institution = Register.institution(registrar, "溪山");
        var code = institution.path("placard").asText();
        var proposed = Register.proposes(registrar, institution, "premises//address", "松影街9号之二");
        assertFalse(consumer.scans(code).text().contains("松影街9号之二"));

        var published = Register.checks(checker, proposed);

        assertTrue(consumer.scans(code).text().contains("松影街9号之二"));
        var origin = published.path("origins").path("premises//address");
        assertEquals("现场核对 2026-11-20", origin.path("source").asText(), published.toString());
        var history = registrar.get("/api/institutions/" + institution.path("id").asText() + "/history").path("items");
        assertTrue(StreamSupport.stream(history.spliterator(), false)
                .anyMatch(change -> change.path("stage").asText().equals("checked")), history.toString());
    }

    @Test
    void an_address_that_is_none_is_told_as_a_problem() {
        for (var address : List.of("/api/nowhere", "/api/me/more", "/api/imports/x/y")) {
            var refusal = refusal(() -> registrar.get(address));
            assertEquals(404, refusal.status());
            assertEquals("route.unknown", refusal.problem().path("code").asText(), refusal.getMessage());
            assertTrue(refusal.problem().path("detail").asText().startsWith("没有这个接口"), refusal.getMessage());
        }
    }

    @Test
    void nobody_checks_their_own_work() {
        var proposed = Register.proposes(both, Register.institution(both, "素颜"), "premises//phone", "0990-2200777");

        var refusal = assertThrows(Desk.Refusal.class, () -> Register.checks(both, proposed));
        assertTrue(refusal.status() == 403 || refusal.status() == 409, refusal.getMessage());
        assertTrue(refusal.problem().path("detail").asText().length() > 3, refusal.getMessage());
        Register.checks(checker, proposed);
    }

    @Test
    void a_registrar_does_not_check_and_a_checker_does_not_propose() {
        var institution = Register.institution(registrar, "月白");

        assertEquals(403, refusal(() -> Register.proposes(checker, institution, "premises//phone", "0990-2200778"))
                .status());
        var proposed = Register.proposes(registrar, institution, "premises//phone", "0990-2200778");
        assertEquals(403, refusal(() -> Register.checks(new Register(city).of("bai-yuan"), proposed)).status());
        Register.checks(checker, proposed);
    }

    @Test
    void a_refused_change_leaves_the_page_and_tells_why() {
        var institution = Register.institution(registrar, "明眸");
        var proposed = Register.proposes(registrar, institution, "premises//phone", "0990-2200779");
        var path = "/api/institutions/" + institution.path("id").asText();
        checker.post(path + "/changes/" + proposed.path("pending").path("id").asText() + "/refuse",
                Map.of("reason", "号码打不通"));

        assertFalse(consumer.scans(institution.path("placard").asText()).text().contains("0990-2200779"));
        assertTrue(registrar.get(path + "/history").toString().contains("号码打不通"));
    }

    @Test
    void a_suspension_turns_the_page_red_at_once() {
        var institution = Register.institution(registrar, "知秋");
        var code = institution.path("placard").asText();
        assertTrue(consumer.scans(code).text().contains("可以做医疗美容"));
        var number = institution.path("published").path("credential").fieldNames().next();
        var proposed = registrar.post("/api/institutions/" + institution.path("id").asText() + "/changes", Map.of(
                "id", UUID.randomUUID().toString(),
                "revision", institution.path("revision").asLong(),
                "source", "云卫医罚〔2026〕31号",
                "edits", List.of(
                        Map.of("path", "practice/" + number + "/status", "value", "suspended"),
                        Map.of("path", "practice/" + number + "/since", "value", "2026-11-20"),
                        Map.of("path", "practice/" + number + "/authority", "value", "云汀市卫生健康局"),
                        Map.of("path", "practice/" + number + "/reason", "value", "使用非卫生技术人员"),
                        Map.of("path", "practice/" + number + "/basis", "value", "医疗机构管理条例第四十七条"))));
        Register.checks(checker, proposed);

        assertTrue(consumer.scans(code).text().contains("现在不能做医疗美容"), consumer.scans(code).text());
    }

    @Test
    void a_withdrawn_placard_opens_a_red_page_for_good() {
        var code = Register.institution(registrar, "宁静").path("placard").asText();
        registrar.post("/api/placards/" + code + "/withdraw", Map.of("reason", "机构已搬走"));

        var page = consumer.scans(code);
        assertEquals(410, page.status(), page.text());
        assertTrue(page.text().contains("12345"));
    }

    @Test
    void a_replaced_placard_opens_a_red_page_and_the_new_one_the_facts() {
        var institution = Register.institution(registrar, "安澜");
        var old = institution.path("placard").asText();
        registrar.post("/api/placards/" + old + "/replace", Map.of("reason", "标牌破损"));
        var fresh = registrar.get("/api/institutions/" + institution.path("id").asText()).path("placard").asText();

        assertFalse(fresh.equals(old));
        assertEquals(410, consumer.scans(old).status());
        assertEquals(200, consumer.scans(fresh).status());
    }

    @Test
    void a_placard_is_followed_to_the_wall() {
        var code = Register.institution(registrar, "青禾").path("placard").asText();
        var inspector = new Register(city).of("bai-yuan");
        var path = "/api/placards/" + code + "/posting";
        for (var step : List.of("printed", "delivered")) {
            inspector.post(path, Map.of("step", step, "note", "一层前台"));
        }
        assertEquals(400, refusal(() -> inspector.post(path, Map.of("step", "posted", "note", "一层前台"))).status());
        var photo = Base64.getEncoder().encodeToString(Sample.file("photos/a.jpg"));
        inspector.post(path, Map.of("step", "posted", "note", "一层前台", "photo", photo));

        assertEquals("posted", inspector.get("/api/placards/" + code).path("posting").path("step").asText());
    }

    @Test
    void another_districts_institution_is_not_there() {
        var elsewhere = Register.institution(registrar, "青禾");
        var district = elsewhere.path("district").asText();
        var stranger = new Register(city).of(district.equals("990103") ? "qiao-lan" : "pan-lan");

        assertEquals(404, refusal(() -> stranger.get("/api/institutions/" + elsewhere.path("id").asText())).status());
        assertEquals(404, refusal(() -> stranger.get("/api/placards/" + elsewhere.path("placard").asText())).status());
        for (var item : stranger.get("/api/institutions").path("items")) {
            assertFalse(item.path("district").asText().equals(district), item.toString());
        }
    }

    @Test
    void without_a_good_token_there_is_no_desk() {
        var gao = city.people().named("gao-min");
        for (var token : List.of(
                "", "nonsense", city.token(gao, "somebody-else", Duration.ofHours(1)),
                        city.token(gao, "xingma-console", Duration.ofHours(-1)))) {
            assertEquals(401, refusal(() -> new Desk(city.consoleBaseUrl(), token).get("/api/me")).status());
        }
    }

    @Test
    void the_gateways_own_refusals_are_json() {
        var refusal = refusal(() -> new Desk(city.consoleBaseUrl(), "nonsense").get("/api/me"));

        assertEquals(401, refusal.status());
        assertEquals("Unauthorized", refusal.problem().path("message").asText());
    }

    @Test
    void a_strangers_field_is_refused_by_name() {
        var id = Register.institution(registrar, "青禾").path("id").asText();
        var refusal = refusal(() -> registrar.post("/api/institutions/" + id + "/changes",
                Map.of("id", "x", "revision", 1, "source", "s", "edits", List.of(), "sneaked", true)));

        assertEquals(400, refusal.status());
        assertTrue(refusal.getMessage().contains("sneaked"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("Exception") || refusal.getMessage().contains("jackson"));
    }

    @Test
    void images_and_sheets_come_as_files() {
        var code = Register.institution(registrar, "青禾").path("placard").asText();

        assertTrue(file("/api/placards/" + code + "/image.svg").startsWith("<svg")
                || file("/api/placards/" + code + "/image.svg").startsWith("<?xml"));
        assertTrue(file("/api/placards/" + code + "/image.png").startsWith("\u0089PNG"));
        assertTrue(file("/api/placards/" + code + "/sheet.pdf?format=a5").startsWith("%PDF-"));
    }

    private String file(String path) {
        return new String(registrar.file(path), StandardCharsets.ISO_8859_1);
    }

    private interface Step {
        JsonNode take();
    }

    private static Desk.Refusal refusal(Step step) {
        return assertThrows(Desk.Refusal.class, step::take);
    }
}

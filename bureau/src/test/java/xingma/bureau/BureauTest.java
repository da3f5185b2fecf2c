package xingma.bureau;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class BureauTest {
    private static final String CLEAN = """
            {"id":"i-1","rows":66,"counts":{"new":66,"unchanged":0,"changed":0,"wrong":0,"warned":0},"findings":[],"changes":[]}""";
    private static final String FAULTY = """
            {"id":"i-2","rows":66,"counts":{"new":0,"unchanged":57,"changed":5,"wrong":4,"warned":0},
             "findings":[{"sheet":"机构","row":14,"column":"C","cell":"C14","heading":"登记号","severity":"error",
               "code":"registrationNumber.short","value":"XXXX","mark":[21,21],"what":"登记号少1位","mend":"现有21位，应为22位。",
               "english":"The number is 1 short."}],
             "changes":[{"cell":"E16","institution":"a","name":"云汀青禾医疗美容门诊部","path":"premises//aestheticDepartments",
               "heading":"医疗美容科","before":"美容皮肤科","after":"美容外科、美容皮肤科","effect":"扫码页项目会增加"}],"more":3}""";

    @TempDir
    private Path folder;

    private StandIn api;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        api = new StandIn();
        desk = new Desk(folder.resolve("home"), api.address()).with("XINGMA_TOKEN", "secret");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_trial_says_that_nothing_was_written_and_how_to_go_on() throws IOException {
        api.json("POST /api/imports", CLEAN);
        assertEquals(0, desk.run("import", sheet("医美机构2026-11.xlsx").toString()));
        assertTrue(desk.out().contains("共66行"), desk.out());
        assertTrue(desk.out().contains("还没有写入任何数据"));
        assertTrue(desk.err().contains("--propose"));
        var asked = api.asked("POST /api/imports").getFirst();
        assertEquals("%E5%8C%BB%E7%BE%8E%E6%9C%BA%E6%9E%842026-11.xlsx", asked.header("x-file-name"));
        assertEquals("Bearer secret", asked.header("authorization"));
        assertEquals("zh", asked.header("accept-language"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("医美机构2026-11.xlsx")), asked.body());
    }

    @Test
    void a_faulty_file_is_told_cell_by_cell_and_ends_with_one() throws IOException {
        api.json("POST /api/imports", FAULTY);
        assertEquals(1, desk.run("import", sheet("faulty.xlsx").toString(), "--dry-run"));
        assertTrue(desk.out().lines().anyMatch(l -> l.startsWith("机构") && l.contains("C14") && l.contains("登记号少1位")
                && l.contains("现有21位，应为22位。")), desk.out());
        assertTrue(desk.out().contains("扫码页项目会增加"));
        assertTrue(desk.err().contains("另有3处"));
        assertTrue(api.asked("POST /api/imports/i-2/propose").isEmpty());
    }

    @Test
    void english_is_told_on_request() throws IOException {
        api.json("POST /api/imports", FAULTY);
        assertEquals(1, desk.run("import", sheet("faulty.xlsx").toString(), "--lang", "en"));
        assertTrue(desk.out().contains("The number is 1 short."), desk.out());
        assertTrue(desk.out().contains("Nothing was written"));
        assertEquals("en", api.asked("POST /api/imports").getFirst().header("accept-language"));
    }

    @Test
    void good_rows_are_proposed_in_batches_and_the_wrong_ones_named() throws IOException {
        api.json("POST /api/imports", FAULTY)
                .json("POST /api/imports/i-2/propose", "{\"stage\":\"proposing\",\"progress\":{\"done\":40,\"total\":62}}")
                .json("POST /api/imports/i-2/propose", "{\"stage\":\"proposed\",\"progress\":{\"done\":62,\"total\":62}}");
        assertEquals(1, desk.run("import", sheet("faulty.xlsx").toString(), "--propose"));
        assertEquals(2, api.asked("POST /api/imports/i-2/propose").size());
        assertTrue(desk.err().contains("40/62"));
        assertTrue(desk.out().contains("已提交62家"));
        assertTrue(desk.err().contains("有错的4行没有提交"));
    }

    @Test
    void a_second_person_publishes_until_all_is_done() {
        api.json("POST /api/imports/i-1/check", "{\"stage\":\"checking\",\"progress\":{\"done\":400,\"total\":1700}}")
                .json("POST /api/imports/i-1/check", "{\"stage\":\"checked\",\"progress\":{\"done\":1700,\"total\":1700}}");
        assertEquals(0, desk.run("check", "i-1"));
        assertTrue(desk.out().contains("已发布1700家"));
    }

    @Test
    void a_work_that_stands_still_is_given_up() {
        api.json("POST /api/imports/i-1/check", "{\"stage\":\"checking\",\"progress\":{\"done\":4,\"total\":9}}");
        assertEquals(4, desk.run("check", "i-1"));
        assertTrue(api.asked("POST /api/imports/i-1/check").size() < 10);
    }

    @Test
    void a_busy_service_is_asked_again_and_then_no_more() {
        api.status("GET /api/imports", 503).json("GET /api/imports", "{\"items\":[],\"next\":null}");
        assertEquals(0, desk.run("imports"));
        api.status("GET /api/institutions", 503);
        assertEquals(4, desk.run("institutions"));
        assertEquals(4, api.asked("GET /api/institutions").size());
        assertTrue(desk.err().contains("503"));
    }

    @Test
    void who_brought_a_file_is_told_by_name_or_else_by_id() {
        var item = "{\"id\":\"i-1\",\"fileName\":\"a.xlsx\",\"stage\":\"tried\",\"uploadedAt\":\"2026-11-21T02:00:00Z\",";
        api.json("GET /api/imports", "{\"items\":[" + item + "\"uploadedBy\":\"0b3f-1\"}," + item
                + "\"uploadedBy\":\"0b3f-2\"}],\"next\":null,\"names\":{\"0b3f-1\":\"高敏\"}}");
        assertEquals(0, desk.run("imports"));
        assertTrue(desk.out().contains("高敏") && !desk.out().contains("0b3f-1"), desk.out());
        assertTrue(desk.out().contains("0b3f-2"));
    }

    @Test
    void a_service_out_of_reach_ends_with_four() {
        api.close();
        assertEquals(4, desk.run("imports"));
        assertTrue(desk.err().contains("连不上"));
    }

    @Test
    void without_a_token_nothing_is_asked() {
        var nobody = new Desk(folder, api.address());
        assertEquals(3, nobody.run("institutions"));
        assertTrue(nobody.err().contains("sign-in"));
        assertTrue(api.asked("GET /api/institutions").isEmpty());
    }

    @Test
    void a_token_that_has_ended_ends_with_three() {
        api.status("GET /api/institutions", 401);
        assertEquals(3, desk.run("institutions"));
    }

    @Test
    void a_refusal_is_told_in_its_own_words_with_its_request() {
        api.problem("POST /api/imports/i-1/check", 403, "您没有复核岗位");
        assertEquals(1, desk.run("check", "i-1"));
        assertTrue(desk.err().contains("您没有复核岗位"));
        assertTrue(desk.err().contains("r-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "import a.xlsx --dry-run --propose", "placards issue", "institutions --state gone", "nonsense"})
    void a_wrong_command_line_ends_with_two(String line) {
        assertEquals(2, desk.run(line.split(" ")));
    }

    @Test
    void a_file_that_is_not_there_is_a_matter_of_usage() {
        assertEquals(2, desk.run("import", folder.resolve("none.xlsx").toString()));
        assertTrue(desk.err().contains("找不到文件"));
    }

    @Test
    void the_register_is_searched_page_after_page() {
        api.json("GET /api/institutions", "{\"items\":[" + summary("一", 1, false) + "],\"next\":\"c 1\"}")
                .json("GET /api/institutions", "{\"items\":[" + summary("二", 0, true) + "],\"next\":null}");
        assertEquals(0, desk.run("institutions", "--q", "听雨路", "--district", "990102"));
        assertTrue(desk.out().contains("已公布第1版"));
        assertTrue(desk.out().contains("待复核"));
        var asked = api.asked("GET /api/institutions");
        assertEquals("state=all&q=%E5%90%AC%E9%9B%A8%E8%B7%AF&district=990102", asked.get(0).query());
        assertTrue(asked.get(1).query().endsWith("&after=c%201"));
    }

    @Test
    void a_name_cannot_steer_the_terminal() {
        api.json("GET /api/institutions", "{\"items\":[" + summary("\\u001b[31m红\\u202e", 1, false) + "],\"next\":null}");
        desk.run("institutions");
        assertTrue(desk.out().contains("红"));
        assertFalse(desk.out().contains("\u001b"));
        assertFalse(desk.out().contains("\u202e"));
    }

    @Test
    void placards_of_a_district_are_issued_until_all_have_one() {
        api.json("POST /api/placards", "{\"items\":[],\"progress\":{\"done\":200,\"total\":317}}")
                .json("POST /api/placards", "{\"items\":[],\"progress\":{\"done\":317,\"total\":317}}");
        assertEquals(0, desk.run("placards", "issue", "--district", "990102"));
        assertEquals("{\"district\":\"990102\"}", body("POST /api/placards"));
        assertTrue(desk.out().contains("317"));
    }

    @Test
    void sheets_are_fetched_from_where_the_service_points_without_the_token() throws IOException {
        try (var bucket = new StandIn()) {
            bucket.file("GET /sheets.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
            api.json("POST /api/sheets", "{\"id\":\"s-1\",\"progress\":{\"done\":200,\"total\":317},\"url\":null}")
                    .json("POST /api/sheets/s-1", "{\"id\":\"s-1\",\"progress\":{\"done\":317,\"total\":317},\"url\":null}")
                    .elsewhere("GET /api/sheets/s-1.pdf", bucket.address() + "/sheets.pdf?signature=x");
            var out = folder.resolve("青岚区.pdf");
            assertEquals(0, desk.run("placards", "sheets", "--district", "990102", "--format", "a5", "--out", out.toString()));
            assertEquals("%PDF-1.7", Files.readString(out));
            assertEquals("", bucket.asked("GET /sheets.pdf").getFirst().header("authorization"));
            assertEquals(2, desk.run("placards", "sheets", "--district", "990102", "--out", out.toString()), "not over it");
        }
    }

    @Test
    void a_placard_is_withdrawn_once_even_when_the_answer_is_lost() {
        api.status("POST /api/placards/ACDEFGHJKMNP/withdraw", 503);
        assertEquals(4, desk.run("placards", "withdraw", "acde-fghj-kmnp", "--reason", "遗失"));
        assertEquals(1, api.asked("POST /api/placards/ACDEFGHJKMNP/withdraw").size());
        assertEquals("{\"reason\":\"遗失\"}", body("POST /api/placards/ACDEFGHJKMNP/withdraw"));
    }

    @Test
    void placards_are_followed_to_the_wall() throws IOException {
        for (var code : List.of("ACDEFGHJKMNP", "7K3M9QX2T4AC")) {
            api.json("POST /api/placards/" + code + "/posting", "{\"code\":\"" + code + "\"}");
        }
        var photo = Files.write(folder.resolve("wall.jpg"), new byte[] {1, 2, 3});
        assertEquals(0, desk.run(
                "placards", "posting", "acde-fghj-kmnp", "7K3M9QX2T4AC", "--step", "posted", "--photo", photo.toString()));
        assertTrue(desk.out().contains("7K3M9QX2T4AC：已张贴"), desk.out());
        var sent = body("POST /api/placards/ACDEFGHJKMNP/posting");
        assertTrue(sent.contains("\"step\":\"posted\"") && sent.contains("\"photo\":\"AQID\""), sent);
        assertEquals(2, desk.run("placards", "posting", "ACDEFGHJKMNP", "--step", "posted", "--photo", "nowhere.jpg"));
        assertEquals(2, desk.run("placards", "posting", "ACDEFGHJKMNP", "--step", "hung"));
    }

    @Test
    void a_replaced_placard_tells_the_new_code() {
        api.json("POST /api/placards/ACDEFGHJKMNP/replace", "{\"code\":\"X\",\"spoken\":\"7K3M-9QX2-T4AC\",\"edition\":2}");
        assertEquals(0, desk.run("placards", "replace", "ACDE-FGHJ-KMNP", "--reason", "损坏"));
        assertTrue(desk.out().contains("7K3M-9QX2-T4AC") && desk.out().contains("第2版"));
    }

    @Test
    void a_template_is_written_whole_and_never_over_another() throws IOException {
        api.file("GET /api/templates/public-place.xlsx", new byte[] {1, 2, 3});
        var out = folder.resolve("t.xlsx");
        assertEquals(0, desk.run("templates", "public-place", "--out", out.toString()));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(out));
        assertEquals(2, desk.run("templates", "public-place", "--out", out.toString()));
        assertEquals(0, desk.run("templates", "public-place", "--out", out.toString(), "--force"));
    }

    @Test
    void both_languages_say_the_same_things() {
        assertEquals(new Words(Words.Language.zh).keys(), new Words(Words.Language.en).keys());
    }

    private Path sheet(String name) throws IOException {
        try (var in = BureauTest.class.getResourceAsStream("/xingma/sample/pilot-66.xlsx")) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private String body(String route) {
        return new String(api.asked(route).getFirst().body(), StandardCharsets.UTF_8);
    }

    private static String summary(String name, int version, boolean pending) {
        return "{\"id\":\"x\",\"kind\":\"k\",\"district\":\"990102\",\"name\":\"%s\",\"address\":\"a\",\"numbers\":[\"N\"],\"version\":%d,\"pending\":%b,\"occasion\":null,\"placard\":null}"
                .formatted(name, version, pending);
    }
}

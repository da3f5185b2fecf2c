package xingma.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.institution.InstitutionId;
import xingma.register.file.KeptSheets;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ImportStepsTest {
    private static final String HEAD = "机构名称,统一社会信用代码,区县,地址,机构类别,诊疗科目,医疗美容科,手术级别,登记号,证件类型,有效期至\r\n";
    private static final String QINGHE =
            "云汀青禾医疗美容门诊部,91990102XXXX00019P,青岚区,听雨路18号,医疗美容门诊部,医疗美容科,美容皮肤科,1,XXXX0001999010217D1542,医疗机构执业许可证,2029-05-31\r\n";
    private static final String PEOPLE = "登记号,执业证书编码,姓名,岗位,执业范围,主诊专业,资格证书编码,离任日期\r\n";
    private static final String ID_NUMBER = "330102199001010012";

    private final Counter counter = new Counter();

    @Test
    void a_template_filled_with_its_own_example_is_tried_without_reading_it() {
        for (var file : List.of("medical-institution.xlsx", "medical-institution.csv", "public-place.xlsx", "drinking-water-maker.csv",
                "disinfectant-maker.xlsx", "people.csv")) {
            var template = counter.ask(Counter.registrar("GET /api/templates/{file}").parameter("file", file));
            assertEquals(200, template.status());
            var trial = counter.tried(file, template.body());
            assertEquals(0, trial.get("rows").asInt(), file);
            assertEquals(0, trial.get("findings").size(), trial.get("findings").toString());
        }
        assertEquals(404, counter.ask(Counter.registrar("GET /api/templates/{file}").parameter("file", "../x.xlsx")).status());
    }

    @Test
    void an_empty_cell_keeps_what_the_register_has_and_nobody_is_taken_out() {
        published(HEAD + QINGHE);
        published(PEOPLE + "XXXX0001999010217D1542,110990102000417,周砚宁,主诊医师,皮肤病与性病专业,美容皮肤科,201599110,\r\n");
        var trial = tried("机构名称,登记号,地址,机构类别\r\n,XXXX0001999010217D1542,听雨路20号,\r\n");
        assertEquals(1, trial.at("/counts/changed").asInt(), trial.toString());
        assertEquals(1, trial.get("changes").size());
        assertEquals("听雨路20号", trial.at("/changes/0/after").asText());
        var again = tried(PEOPLE);
        assertEquals(0, again.at("/progress/total").asInt());
    }

    @Test
    void people_end_by_the_day_they_left() {
        published(HEAD + QINGHE);
        published(PEOPLE + "XXXX0001999010217D1542,110990102000417,周砚宁,主诊医师,,,,\r\n");
        var trial = tried(PEOPLE + "XXXX0001999010217D1542,110990102000417,,,,,,2026/11/1\r\n");
        assertEquals("扫码页不再列出此人", trial.at("/changes/0/effect").asText(), trial.toString());
    }

    @Test
    void a_row_of_an_institution_that_waits_for_another_change_is_refused() {
        published(HEAD + QINGHE);
        propose(tried(HEAD + QINGHE.replace("听雨路18号", "听雨路20号")));
        var trial = tried(HEAD + QINGHE.replace("听雨路18号", "听雨路22号"));
        assertEquals("pending.waits", trial.at("/findings/0/code").asText());
        assertEquals(1, trial.at("/counts/wrong").asInt());
        var same = tried("登记号,地址\r\nXXXX0001999010217D1542,听雨路20号\r\n");
        assertEquals("pending.same", same.at("/findings/0/code").asText());
        assertEquals(0, same.at("/progress/total").asInt());
    }

    @Test
    void people_of_an_unknown_or_wrong_institution_are_refused() {
        assertEquals("person.noInstitution", tried(PEOPLE + "XXXX0009999010217D1542,110990102000417,周砚宁,医师,,,,\r\n").at("/findings/0/code").asText());
    }

    @Test
    void a_specialty_outside_its_scope_and_a_level_above_its_type_are_told_and_let_pass() {
        var trial = tried(HEAD + QINGHE.replace(",1,XXXX", ",4,XXXX"));
        assertEquals(List.of("surgeryLevel.exceeded"), codes(trial));
        assertEquals(0, trial.at("/counts/wrong").asInt());
        published(HEAD + QINGHE);
        var people = tried(PEOPLE + "XXXX0001999010217D1542,110990102000417,周砚宁,主诊医师,皮肤病与性病专业,美容外科,,\r\n");
        assertEquals(List.of("specialty.outsideScope"), codes(people));
    }

    @ParameterizedTest
    @CsvSource({
        "医疗美容门诊部,医疗美容诊所,registrationNumber.category", "2029-05-31,2026-11-20,date.lapsed",
        "青岚区,滨澜区,registrationNumber.region", "91990102XXXX00019P,'',field.required",
        "听雨路18号,'',field.required", "青岚区,上城区,region.unknown"
    })
    void a_row_is_held_against_itself(String from, String to, String code) {
        assertTrue(codes(tried(HEAD + QINGHE.replace("," + from, "," + to))).contains(code));
    }

    @Test
    void the_same_place_under_another_number_is_refused() {
        published(HEAD + QINGHE);
        var trial = tried(HEAD + QINGHE.replace("XXXX0001999010217D1542", "XXXX0002799010217D1542"));
        assertTrue(codes(trial).contains("register.double"), trial.toString());
    }

    @Test
    void the_same_place_twice_in_one_file_is_refused_whatever_its_numbers() {
        var twin = QINGHE.replace("91990102XXXX00019P", "91990102XXXX00027J").replace("XXXX0001999010217D1542", "XXXX0002799010217D1542");
        var trial = tried(HEAD + QINGHE + twin);
        assertEquals(List.of("row.twin"), codes(trial));
        assertEquals("A3", trial.at("/findings/0/cell").asText());
    }

    @Test
    void two_rows_of_one_person_must_agree_however_they_name_the_institution() {
        published(HEAD + QINGHE);
        var trial = tried(PEOPLE
                + "XXXX0001999010217D1542,110990102000417,周砚宁,医师,,,,\r\n"
                + "云汀青禾医疗美容门诊部,110990102000417,沈知行,医师,,,,\r\n");
        assertEquals(List.of("row.contradicts"), codes(trial));
        assertEquals("C3", trial.at("/findings/0/cell").asText());
    }

    @Test
    void columns_nobody_knows_are_named_and_not_kept() {
        var trial = tried(HEAD.strip() + ",法人身份证\r\n" + QINGHE.strip() + "," + ID_NUMBER + "\r\n");
        assertEquals(List.of("column.ignored"), codes(trial));
        assertEquals("L1", trial.at("/findings/0/cell").asText());
        assertNothingKept();
    }

    @Test
    void no_identity_number_is_kept_or_told_wherever_it_stands() {
        published(HEAD + QINGHE);
        var rows = PEOPLE
                + "XXXX0001999010217D1542,110990102000417,周砚宁,主诊医师,,,201533110" + ID_NUMBER + ",\r\n"
                + "XXXX0001999010217D1542,110990102000425,李" + ID_NUMBER + ",医师,,,,\r\n"
                + "XXXX0001999010217D1542," + ID_NUMBER + ",王五,医师,,,,\r\n"
                + ID_NUMBER + ",110990102000433,赵六,医师,,,,\r\n"
                + "XXXX0001999010217D1542,110990102000441,钱七,医师," + ID_NUMBER + ",,,\r\n"
                + "XXXX0001999010217D1542,110990102000458,孙八,医师,,,201533110330102199001010013,\r\n";
        var bytes = rows.getBytes(StandardCharsets.UTF_8);
        var reply = counter.upload("名单" + ID_NUMBER + ".csv", bytes);
        var trial = Counter.json(reply);
        assertEquals(5, trial.at("/counts/wrong").asInt(), trial.toString());
        assertEquals(1, trial.at("/counts/new").asInt());
        assertFalse(reply.text().contains("19900101"), reply.text());
        propose(trial);
        check(trial);
        assertNothingKept();
        var again = counter.ask(Counter.registrar("GET /api/imports/{id}").parameter("id", trial.get("id").asText()));
        assertEquals(5, Counter.json(again).at("/counts/wrong").asInt());
        var annotated = counter.ask(Counter.registrar("GET /api/imports/{id}/annotated.xlsx").parameter("id", trial.get("id").asText()));
        assertEquals(200, annotated.status());
        assertFalse(new String(annotated.body(), StandardCharsets.ISO_8859_1).contains("19900101"));
    }

    @Test
    void a_step_that_broke_off_is_taken_up_again_and_two_at_once_do_no_harm() {
        var trial = counter.tried("city-1700.xlsx");
        var step = Counter.registrar("POST /api/imports/{id}/propose").parameter("id", trial.get("id").asText());
        var first = Counter.json(counter.ask(step));
        assertEquals(1_000, first.at("/progress/done").asInt());
        assertEquals("proposing", first.get("stage").asText());
        assertEquals(409, counter.ask(step("check", trial, "li-he", Counter.CITY, "checker")).status());
        counter.through(step);
        var done = Counter.json(counter.ask(step));
        assertEquals("proposed", done.get("stage").asText());
        assertEquals(1_700, done.at("/progress/done").asInt());
        var some = Counter.json(counter.ask(step("check", trial, "li-he", Counter.CITY, "checker")));
        assertEquals("{\"done\":1000,\"total\":1700}", some.get("progress").toString());
        var end = counter.through(step("check", trial, "wu-yi", Counter.CITY, "checker"));
        assertEquals("checked", end.get("stage").asText());
        var versions = new HashSet<Integer>();
        Counter.json(counter.ask(Counter.registrar("GET /api/institutions"))).get("items").forEach(i -> versions.add(i.get("version").asInt()));
        assertEquals(Set.of(1), versions);
    }

    @Test
    void nobody_publishes_what_they_proposed_themselves() {
        var trial = tried(HEAD + QINGHE);
        propose(trial);
        var own = counter.ask(step("check", trial, "gao-min", Counter.CITY, "registrar checker"));
        assertEquals(403, own.status());
        assertEquals("change.ownWork", Counter.json(own).get("code").asText());
        assertEquals("checked", Counter.json(counter.ask(step("check", trial, "li-he", Counter.CITY, "checker"))).get("stage").asText());
        assertEquals("checked", Counter.json(counter.ask(step("check", trial, "li-he", Counter.CITY, "checker"))).get("stage").asText());
    }

    @Test
    void a_refused_import_changes_nothing_and_may_be_brought_again() {
        var trial = tried(HEAD + QINGHE);
        propose(trial);
        var refused = counter.ask(step("refuse", trial, "li-he", Counter.CITY, "checker").body("{\"reason\":\"证照不符\"}"));
        assertEquals("refused", Counter.json(refused).get("stage").asText());
        assertEquals(409, counter.ask(step("propose", trial, "gao-min", Counter.CITY, "registrar")).status());
        assertEquals("tried", tried(HEAD + QINGHE).get("stage").asText());
        propose(trial);
    }

    @Test
    void a_registrar_takes_back_what_she_proposed_and_nothing_of_it_was_ever_public() {
        var trial = tried(HEAD + QINGHE);
        var back = step("withdraw", trial, "gao-min", Counter.CITY, "registrar");
        assertEquals("import.notProposed", code(counter.ask(back)));
        propose(trial);
        assertEquals(403, counter.ask(step("withdraw", trial, "gao-min", Counter.CITY, "checker")).status());
        assertEquals("import.notYours", code(counter.ask(step("withdraw", trial, "lin-wei", Counter.CITY, "registrar"))));

        var told = Counter.json(counter.ask(back));

        assertEquals("withdrawn", told.get("stage").asText(), told.toString());
        assertEquals("withdrawn", Counter.json(counter.ask(back)).get("stage").asText());
        assertEquals(0, Counter.json(counter.ask(Counter.checker("GET /api/changes"))).get("items").size());
        assertEquals(0, Counter.json(counter.ask(Counter.registrar("GET /api/institutions"))).get("items").size());
        assertEquals("import.withdrawn", code(counter.ask(step("check", trial, "li-he", Counter.CITY, "checker"))));
        assertEquals("import.withdrawn", code(counter.ask(step("propose", trial, "gao-min", Counter.CITY, "registrar"))));
        var seen = Counter.json(counter.ask(Counter.registrar("GET /api/imports/{id}").parameter("id", trial.get("id").asText())));
        assertEquals("withdrawn", seen.get("stage").asText());
        assertEquals("tried", tried(HEAD + QINGHE).get("stage").asText());
        published(HEAD + QINGHE);
        assertEquals(1, Counter.json(counter.ask(Counter.registrar("GET /api/institutions"))).get("items").size());
    }

    @Test
    void a_change_that_was_taken_back_stays_in_the_history_and_leaves_what_was_published() {
        published(HEAD + QINGHE);
        var trial = tried(HEAD + QINGHE.replace("听雨路18号", "听雨路20号"));
        propose(trial);
        counter.through(step("withdraw", trial, "gao-min", Counter.CITY, "registrar"));

        var id = InstitutionId.firstRegisteredAs("medical-institution", "XXXX0001999010217D1542").value();
        var told = Counter.json(counter.ask(Counter.registrar("GET /api/institutions/{id}").parameter("id", id)));
        assertEquals("听雨路18号", told.at("/published/premises/address").asText());
        assertTrue(told.get("pending").isNull());
        var history = Counter.json(counter.ask(Counter.registrar("GET /api/institutions/{id}/history").parameter("id", id)));
        assertEquals("withdrawn", history.at("/items/0/stage").asText(), history.toString());
        assertEquals("gao-min", history.at("/items/0/decidedBy").asText());
    }

    @Test
    void what_somebody_began_to_check_or_finished_is_not_taken_back() {
        var small = tried(HEAD + QINGHE);
        propose(small);
        check(small);
        assertEquals("import.checked", code(counter.ask(step("withdraw", small, "gao-min", Counter.CITY, "registrar"))));
        var large = counter.tried("city-1700.xlsx");
        propose(large);
        counter.ask(step("check", large, "li-he", Counter.CITY, "checker"));
        assertEquals("import.checking", code(counter.ask(step("withdraw", large, "gao-min", Counter.CITY, "registrar"))));
    }

    @Test
    void a_large_import_is_taken_back_in_steps_and_nobody_checks_it_meanwhile() {
        var trial = counter.tried("city-1700.xlsx");
        propose(trial);
        var back = step("withdraw", trial, "gao-min", Counter.CITY, "registrar");

        var first = Counter.json(counter.ask(back));

        assertEquals("proposing", first.get("stage").asText());
        assertEquals("{\"done\":1000,\"total\":1700}", first.get("progress").toString());
        assertEquals("import.notProposed", code(counter.ask(step("check", trial, "li-he", Counter.CITY, "checker"))));
        assertEquals("withdrawn", counter.through(back).get("stage").asText());
        assertEquals(0, Counter.json(counter.ask(Counter.registrar("GET /api/institutions"))).get("items").size());
    }

    private static String code(Reply reply) {
        return Counter.json(reply).path("code").asText();
    }

    @Test
    void what_was_refused_in_one_district_may_be_brought_by_another() {
        var trial = tried(HEAD + QINGHE);
        propose(trial);
        counter.ask(step("refuse", trial, "li-he", Counter.CITY, "checker").body("{\"reason\":\"不在青岚区\"}"));
        assertEquals(0, Counter.json(counter.ask(Counter.registrar("GET /api/institutions"))).get("items").size());

        var other = Counter.json(counter.ask(Counter.upload(
                Asked.by("pan-lan", "990103", "registrar", "POST /api/imports"),
                "b.csv",
                (HEAD + QINGHE).replace("青岚区", "滨澜区").getBytes(StandardCharsets.UTF_8))));
        assertEquals(1, other.at("/counts/new").asInt(), other.toString());
        counter.through(step("propose", other, "pan-lan", "990103", "registrar"));
        var end = counter.through(step("check", other, "lu-yao", "990103", "checker"));
        assertEquals("checked", end.get("stage").asText());
    }

    @Test
    void a_correction_that_borrows_an_imports_id_is_not_published_with_the_import() {
        published(HEAD + QINGHE);
        var people = PEOPLE + "XXXX0001999010217D1542,110990102000417,周砚宁,主诊医师,,,,\r\n";
        published(people);
        var other = QINGHE.replace("青禾", "新禾").replace("91990102XXXX00019P", "91990102XXXX00027J").replace("XXXX0001999010217D1542", "XXXX0002799010217D1542");
        var trial = tried(HEAD + QINGHE + other);
        var id = InstitutionId.firstRegisteredAs("medical-institution", "XXXX0001999010217D1542");
        propose(trial);
        var sneaked = counter.ask(Counter.registrar("POST /api/institutions/{id}/changes")
                .parameter("id", id.value())
                .body("{\"id\":\"" + trial.get("id").asText() + "." + id + "\",\"revision\":4,\"source\":\"现场核对\","
                        + "\"edits\":[{\"path\":\"premises//address\",\"value\":\"别处1号\"}]}"));
        assertEquals(200, sneaked.status(), sneaked.text());

        check(trial);

        assertEquals(2, Counter.json(counter.ask(Counter.registrar("GET /api/institutions"))).get("items").size());
        var told = Counter.json(counter.ask(Counter.registrar("GET /api/institutions/{id}").parameter("id", id.value())));
        assertEquals("听雨路18号", told.at("/published/premises/address").asText());
    }

    @Test
    void no_reason_keeps_an_identity_number() {
        var trial = tried(HEAD + QINGHE);
        propose(trial);
        var refused = counter.ask(step("refuse", trial, "li-he", Counter.CITY, "checker").body("{\"reason\":\"证 " + ID_NUMBER + "\"}"));
        assertEquals("cell.identityNumber", Counter.json(refused).get("code").asText());
        assertEquals("reason", Counter.json(refused).get("field").asText());
    }

    @Test
    void a_long_list_of_imports_goes_on() {
        for (var i = 0; i < 101; i++) {
            tried("甲,乙\r\n" + i + ",2\r\n");
        }
        var first = Counter.json(counter.ask(Counter.registrar("GET /api/imports")));
        assertEquals(100, first.get("items").size());
        var rest = counter.ask(Counter.registrar("GET /api/imports").query("after", first.get("next").asText()));
        assertEquals(1, Counter.json(rest).get("items").size());
        assertTrue(Counter.json(rest).get("next").isNull());
    }

    @Test
    void duties_and_territories_are_kept() {
        var bytes = (HEAD + QINGHE).getBytes(StandardCharsets.UTF_8);
        for (var duty : List.of("checker", "inspector")) {
            assertEquals(403, counter.ask(Counter.upload(Asked.by("a", Counter.CITY, duty, "POST /api/imports"), "a.csv", bytes)).status());
        }
        var other = Counter.json(counter.ask(Counter.upload(Asked.by("a", "990103", "registrar", "POST /api/imports"), "a.csv", bytes)));
        assertEquals("region.elsewhere", other.at("/findings/0/code").asText());
        var trial = tried(HEAD + QINGHE);
        for (var route : List.of("propose", "check")) {
            assertEquals(404, counter.ask(step(route, trial, "b", Counter.DISTRICT, "registrar checker")).status());
        }
        assertEquals(403, counter.ask(step("check", trial, "b", Counter.CITY, "registrar")).status());
        var district = counter.ask(Asked.by("b", Counter.DISTRICT, "registrar", "GET /api/imports"));
        assertEquals(0, Counter.json(district).get("items").size());
        assertEquals(2, Counter.json(counter.ask(Counter.registrar("GET /api/imports"))).get("items").size());
        published(HEAD + QINGHE);
        var foreign = Counter.json(counter.ask(Counter.upload(
                Asked.by("a", "990103", "registrar", "POST /api/imports"), "b.csv",
                "登记号,地址\r\nXXXX0001999010217D1542,别处1号\r\n".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("institution.elsewhere"), codes(foreign));
        assertFalse(foreign.toString().contains("青禾"));
    }

    @Test
    void a_file_of_no_known_form_is_told_and_nothing_of_it_kept() {
        var trial = tried("甲,乙\r\n" + ID_NUMBER + ",2\r\n");
        assertEquals(List.of("sheet.unknown"), codes(trial));
        assertNothingKept();
        var refused = counter.upload("a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        assertEquals(415, refused.status());
        assertTrue(refused.text().contains("另存为 .xlsx 或 CSV"));
    }

    private void assertNothingKept() {
        counter.files.files().forEach((key, file) -> {
            var text = key.startsWith("imports/") ? KeptSheets.read(file.bytes()).toString() : "";
            assertFalse(text.contains("19900101") || text.contains("01010012"), text);
        });
        for (var item : Counter.json(counter.ask(Counter.registrar("GET /api/institutions"))).get("items")) {
            var told = counter.ask(Counter.registrar("GET /api/institutions/{id}").parameter("id", item.get("id").asText())).text();
            assertFalse(told.contains("19900101"), told);
        }
        assertFalse(counter.ask(Counter.registrar("GET /api/imports")).text().contains("19900101"));
    }

    private JsonNode tried(String csv) {
        return counter.tried("a.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private void published(String csv) {
        var trial = tried(csv);
        propose(trial);
        check(trial);
    }

    private void propose(JsonNode trial) {
        counter.through(step("propose", trial, "gao-min", Counter.CITY, "registrar"));
    }

    private void check(JsonNode trial) {
        counter.through(step("check", trial, "li-he", Counter.CITY, "checker"));
    }

    private static Asked step(String step, JsonNode trial, String who, String territory, String duties) {
        return Asked.by(who, territory, duties, "POST /api/imports/{id}/" + step).parameter("id", trial.get("id").asText());
    }

    private static List<String> codes(JsonNode trial) {
        var codes = new ArrayList<String>();
        trial.get("findings").forEach(f -> codes.add(f.get("code").asText()));
        return codes;
    }
}

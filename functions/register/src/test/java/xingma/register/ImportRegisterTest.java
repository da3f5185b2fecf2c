package xingma.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.http.Asked;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.placard.PlacardDesk;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ImportRegisterTest {
    private final Counter counter = new Counter();

    @ParameterizedTest
    @ValueSource(strings = {"pilot-66.xlsx", "pilot-66-institutions-gb18030.csv", "pilot-66-institutions-utf8-bom.csv"})
    void the_pilot_is_tried_without_an_error_and_nothing_is_written(String sample) {
        var trial = counter.tried(sample);
        assertEquals(List.of(), errors(trial));
        assertTrue(trial.at("/counts/new").asInt() >= 66, trial.get("counts").toString());
        assertEquals(0, trial.at("/counts/wrong").asInt());
        assertEquals("tried", trial.get("stage").asText());
        assertEquals(66, trial.at("/progress/total").asInt());
        assertEquals(0, json(Counter.registrar("GET /api/institutions")).get("items").size());
    }

    @Test
    void what_two_people_agree_on_is_published_and_the_same_file_again_changes_nothing() {
        var id = counter.published("pilot-66.xlsx");
        var again = counter.tried("pilot-66.xlsx");
        assertEquals(id, again.get("id").asText());
        assertEquals("checked", again.get("stage").asText());
        assertEquals(again.get("rows").asInt(), again.at("/counts/unchanged").asInt(), again.get("counts").toString());
        var other = counter.tried("pilot-66-institutions-gb18030.csv");
        assertEquals(66, other.at("/counts/unchanged").asInt());
        assertEquals(0, other.at("/progress/total").asInt());
    }

    @Test
    void who_brought_a_file_is_told_by_name() {
        var asked = Counter.registrar("POST /api/imports").claim("name", "高敏");
        var trial = json(Counter.upload(asked, "pilot-66.xlsx", Counter.sample("pilot-66.xlsx")));
        assertEquals("gao-min", trial.get("uploadedBy").asText());
        assertEquals("{\"gao-min\":\"高敏\"}", trial.get("names").toString());
        var list = json(Counter.checker("GET /api/imports"));
        assertEquals("gao-min", list.at("/items/0/uploadedBy").asText());
        assertEquals("{\"gao-min\":\"高敏\"}", list.get("names").toString());
    }

    @Test
    void the_faulty_sheet_is_told_cell_by_cell_in_the_words_of_the_mock() {
        counter.published("pilot-66.xlsx");
        issuePlacards();
        var trial = counter.tried("医美机构2026-11.xlsx", Counter.sample("faulty.xlsx"));
        assertEquals(List.of("C14", "D15", "E17", "C18"), errors(trial).stream().map(f -> f.get("cell").asText()).toList());
        assertSays(trial, "C14", "登记号少1位", "现有21位，应为22位。", "XXXX0004399010217D216", 21, 21);
        assertSays(trial, "D15", "日期不存在", "没有13月。请写成年-月-日。", "2026-13-01", 5, 7);
        assertSays(trial, "E17", "不是医疗美容科目", "“生活美容”不属于四个二级科目。", "生活美容", 0, 4);
        assertEquals("与第16行重复", at(trial, "findings", "C18").get("what").asText());
        assertEquals("一个登记号只能属于一家机构。", at(trial, "findings", "C18").get("mend").asText());
        assertEquals(66, trial.get("rows").asInt());
        assertEquals("{\"new\":0,\"unchanged\":57,\"changed\":5,\"wrong\":4}",
                trial.get("counts").toString().replaceAll(",\"warned\":\\d+", ""));
        assertEquals("扫码页项目会增加", at(trial, "changes", "E16").get("effect").asText());
        assertEquals("美容皮肤科", at(trial, "changes", "E16").get("before").asText());
        assertEquals("判定不变，有效期延长", at(trial, "changes", "D31").get("effect").asText());
        assertEquals("要重印标牌", at(trial, "changes", "F42").get("effect").asText());
        assertEquals(5, trial.get("changes").size());
        assertTrue(trial.get("context").size() >= 5);
    }

    @Test
    void a_whole_city_is_tried_and_proposed_without_a_fault() {
        var trial = counter.tried("city-1700.xlsx");
        counter.through(Counter.registrar("POST /api/imports/{id}/propose").parameter("id", trial.get("id").asText()));
        assertEquals(List.of(), errors(trial));
        assertEquals(1_700, trial.at("/progress/total").asInt());
    }

    private void issuePlacards() {
        var random = new Random(7);
        var desk = new PlacardDesk(
                counter.register, counter.register, () -> code(random), counter.clock, counter.bureau.city().zone());
        var officer = new Officer("gao-min", "高敏", new RegionCode(Counter.CITY), Set.of(Duty.REGISTRAR));
        for (var item : all("GET /api/institutions")) {
            desk.issue(officer, new InstitutionId(item.get("id").asText()));
        }
    }

    private static PlacardCode code(Random random) {
        var first = new StringBuilder();
        for (var i = 0; i < PlacardCode.LENGTH - 1; i++) {
            first.append(PlacardCode.ALPHABET.charAt(random.nextInt(PlacardCode.ALPHABET.length())));
        }
        return PlacardCode.of(first.toString());
    }

    private List<JsonNode> all(String route) {
        var items = new ArrayList<JsonNode>();
        var asked = Counter.registrar(route);
        for (var page = json(asked); ; page = json(asked.query("after", page.get("next").asText()))) {
            page.get("items").forEach(items::add);
            if (page.get("next").isNull()) {
                return items;
            }
        }
    }

    private JsonNode json(Asked asked) {
        return Counter.json(counter.ask(asked));
    }

    private static List<JsonNode> errors(JsonNode trial) {
        var errors = new ArrayList<JsonNode>();
        trial.get("findings").forEach(f -> {
            if (f.get("severity").asText().equals("error")) {
                errors.add(f);
            }
        });
        return errors;
    }

    private static JsonNode at(JsonNode trial, String list, String cell) {
        for (var item : trial.get(list)) {
            if (item.get("cell").asText().equals(cell)) {
                return item;
            }
        }
        throw new AssertionError("nothing at " + cell + " in " + trial.get(list));
    }

    private static void assertSays(JsonNode trial, String cell, String what, String mend, String value, int from, int to) {
        var finding = at(trial, "findings", cell);
        assertEquals(what, finding.get("what").asText());
        assertEquals(mend, finding.get("mend").asText());
        assertEquals(value, finding.get("value").asText());
        assertEquals("[" + from + "," + to + "]", finding.get("mark").toString());
    }
}

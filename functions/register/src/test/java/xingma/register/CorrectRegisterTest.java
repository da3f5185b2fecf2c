package xingma.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.territory.Officer;
import xingma.territory.RegionCode;
import xingma.territory.Roster;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class CorrectRegisterTest {
    private static final String ADDRESS = "{\"path\":\"premises//address\",\"value\":\"云石路18号\"}";
    private static final String ID_NUMBER = "330102199001010012";

    private final Counter counter = new Counter();
    private String id;
    private String district;
    private String person;

    @BeforeEach
    void publish_the_pilot() {
        counter.published("pilot-66.xlsx");
        var first = list("GET /api/institutions").get("items").get(0);
        id = first.get("id").asText();
        district = first.get("district").asText();
        person = institution().at("/published/person").fieldNames().next();
    }

    @Test
    void an_officer_learns_who_acts_where_and_what_there_is_to_register() {
        var me = json(Asked.by("li", Counter.DISTRICT, "registrar checker", "GET /api/me"));
        assertEquals("青岚区", me.at("/territory/chinese").asText());
        assertEquals("[\"registrar\",\"checker\"]", me.get("duties").toString());
        assertEquals(1, me.get("districts").size());
        assertEquals("云汀市卫生健康局", me.at("/bureau/chinese").asText());
        assertEquals("2026-11-21", me.get("today").asText());
        assertEquals(4, json(Counter.checker("GET /api/kinds")).get("items").size());
        assertEquals(403, counter.ask(Asked.of("GET /api/me")).status());
        assertEquals(403, counter.ask(Asked.by("x", "330100", "registrar", "GET /api/me")).status());
    }

    @Test
    void the_register_is_searched_within_the_officers_territory() {
        assertTrue(list("GET /api/institutions").get("items").size() >= 50);
        var all = new HashSet<String>();
        var page = list("GET /api/institutions");
        for (; ; page = json(Counter.registrar("GET /api/institutions").query("after", page.get("next").asText()))) {
            page.get("items").forEach(i -> all.add(i.get("id").asText()));
            if (page.get("next").isNull()) {
                break;
            }
        }
        assertEquals(66, all.size());
        var one = json(Counter.registrar("GET /api/institutions").query("q", "青禾"));
        assertEquals(List.of("云汀青禾医疗美容门诊部"), names(one));
        assertEquals(List.of("云汀青禾医疗美容门诊部"), names(json(Counter.registrar("GET /api/institutions").query("q", "xxxx0001999010217d1542"))));
        assertEquals(0, json(Counter.registrar("GET /api/institutions").query("state", "pending")).get("items").size());
        json(Asked.by("a", district, "inspector", "GET /api/institutions")).get("items")
                .forEach(i -> assertEquals(district, i.get("district").asText()));
        assertEquals(404, counter.ask(Asked.by("a", "990121", "registrar", "GET /api/institutions").query("district", "990102")).status());
        assertEquals(400, counter.ask(Counter.registrar("GET /api/institutions").query("state", "gone")).status());
        assertEquals(400, counter.ask(Counter.registrar("GET /api/institutions").query("after", "???")).status());
        assertEquals(400, counter.ask(Counter.registrar("GET /api/institutions").query("q", "长".repeat(61))).status());
    }

    @Test
    void a_correction_is_published_by_a_second_person_and_every_fact_knows_its_origin() {
        var proposed = json(correction("change-01", 2, ADDRESS));
        assertEquals("云石路18号", proposed.at("/pending/edits/0/after").asText());
        assertEquals("地址", proposed.at("/pending/edits/0/heading").asText());
        assertFalse(proposed.at("/published/premises/address").asText().equals("云石路18号"));
        assertEquals(1, list("GET /api/changes").get("items").size());
        assertEquals(403, check("change-01", "gao-min", "registrar checker").status());
        assertEquals(403, check("change-01", "xu", "registrar").status());
        var checked = Counter.json(check("change-01", "li-he", "checker"));
        assertEquals("云石路18号", checked.at("/published/premises/address").asText());
        assertEquals(2, checked.get("version").asInt());
        var origin = checked.get("origins").get("premises//address");
        assertEquals("变更登记申请", origin.get("source").asText());
        assertEquals("gao-min", origin.get("proposedBy").asText());
        assertEquals("li-he", origin.get("checkedBy").asText());
        assertEquals("导入 pilot-66.xlsx", checked.get("origins").get("premises//name").get("source").asText());
        var history = json(Counter.registrar("GET /api/institutions/{id}/history").parameter("id", id)).get("items");
        assertEquals(List.of("checked", "checked"), List.of(history.get(0).get("stage").asText(), history.get(1).get("stage").asText()));
        assertEquals(200, check("change-01", "li-he", "checker").status());
        assertEquals(0, list("GET /api/changes").get("items").size());
    }

    @Test
    void the_same_correction_sent_twice_is_proposed_once_even_after_it_was_decided() {
        var asked = correction("change-01", 2, ADDRESS);
        assertEquals(Counter.json(counter.ask(asked)), Counter.json(counter.ask(asked)));
        check("change-01", "li-he", "checker");
        assertEquals(200, counter.ask(asked).status());
        assertEquals("change.nothing", code(counter.ask(correction("change-02", 4, ADDRESS))));
        assertEquals("id.shape", code(counter.ask(correction("330102199001010012", 4, ADDRESS))));
    }

    @Test
    void who_signed_is_told_by_name_wherever_an_id_stands() {
        counter.ask(Asked.by("gao-min", Counter.CITY, "registrar", "GET /api/me").claim("name", "高敏"));
        counter.ask(Asked.by("li-he", Counter.CITY, "checker", "GET /api/me").claim("name", "李核"));
        assertEquals("{\"gao-min\":\"高敏\",\"li-he\":\"李核\"}", institution().get("names").toString());
        var zhao = Asked.by("zhao", Counter.CITY, "registrar", "POST /api/institutions/{id}/changes")
                .claim("name", "赵登")
                .parameter("id", id)
                .body(body("change-01", 2, ADDRESS));
        assertEquals("赵登", Counter.json(counter.ask(zhao)).at("/names/zhao").asText());
        assertEquals("{\"zhao\":\"赵登\"}", list("GET /api/changes").get("names").toString());
        refuse("change-01", "{\"reason\":\"地址与证照不符\"}");
        var history = json(Counter.registrar("GET /api/institutions/{id}/history").parameter("id", id));
        assertEquals(List.of("gao-min", "li-he", "zhao"), keys(history.get("names")));
    }

    @Test
    void without_a_roster_the_work_goes_on_by_ids() {
        var alone = new CorrectRegister(
                counter.bureau, counter.register, new LostRoster(), counter.files, counter.site, counter.clock);
        assertEquals(200, alone.http().answer(Counter.registrar("GET /api/me")).status());
        var told = Counter.json(alone.http().answer(correction("change-01", 2, ADDRESS)));
        assertEquals("gao-min", told.at("/pending/by").asText());
        assertEquals("{}", told.get("names").toString());
    }

    @Test
    void everybody_who_works_there_has_three_conditions_today() {
        var told = institution();
        var conditions = told.get("conditions");
        assertEquals(keys(told.at("/published/person")), keys(conditions));
        conditions.forEach(c -> assertEquals(List.of("leads", "qualified", "registeredHere"), keys(c)));
        assertTrue(conditions.get(person).get("registeredHere").asBoolean());
        counter.ask(correction("change-01", 2, "{\"path\":\"person/" + person + "/leftOn\",\"value\":\"2026-11-20\"}"));
        assertFalse(Counter.json(check("change-01", "li-he", "checker")).get("conditions").has(person));
    }

    private static List<String> keys(JsonNode node) {
        var keys = new TreeSet<String>();
        node.fieldNames().forEachRemaining(keys::add);
        return List.copyOf(keys);
    }

    private static final class LostRoster implements Roster {
        @Override
        public void note(Officer officer) {
            throw new IllegalStateException("the roster is lost");
        }

        @Override
        public Map<String, String> names(Collection<String> ids) {
            throw new IllegalStateException("the roster is lost");
        }

        @Override
        public List<Colleague> handlers(RegionCode unit) {
            throw new IllegalStateException("the roster is lost");
        }
    }

    @Test
    void a_number_of_another_institution_is_not_taken_by_hand() {
        var other = list("GET /api/institutions").get("items").findValuesAsText("id").stream()
                .filter(i -> !i.equals(id))
                .findFirst()
                .orElseThrow();
        var number = json(Counter.registrar("GET /api/institutions/{id}").parameter("id", other))
                .at("/published/credential").fieldNames().next();
        var taken = correction("change-01", 2, "{\"path\":\"credential/" + number
                + "/credentialType\",\"value\":\"医疗机构执业许可证\"}");
        assertEquals("number.taken", code(counter.ask(taken)));
    }

    @Test
    void a_fact_is_given_once_in_a_correction() {
        var twice = Counter.json(counter.ask(correction("change-01", 2, ADDRESS + "," + ADDRESS.replace("18", "20"))));
        assertEquals("path.twice", twice.get("code").asText());
        assertEquals("edits[1].value", twice.get("field").asText());
        assertEquals(400, counter.ask(correction("change-01", 2, "null")).status());
    }

    @Test
    void a_refusal_has_its_reason_and_stays_in_the_history() {
        counter.ask(correction("change-01", 2, ADDRESS));
        assertEquals(400, refuse("change-01", "{\"reason\":\" \"}").status());
        assertEquals(400, refuse("change-01", "{}").status());
        var after = Counter.json(refuse("change-01", "{\"reason\":\"地址与证照不符\"}"));
        assertTrue(after.get("pending").isNull());
        var history = json(Counter.registrar("GET /api/institutions/{id}/history").parameter("id", id)).get("items");
        assertEquals("地址与证照不符", history.get(0).get("reason").asText());
        assertEquals(404, refuse("change-02", "{\"reason\":\"x\"}").status());
    }

    @Test
    void a_decision_of_the_bureau_turns_the_verdict_once_it_is_checked() {
        var decision = """
                {"path":"practice/云卫医罚〔2026〕9号/status","value":"suspended"},
                {"path":"practice/云卫医罚〔2026〕9号/since","value":"2026/11/20"},
                {"path":"practice/云卫医罚〔2026〕9号/authority","value":"云汀市卫生健康局"},
                {"path":"practice/云卫医罚〔2026〕9号/reason","value":"使用非卫生技术人员"},
                {"path":"practice/云卫医罚〔2026〕9号/basis","value":"医疗机构管理条例第四十七条"}""";
        assertEquals(200, counter.ask(correction("decision-1", 2, decision)).status());
        var after = Counter.json(check("decision-1", "li-he", "checker"));
        assertEquals("2026-11-20", after.at("/published/practice/云卫医罚〔2026〕9号/since").asText());
        assertFalse(after.at("/verdict/yes").asBoolean());
        assertTrue(after.at("/verdict/reasons").toString().contains("{\"what\":\"practice\",\"met\":false}")
                || after.at("/verdict/reasons").toString().contains("{\"met\":false,\"what\":\"practice\"}"));
        var half = counter.ask(correction("decision-2", 4, "{\"path\":\"practice/2号/status\",\"value\":\"warned\"}"));
        assertEquals(422, half.status());
        assertEquals("field.required", Counter.json(half).get("code").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "premises//address | null | 422 | field.required", "premises//address | \"=1+1\" | 422 | cell.formula",
        "premises//nothing | \"x\" | 422 | path.unknown", "premises//creditCode | \"91350100M000100Y44\" | 422 | creditCode.check",
        "premises//district | \"上城区\" | 422 | region.unknown", "premises//address | 7 | 400 | field.malformed",
        "premises/address | \"x\" | 400 | field.malformed", "premises//principal | \"王330102199001010012\" | 422 | cell.identityNumber",
        "credential/ABC/validUntil | \"2029-01-01\" | 422 | registrationNumber.short",
        "person/330102199001010012/name | \"王\" | 422 | key.shape", "person/110990102000417/photo | \"abc\" | 422 | path.unknown"
    })
    void what_no_cell_may_hold_no_correction_may(String path, String value, int status, String code) {
        var reply = counter.ask(correction("change-01", 2, "{\"path\":\"" + path + "\",\"value\":" + value + "}"));
        assertEquals(status, reply.status(), reply.text());
        assertEquals(code, Counter.json(reply).get("code").asText());
        assertTrue(Counter.json(reply).get("field").asText().startsWith("edits"));
        assertFalse(reply.text().contains("19900101"));
        assertTrue(institution().get("pending").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"id\":\"change-01\",\"revision\":2,\"source\":\"x\",\"edits\":[]}",
        "{\"id\":\"1\",\"revision\":2,\"source\":\"x\",\"edits\":[" + ADDRESS + "]}",
        "{\"id\":\"change-01\",\"revision\":2,\"source\":\" \",\"edits\":[" + ADDRESS + "]}",
        "{\"id\":\"change-01\",\"revision\":2,\"source\":\"依据" + ID_NUMBER + "\",\"edits\":[" + ADDRESS + "]}",
        "{\"id\":\"change-01\",\"revision\":\"2\",\"source\":\"x\",\"edits\":[" + ADDRESS + "]}",
        "{\"id\":\"change-01\",\"revision\":2.0,\"source\":\"x\",\"edits\":[" + ADDRESS + "]}",
        "{\"id\":\"change-01\",\"revision\":2,\"source\":\"x\",\"edits\":[" + ADDRESS + "],\"more\":1}",
        "{\"id\":\"change-01\",\"id\":\"change-02\",\"revision\":2,\"source\":\"x\",\"edits\":[" + ADDRESS + "]}",
        "{\"id\":\"change-01\",\"source\":\"x\",\"edits\":[" + ADDRESS + "]}", "{", "[]", "null", ""
    })
    void json_that_is_not_exactly_as_asked_is_refused(String body) {
        var reply = counter.ask(Counter.registrar("POST /api/institutions/{id}/changes").parameter("id", id).body(body));
        assertEquals(400, reply.status(), reply.text());
        assertTrue(institution().get("pending").isNull());
    }

    @Test
    void who_comes_late_or_second_or_from_elsewhere_is_told_so() {
        assertEquals(409, counter.ask(correction("change-01", 1, ADDRESS)).status());
        assertEquals(200, counter.ask(correction("change-01", 2, ADDRESS)).status());
        var other = Asked.by("xu", Counter.CITY, "registrar", "POST /api/institutions/{id}/changes").parameter("id", id);
        var waits = counter.ask(other.body(body("change-02", 3, "{\"path\":\"premises//address\",\"value\":\"x\"}")));
        assertEquals("change.waits", Counter.json(waits).get("code").asText());
        var elsewhere = district.equals("990121") ? "990102" : "990121";
        for (var route : List.of("GET /api/institutions/{id}", "GET /api/institutions/{id}/history")) {
            assertEquals(404, counter.ask(Asked.by("z", elsewhere, "registrar", route).parameter("id", id)).status());
        }
        assertEquals(404, counter.ask(Asked.by("z", elsewhere, "checker", "POST /api/institutions/{id}/changes/{change}/check")
                .parameter("id", id).parameter("change", "change-01")).status());
        assertEquals(404, counter.ask(Counter.registrar("GET /api/institutions/{id}").parameter("id", "../x")).status());
        assertEquals(403, counter.ask(Asked.by("z", Counter.CITY, "inspector", "POST /api/institutions/{id}/changes").parameter("id", id)).status());
    }

    @Test
    void photos_gather_in_one_change_and_are_public_only_once_checked() {
        var jpeg = Counter.sample("photos/a.jpg");
        var proposed = Counter.json(photo(person, jpeg, "2026-11-01"));
        assertEquals(2, proposed.at("/pending/edits").size(), proposed.toString());
        assertEquals(0, counter.site.files().size());
        assertEquals(Counter.json(photo(person, jpeg, "2026-11-01")).get("revision"), proposed.get("revision"));
        var change = proposed.at("/pending/id").asText();
        check(change, "li-he", "checker");
        assertEquals(1, counter.site.files().size());
        var sheet = counter.site.files().values().iterator().next();
        assertEquals("image/svg+xml", sheet.contentType());
        assertTrue(new String(sheet.bytes(), StandardCharsets.UTF_8).contains("data:image/jpeg;base64,"));
    }

    @Test
    void who_leaves_by_a_file_leaves_the_photo_sheet_too() {
        var people = new ArrayList<String>();
        institution().at("/published/person").fieldNames().forEachRemaining(people::add);
        photo(people.get(0), Counter.sample("photos/a.jpg"), "2026-11-01");
        var both = Counter.json(photo(people.get(1), Counter.sample("photos/b.jpg"), "2026-11-01"));
        assertEquals(4, both.at("/pending/edits").size());
        check(both.at("/pending/id").asText(), "li-he", "checker");
        var gone = "登记号,执业证书编码,离任日期\r\n" + number() + "," + people.get(0) + ",2026-11-20\r\n";
        var trial = counter.tried("a.csv", gone.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, trial.at("/counts/changed").asInt(), trial.toString());
        counter.through(Counter.registrar("POST /api/imports/{id}/propose").parameter("id", trial.get("id").asText()));
        counter.through(Counter.checker("POST /api/imports/{id}/check").parameter("id", trial.get("id").asText()));
        assertEquals(2, counter.site.files().size());
        var images = counter.site.files().values().stream()
                .map(f -> new String(f.bytes(), StandardCharsets.UTF_8).split("<image", -1).length - 1)
                .sorted()
                .toList();
        assertEquals(List.of(1, 2), images);
    }

    @Test
    void a_photo_that_is_none_or_says_more_is_refused() {
        var jpeg = Counter.sample("photos/a.jpg");
        assertEquals(400, photo(person, jpeg, "").status());
        assertEquals(400, photo(person, jpeg, "2027-01-01").status());
        assertEquals(404, photo("110990102999999", jpeg, "2026-11-01").status());
        assertEquals(415, photo(person, "GIF89a".getBytes(StandardCharsets.UTF_8), "2026-11-01").status());
        assertEquals(413, photo(person, Arrays.copyOf(jpeg, 13 * 1024), "2026-11-01").status());
        assertEquals(422, photo(person, Arrays.copyOf(jpeg, jpeg.length - 2), "2026-11-01").status());
        assertEquals("photo.exif", code(photo(person, with(jpeg, 0xE1), "2026-11-01")));
        assertEquals("photo.exif", code(photo(person, with(jpeg, 0xFE), "2026-11-01")));
        var hiding = Arrays.copyOf(jpeg, jpeg.length + 6);
        hiding[jpeg.length + 4] = (byte) 0xFF;
        hiding[jpeg.length + 5] = (byte) 0xD9;
        assertEquals("photo.exif", code(photo(person, hiding, "2026-11-01")));
        var wide = jpeg.clone();
        for (var i = 0; i + 8 < wide.length; i++) {
            if ((wide[i] & 0xFF) == 0xFF && ((wide[i + 1] & 0xFF) == 0xC0 || (wide[i + 1] & 0xFF) == 0xC2)) {
                wide[i + 8] = 105;
                break;
            }
        }
        assertEquals("photo.size", code(photo(person, wide, "2026-11-01")));
        assertEquals(0, counter.files.files().keySet().stream().filter(k -> k.startsWith("photos/")).count());
    }

    private static byte[] with(byte[] jpeg, int marker) {
        var more = new byte[jpeg.length + 8];
        more[0] = jpeg[0];
        more[1] = jpeg[1];
        more[2] = (byte) 0xFF;
        more[3] = (byte) marker;
        more[5] = 6;
        System.arraycopy(jpeg, 2, more, 10, jpeg.length - 2);
        return more;
    }

    private Reply photo(String code, byte[] jpeg, String consent) {
        return counter.ask(Counter.registrar("PUT /api/institutions/{id}/people/{code}/photo")
                .parameter("id", id).parameter("code", code).header("x-consent-on", consent).body(jpeg));
    }

    private Asked correction(String change, int revision, String edits) {
        return Counter.registrar("POST /api/institutions/{id}/changes").parameter("id", id).body(body(change, revision, edits));
    }

    private static String body(String change, int revision, String edits) {
        return "{\"id\":\"" + change + "\",\"revision\":" + revision + ",\"source\":\"变更登记申请\",\"edits\":[" + edits + "]}";
    }

    private Reply check(String change, String who, String duties) {
        return counter.ask(Asked.by(who, Counter.CITY, duties, "POST /api/institutions/{id}/changes/{change}/check")
                .parameter("id", id).parameter("change", change));
    }

    private Reply refuse(String change, String body) {
        return counter.ask(Counter.checker("POST /api/institutions/{id}/changes/{change}/refuse")
                .parameter("id", id).parameter("change", change).body(body));
    }

    private JsonNode institution() {
        return json(Counter.registrar("GET /api/institutions/{id}").parameter("id", id));
    }

    private String number() {
        return institution().at("/published/credential").fieldNames().next();
    }

    private JsonNode list(String route) {
        return json(Counter.registrar(route));
    }

    private JsonNode json(Asked asked) {
        return Counter.json(counter.ask(asked));
    }

    private static String code(Reply reply) {
        return Counter.json(reply).get("code").asText();
    }

    private static List<String> names(JsonNode page) {
        var names = new ArrayList<String>();
        page.get("items").forEach(i -> names.add(i.get("name").asText()));
        return names;
    }
}

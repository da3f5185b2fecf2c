package xingma.aws.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.fact.Path;
import xingma.institution.PlacardCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictJsonTest {
    private static final String GOOD =
            """
            {"name":"星","count":7,"yes":true,"day":"2026-11-21","parts":[{"path":"premises//name","value":"青禾"},
             {"path":"person/1/leftOn","value":null}],"step":"POSTED"}""";

    record Form(
            String name,
            int count,
            boolean yes,
            LocalDate day,
            List<Part> parts,
            Optional<String> note,
            Optional<PlacardCode> code,
            Step step) {}

    record Part(Path path, Optional<String> value) {}

    enum Step {
        PRINTED,
        POSTED
    }

    private static Problem refused(String json) {
        return refused(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem refused(byte[] json) {
        return assertThrows(Refused.class, () -> StrictJson.FORMS.read(json, Form.class)).problem();
    }

    private static Form read(String json) {
        return StrictJson.FORMS.read(json.getBytes(StandardCharsets.UTF_8), Form.class);
    }

    @Test
    void a_form_is_read_as_it_is_written() {
        assertEquals(
                new Form(
                        "星",
                        7,
                        true,
                        LocalDate.of(2026, 11, 21),
                        List.of(
                                new Part(Path.premises("name"), Optional.of("青禾")),
                                new Part(Path.parse("person/1/leftOn"), Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Step.POSTED),
                read(GOOD));
    }

    @Test
    void a_code_may_be_typed_as_people_type_it() {
        var code = PlacardCode.of("7K3M9QX4T4A");

        var form = read(GOOD.replace("\"step\"", "\"code\":\"" + code.spoken().toLowerCase() + "\",\"step\""));

        assertEquals(Optional.of(code), form.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"count\":7|\"count\":4.9|count",
                "\"count\":7|\"count\":\"7\"|count",
                "\"count\":7|\"count\":\"\"|count",
                "\"count\":7|\"count\":null|count",
                "\"count\":7|\"count\":true|count",
                "\"count\":7|\"count\":99999999999|count",
                "\"count\":7|\"count\":1E+3|count",
                "\"count\":7,||count",
                "\"yes\":true|\"yes\":1|yes",
                "\"yes\":true|\"yes\":\"true\"|yes",
                "\"yes\":true,||yes",
                "\"name\":\"星\",||name",
                "\"name\":\"星\"|\"name\":null|name",
                "\"name\":\"星\"|\"name\":7|name",
                "\"name\":\"星\"|\"name\":7.5|name",
                "\"name\":\"星\"|\"name\":true|name",
                "\"name\":\"星\"|\"name\":[\"星\"]|name",
                "\"name\":\"星\"|\"name\":{}|name",
                "\"name\":\"星\"|\"name\":\"a\\u0000b\"|name",
                "\"name\":\"星\"|\"name\":\"a\\ud800b\"|name",
                "\"name\":\"星\"|\"name\":\"a\\u202eb\"|name",
                "\"name\":\"星\"|\"name\":\"a\\u200bb\"|name",
                "\"name\":\"星\"|\"name\":\"a\\u0007b\"|name",
                "\"day\":\"2026-11-21\"|\"day\":\"2026-11-31\"|day",
                "\"day\":\"2026-11-21\"|\"day\":\"21.11.2026\"|day",
                "\"day\":\"2026-11-21\"|\"day\":20261121|day",
                "\"day\":\"2026-11-21\"|\"day\":[2026,11,21]|day",
                "\"step\":\"POSTED\"|\"step\":1|step",
                "\"step\":\"POSTED\"|\"step\":\"\"|step",
                "\"step\":\"POSTED\"|\"step\":\"posted\"|step",
                "\"step\":\"POSTED\"|\"step\":\"POSTED\",\"extra\":1|extra",
                "\"step\":\"POSTED\"|\"step\":\"POSTED\",\"code\":\"AAAA\"|code",
                "premises//name|premises/name|parts[0].path",
                "premises//name|premises/x/name|parts[0].path",
                "\"value\":\"青禾\"|\"value\":7|parts[0].value",
                "\"value\":\"青禾\"|\"value\":\"青禾\",\"before\":\"x\"|parts[0].before",
                "\"value\":null|\"values\":null|parts[1].values"
            })
    void what_does_not_fit_is_refused_by_the_name_of_its_field(String part, String instead, String field) {
        var problem = refused(GOOD.replace(part, instead == null ? "" : instead));

        assertEquals(Optional.of(field), problem.field());
        assertEquals(400, problem.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{", "[", "not json", "{}{}", "{'name':1}", "{name:1}", "{\"name\":\"a\",}", "// x\n{}", "NaN", "\u0000"
            })
    void what_is_not_json_is_refused(String text) {
        assertEquals(400, refused(text).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "7", "\"x\"", "[]", "true"})
    void what_is_not_the_form_is_refused(String text) {
        assertEquals(400, refused(text).status());
    }

    @Test
    void a_form_with_something_after_it_is_refused() {
        assertEquals("json.malformed", refused(GOOD + " {}").code());
    }

    @Test
    void a_field_given_twice_is_refused() {
        var twice = refused(GOOD.replace("\"count\":7", "\"count\":7,\"count\":8"));
        assertEquals(400, twice.status());
        assertEquals("field.twice", twice.code());
        assertEquals(Optional.of("count"), twice.field());
    }

    @Test
    void a_list_with_nothing_in_one_of_its_places_is_refused() {
        var hole = refused(GOOD.replace("\"parts\":[", "\"parts\":[null,"));
        assertEquals("field.malformed", hole.code());
        assertEquals(Optional.of("parts"), hole.field().map(f -> f.replaceAll("\\W.*", "")));
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        assertEquals("body.encoding", refused(new byte[] {'"', (byte) 0xB0, (byte) 0xA1, '"'}).code());
        assertEquals("body.encoding", refused(new byte[] {(byte) 0xC0, (byte) 0x80}).code());
    }

    @Test
    void what_is_too_deep_too_long_or_too_much_is_refused_as_too_large() {
        var deep = ("[".repeat(21) + "]".repeat(21)).getBytes(StandardCharsets.UTF_8);
        var tooDeep = assertThrows(Refused.class, () -> StrictJson.FORMS.read(deep, Object.class));
        assertEquals(413, tooDeep.problem().status());
        assertEquals(413, refused(GOOD.replace("星", "星".repeat(20_001))).status());
        var part = "{\"path\":\"premises//name\",\"value\":null},";
        assertEquals(413, refused(GOOD.replace("\"parts\":[", "\"parts\":[" + part.repeat(400))).status());
        assertEquals(413, refused(GOOD.replace("7", "7".repeat(31))).status());
        assertEquals(413, refused(GOOD.replace("\"name\"", "\"" + "n".repeat(101) + "\"")).status());
    }

    @Test
    void a_longer_form_is_read_where_it_is_expected() {
        var json = GOOD.replace("星", "星".repeat(20_001)).getBytes(StandardCharsets.UTF_8);

        assertEquals(20_001, StrictJson.LARGE.read(json, Form.class).name().length());
    }

    @Test
    void a_refusal_never_repeats_what_was_sent() {
        var problem = refused(GOOD.replace("7", "\"周砚宁\""));

        assertEquals(false, (problem.chinese() + problem.english() + problem.code()).contains("周砚宁"));
    }

    @Test
    void replies_write_what_is_absent_as_null_and_values_as_text() {
        var reply = new LinkedHashMap<String, Object>();
        reply.put("day", LocalDate.of(2026, 11, 21));
        reply.put("code", Optional.of(PlacardCode.of("7K3M9QX4T4A")));
        reply.put("next", Optional.empty());
        reply.put("items", Arrays.asList(new Part(Path.premises("name"), Optional.empty()), null));

        assertEquals(
                "{\"day\":\"2026-11-21\",\"code\":\"" + PlacardCode.of("7K3M9QX4T4A")
                        + "\",\"next\":null,\"items\":[{\"path\":\"premises//name\",\"value\":null},null]}",
                new String(StrictJson.FORMS.write(reply), StandardCharsets.UTF_8));
    }
}

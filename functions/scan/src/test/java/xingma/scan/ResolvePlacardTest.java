package xingma.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.Unavailable;
import xingma.aws.log.Log;
import xingma.institution.PlacardCode;
import xingma.pages.Language;
import xingma.pages.Some;
import xingma.placard.Placard;
import xingma.placard.Scan;
import xingma.placard.Scans;
import xingma.rulebook.Rulebook;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ResolvePlacardTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T01:41:00Z");
    private static final String CODE = Some.CODE.value();
    private static final String UNKNOWN = PlacardCode.of("AAAAAAAAAAA").value();

    private final List<PlacardCode> reads = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @Test
    void a_scan_answers_a_finished_page_by_one_read() throws IOException {
        var heard = standing(MORNING).scan(CODE);
        assertEquals(200, heard.status());
        assertEquals("text/html; charset=utf-8", heard.header("content-type"));
        assertTrue(heard.body().contains("可以做医疗美容") && heard.body().endsWith("</html>\n"));
        assertEquals(List.of(Some.CODE), reads);
    }

    @Test
    void a_head_gets_the_status_and_headers_of_the_page_and_no_body() throws IOException {
        for (var code : List.of(CODE, UNKNOWN, "x", CODE.toLowerCase())) {
            var page = standing(MORNING).scan(code);
            var head = standing(MORNING).ask("HEAD /q/{code}", Map.of("code", code), Map.of());
            assertEquals(page.status(), head.status(), code);
            assertEquals(page.headers(), head.headers());
            assertTrue(head.body().isEmpty());
        }
        var typed = standing(MORNING).ask("HEAD /q", Map.of(), Map.of("code", CODE));
        assertEquals(303, typed.status());
        assertEquals("/q/" + CODE, typed.header("location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "text/html", "application/json;q=0.9,text/html;q=0.1", "image/webp,*/*",
                    "application/json;q=0",
        "text/html,application/xhtml+xml,application/xml;q=0.9,application/json,*/*;q=0.8", ";;,q=", ""})
    void a_browser_never_gets_data(String accept) throws IOException {
        assertEquals("text/html; charset=utf-8", standing(MORNING).scan(CODE, "accept", accept).header("content-type"));
    }

    @Test
    void a_machine_that_names_json_gets_the_facts_of_the_page() throws IOException {
        var heard = standing(MORNING).scan(CODE, "accept", "application/json");
        assertEquals("application/json; charset=utf-8", heard.header("content-type"));
        for (var told : List.of(
                "\"code\":\"" + CODE + '"', "\"day\":\"2026-11-21\",\"yes\":true",
                "{\"what\":\"credential\",\"met\":true}",
                "\"name\":\"云汀青禾医疗美容门诊部\"", "\"departments\":[\"医疗美容科\",", "\"standing\":\"inForce\"",
                "\"codeEndsIn\":\"0417\"", "\"conditions\":{\"qualified\":true,\"registeredHere\":true,\"lead\":true}",
                "\"checkedOn\":\"2026-10-15\"", "\"hotlines\":[\"12345\",\"010-68227123\"]")) {
            assertTrue(heard.body().contains(told), told + " in " + heard.body());
        }
        for (var secret : List.of("110990102000417", "202133110", "备2021", "\"o1\"", "\"o2\"")) {
            assertFalse(heard.body().contains(secret), secret);
        }
    }

    @Test
    void a_machine_that_names_a_linkset_learns_where_the_page_is_in_each_language() throws IOException {
        var heard = standing(MORNING).scan(CODE, "accept", "application/linkset+json");
        assertEquals("application/linkset+json", heard.header("content-type"));
        assertTrue(heard.body().contains("\"anchor\":\"https://xm.yunting.example/q/" + CODE + '"'));
        for (var language : Language.values()) {
            assertTrue(heard.body().contains("\"hreflang\":[\"" + language.tag() + "\"]"), heard.body());
        }
    }

    @Test
    void whatever_varies_says_so() throws IOException {
        for (var accept : List.of("text/html", "application/json", "application/linkset+json")) {
            for (var code : List.of(CODE, UNKNOWN, "x")) {
                assertEquals("accept, accept-language", standing(MORNING).scan(code, "accept", accept).header("vary"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_comes_in_the_readers_language(Language language) throws IOException {
        var heard = standing(MORNING).scan(CODE, "accept-language", language.tag());
        assertEquals(language.tag(), heard.header("content-language"));
        assertTrue(heard.body().contains("<html lang=\"" + language.tag() + "\">"));
        var chosen = standing(MORNING)
                .ask("GET /q/{code}", Map.of("code", CODE), Map.of("l", language.tag(), "v", "big"),
                        "accept-language", "fr");
        assertTrue(chosen.body().contains("<html lang=\"" + language.tag() + "\" class=\"big\">"));
    }

    @ParameterizedTest
    @CsvSource({"text/html, text/html; charset=utf-8", "application/json, application/problem+json; charset=utf-8"})
    void an_unknown_code_is_404_and_a_page_that_helps(String accept, String type) throws IOException {
        var heard = standing(MORNING).scan(UNKNOWN, "accept", accept);
        assertEquals(404, heard.status());
        assertEquals(type, heard.header("content-type"));
        assertTrue(heard.body().contains(accept.equals("text/html") ? "查不到这个公示码" : "placard.unknown"), heard.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "7K3M9QX7T4AY", "7K3M9QX7T4A", "../../etc", "<script>", "0000000000000", "💉", "' OR 1=1"})
    void what_cannot_be_a_code_is_400_without_a_read(String typed) throws IOException {
        var heard = standing(MORNING).scan(typed);
        assertEquals(400, heard.status());
        assertTrue(heard.body().contains("查不到这个公示码"));
        assertFalse(heard.body().contains("<script"));
        assertEquals(List.of(), reads);
        assertTrue(standing(MORNING).scan(typed, "accept", "application/json").body().contains("placard.malformed"));
    }

    @Test
    void withdrawn_and_replaced_placards_are_410_and_red() throws IOException {
        var issue = Some.issue();
        var steps = Some.placard().steps();
        var withdrawn = on(MORNING, new Scan.Withdrawn(new Placard.Withdrawn(issue, steps, "o1", "机构已迁走", MORNING)))
                .scan(CODE);
        assertEquals(410, withdrawn.status());
        assertTrue(withdrawn.body().contains("这块标牌已作废") && withdrawn.body().contains("机构已迁走"));
        var replaced = on(MORNING, new Scan.Replaced(new Placard.Replaced(issue, steps, "o1", "损坏", MORNING)));
        assertEquals(410, replaced.scan(CODE).status());
        assertTrue(replaced.scan(CODE).body().contains("这块标牌已换新"));
        assertTrue(replaced.scan(CODE, "accept", "application/json").body().contains("placard.replaced"));
    }

    @ParameterizedTest
    @CsvSource({"7k3m9qx7t4ax", "7K3M-9QX7-T4AX", "７K3M９QX7T4AX"})
    void another_spelling_of_a_true_code_leads_to_the_one_spelling(String typed) throws IOException {
        var heard = standing(MORNING)
                .ask("GET /q/{code}", Map.of("code", typed), Map.of("l", "ja", "v", "big", "x", "y"));
        assertEquals(308, heard.status());
        assertEquals("/q/" + CODE + "?l=ja&v=big", heard.header("location"));
        assertEquals(List.of(), reads);
    }

    @Test
    void a_typed_code_leads_to_its_page_and_a_slip_is_explained() throws IOException {
        var heard = standing(MORNING).ask("GET /q", Map.of(), Map.of("code", " 7k3m-9qx7-t4ax "));
        assertEquals(303, heard.status());
        assertEquals("/q/" + CODE, heard.header("location"));
        assertEquals(400, standing(MORNING).ask("GET /q", Map.of(), Map.of("code", "7k3m-9qx7-t4ay")).status());
        assertEquals(400, standing(MORNING).ask("GET /q", Map.of(), Map.of()).status());
    }

    @ParameterizedTest
    @CsvSource({
        "2028-05-31T15:59:59Z, 可以做医疗美容, 1",
        "2028-05-31T15:59:59.900Z, 可以做医疗美容, 0",
        "2028-05-31T15:59:55Z, 可以做医疗美容, 5",
        "2028-05-31T16:00:00Z, 现在不能做医疗美容, 10",
        "2028-05-31T12:00:00Z, 可以做医疗美容, 10"
    })
    void a_licence_that_lapses_tonight_reads_lapsed_from_midnight_and_no_cache_outlives_the_day(
            Instant now, String verdict, int seconds) throws IOException {
        var heard = standing(now).scan(CODE);
        assertTrue(heard.body().contains("<title>" + verdict));
        assertEquals("public, max-age=0, must-revalidate, s-maxage=" + seconds, heard.header("cache-control"));
    }

    @Test
    void an_unchanged_page_is_304_and_everything_that_matters_changes_the_tag() throws IOException {
        var tag = standing(MORNING).scan(CODE).header("etag");
        assertTrue(tag.matches("W/\"[0-9a-f]{24}\""), tag);
        for (var known : List.of(tag, tag.substring(2), "\"x\", " + tag, "*")) {
            var again = standing(MORNING.plusSeconds(3_600)).scan(CODE, "if-none-match", known);
            assertEquals(304, again.status());
            assertEquals("", again.body());
            assertEquals(tag, again.header("etag"));
            assertTrue(again.header("cache-control").contains("s-maxage"));
        }
        assertEquals(200, standing(MORNING.plusSeconds(86_400)).scan(CODE, "if-none-match", tag).status());
        assertEquals(200, standing(MORNING).scan(CODE, "if-none-match", tag, "accept-language", "en").status());
        assertEquals(200, standing(MORNING).scan(CODE, "if-none-match", tag, "accept", "application/json").status());
        assertNotEquals(tag, on(MORNING, Some.clinic().at(xingma.placard.Posting.Step.MISSING).scan()).scan(CODE)
                .header("etag"));
    }

    @Test
    void when_the_store_fails_the_page_says_neither_yes_nor_no() throws IOException {
        var heard = failing(new Unavailable("dynamodb", null)).scan(CODE);
        assertEquals(503, heard.status());
        assertFalse(heard.header("retry-after").isEmpty());
        assertEquals("no-store", heard.header("cache-control"));
        assertTrue(heard.body().contains("这不表示合格，也不表示不合格") && heard.body().contains("tel:010-68227123"));
        assertTrue(failing(new Unavailable("dynamodb", null)).scan(CODE, "accept-language", "en").body().contains(
                "This means neither yes nor no"));
    }

    @Test
    void nothing_of_our_own_failures_leaks() throws IOException {
        for (var accept : List.of("text/html", "application/json")) {
            var heard = failing(new IllegalStateException("secret table arn:aws:dynamodb"))
                    .scan(CODE, "accept", accept);
            assertEquals(500, heard.status());
            for (var leak : List.of("secret", "arn:", "Exception", "xingma.")) {
                assertFalse(heard.body().contains(leak), leak);
            }
        }
    }

    @Test
    void a_kind_that_the_rulebook_does_not_know_is_our_defect_and_never_a_verdict() throws IOException {
        var heard = on(MORNING, new Some.Clinic("circus").with("name", "甲").with("district", "990102").scan())
                .scan(CODE);
        assertEquals(500, heard.status());
        assertTrue(heard.body().contains("现在无法核对"));
    }

    @Test
    void a_scan_is_counted_by_its_answer_and_never_by_its_code() throws IOException {
        standing(MORNING).scan(CODE);
        var counted = lines.stream().filter(l -> l.contains("\"answer\":\"YES\"")).findFirst().orElseThrow();
        assertTrue(counted.contains("990100"));
        assertTrue(lines.stream().noneMatch(l -> l.contains(CODE)), lines.toString());
    }

    @Test
    void the_rehearsal_before_a_snapshot_reads_once_and_leaves_no_line() throws IOException {
        var function = function(MORNING, code -> {
            reads.add(code);
            return Optional.empty();
        });
        function.beforeCheckpoint(null);
        assertEquals(1, reads.size());
        assertEquals(List.of(), lines);
        function.afterRestore(null);
        assertEquals(404, new Phone(function).scan(CODE).status());
    }

    @Test
    void the_rehearsal_survives_a_store_that_cannot_be_reached() throws IOException {
        function(MORNING, code -> {
            throw new Unavailable("dynamodb", null);
        }).beforeCheckpoint(null);
    }

    @Test
    void weeks_after_its_snapshot_a_scan_is_answered_as_by_a_function_made_that_day() throws IOException {
        var later = MORNING.plus(Duration.ofDays(400));
        var now = new AtomicReference<>(MORNING);
        InstantSource moving = now::get;
        var function = function(moving.withZone(ZoneOffset.UTC), code -> Optional.of(Some.clinic().scan()));
        function.beforeCheckpoint(null);
        var then = new Phone(function).scan(CODE).body();
        now.set(later);
        function.afterRestore(null);
        assertEquals(standing(later).scan(CODE).body(), new Phone(function).scan(CODE).body());
        assertNotEquals(then, new Phone(function).scan(CODE).body());
    }

    private Phone standing(Instant now) {
        return on(now, Some.clinic().scan());
    }

    private Phone on(Instant now, Scan scan) {
        return new Phone(function(now, code -> {
            reads.add(code);
            return code.equals(Some.CODE) ? Optional.of(scan) : Optional.empty();
        }));
    }

    private Phone failing(RuntimeException failure) {
        return new Phone(function(MORNING, code -> {
            throw failure;
        }));
    }

    private ResolvePlacard function(Instant now, Scans scans) {
        return function(Clock.fixed(now, ZoneOffset.UTC), scans);
    }

    private ResolvePlacard function(Clock clock, Scans scans) {
        return new ResolvePlacard(() -> scans, Some.PUBLISHER, Rulebook.standard(), clock, new Log(lines::add, clock));
    }
}

package xingma.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.log.Log;
import xingma.keeping.Page;
import xingma.pages.Some;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ElsewhereTest {
    private static final String CODE = Some.CODE.value();

    private final Phone phone = new Phone(new ShowCity(
            new ListedPlacards(new ArrayList<>(), (district, after) -> new Page<>(List.of(), Optional.empty())),
            Some.PUBLISHER,
            Clock.fixed(Instant.parse("2026-11-21T01:41:00Z"), ZoneOffset.UTC),
            Log.nowhere()));

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh-Hans, 没有这个网页",
        "zh-TW, zh-Hant, 沒有這個網頁",
        "en, en, There is no such page",
        "ja, ja, このページはありません",
        "ko, ko, 없는 페이지입니다"
    })
    void a_person_is_led_on_by_a_page_in_her_language(String accepted, String language, String heading)
            throws IOException {
        for (var address : new String[] {"/elsewhere", "/q/a/b", "/apiary", "/q/nonsense/"}) {
            var heard = phone.stray("GET", address, Map.of(), "accept-language", accepted);
            assertEquals(404, heard.status());
            assertEquals(language, heard.header("content-language"));
            assertTrue(heard.body().contains(heading), heard.body());
            assertTrue(heard.body().contains("action=\"/q\""), heard.body());
            assertTrue(heard.header("content-security-policy").startsWith("default-src 'none'"));
            assertEquals("DENY", heard.header("x-frame-options"));
            assertEquals("no-store", heard.header("cache-control"));
        }
    }

    @Test
    void a_program_is_told_by_a_problem_in_its_language() throws IOException {
        var chinese = phone.stray("GET", "/elsewhere", Map.of(), "accept", "application/json");
        assertEquals(404, chinese.status());
        assertEquals("application/problem+json; charset=utf-8", chinese.header("content-type"));
        assertTrue(chinese.body().contains("\"code\":\"route.unknown\""), chinese.body());
        assertTrue(chinese.body().contains("没有这个地址"), chinese.body());
        var english = phone.stray("GET", "/elsewhere", Map.of(), "accept", "application/json", "accept-language", "en");
        assertTrue(english.body().contains("There is nothing at this address"), english.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/nowhere", "/api/me", "/api/a/b\nc"})
    void an_officers_address_that_is_none_is_a_problem_even_in_a_browser(String address) throws IOException {
        for (var method : new String[] {"GET", "DELETE"}) {
            var heard = phone.stray(method, address, Map.of());
            assertEquals(404, heard.status());
            assertEquals("application/problem+json; charset=utf-8", heard.header("content-type"));
            assertTrue(heard.body().contains("没有这个接口"), heard.body());
            assertTrue(heard.body().contains("Jx3kFgT2oAMEPWQ="), heard.body());
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, /", "PUT, /q", "DELETE, /q/x", "OPTIONS, /q/7K3M9QX4TCDD", "PATCH, /openapi.yaml"})
    void a_public_page_can_only_be_read_and_says_so(String method, String address) throws IOException {
        var heard = phone.stray(method, address, Map.of(), "accept-language", "en");
        assertEquals(405, heard.status());
        assertEquals("GET, HEAD", heard.header("allow"));
        assertTrue(heard.body().contains("\"code\":\"method.notAllowed\""), heard.body());
        assertTrue(heard.body().contains("can be read"), heard.body());
    }

    @Test
    void a_slash_too_many_behind_a_code_is_taken_away() throws IOException {
        for (var method : new String[] {"GET", "HEAD"}) {
            var heard = phone.stray(method, "/q/" + CODE.toLowerCase() + "/", Map.of("l", "en", "x", "y"));
            assertEquals(308, heard.status());
            assertEquals("/q/" + CODE + "?l=en", heard.header("location"));
            assertTrue(heard.body().isEmpty());
        }
        assertEquals(404, phone.stray("POST", "/q/" + CODE + "/", Map.of()).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "//evil.example/", "//evil.example/q/%1$s/", "/q//evil.example/", "/q/%1$s/evil.example/", "/q/%1$s/..//",
        "/q/%1$s\r\nx: y/", "/q/\\evil.example/", "/q/AAAAAAAAAAAB/", "/q//"
    })
    void nothing_else_is_ever_sent_anywhere(String address) throws IOException {
        var heard = phone.stray("GET", address.formatted(CODE), Map.of());
        assertEquals(404, heard.status());
        assertFalse(heard.headers().containsKey("location"));
        assertFalse(heard.body().contains("evil"), heard.body());
    }

    @Test
    void a_head_gets_the_same_without_a_body() throws IOException {
        var heard = phone.stray("HEAD", "/elsewhere", Map.of());
        assertEquals(404, heard.status());
        assertTrue(heard.body().isEmpty());
    }
}

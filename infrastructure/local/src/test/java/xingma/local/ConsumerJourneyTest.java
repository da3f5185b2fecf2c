package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person stands before a placard. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated
class ConsumerJourneyTest {
    private static final int PAGE_LIMIT = 14 * 1024;

    private LocalCity city;
    private Consumer consumer;
    private Desk registrar;

    @BeforeEach
    void arrive(LocalCity running) {
        city = running;
        consumer = new Consumer(city);
        registrar = new Register(city).of("gao-min");
    }

    @Test
    void a_licensed_place_is_said_to_be_licensed() {
        var institution = Register.institution(registrar, "青禾");
        var page = consumer.scans(institution.path("placard").asText());

        assertEquals(200, page.status(), page.text());
        assertTrue(page.text().contains(institution.path("published").path("premises").path("name").asText()));
        assertTrue(page.text().contains("周砚宁"));
        assertTrue(page.text().contains("12345"));
        assertTrue(page.header("content-security-policy").contains("default-src 'none'"));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, zh-Hans", "zh-TW, zh-Hant", "en-GB, en", "ja, ja", "ko-KR, ko", "fr, en", "'', zh-Hans"})
    void the_page_speaks_the_readers_language(String accepted, String language) {
        var code = Register.institution(registrar, "青禾").path("placard").asText();
        var page = accepted.isEmpty() ? consumer.asks("/q/" + code) : consumer.scansIn(accepted, code);

        assertEquals(200, page.status());
        assertTrue(page.text().contains("lang=\"" + language + "\"") || page.text().contains("lang=" + language),
                page.text());
        assertTrue(page.header("vary").toLowerCase().contains("accept-language"), page.header("vary"));
    }

    @Test
    void a_page_fits_one_round_trip_and_is_revalidated_by_its_tag() {
        var path = "/q/" + Register.institution(registrar, "青禾").path("placard").asText();
        var page = consumer.asks(path, "accept-encoding", "gzip");

        assertEquals("gzip", page.header("content-encoding"));
        assertTrue(page.bytes() <= PAGE_LIMIT, page.bytes() + " bytes");
        var again = consumer.asks(path, "accept-encoding", "gzip", "if-none-match", page.header("etag"));
        assertEquals(304, again.status());
        assertEquals(0, again.bytes());
    }

    @Test
    void a_licence_that_lapsed_reads_lapsed() {
        var lapsed = registrar.get("/api/institutions?kind=medical-institution").path("items");
        var told = 0;
        for (var item : lapsed) {
            var institution = registrar.get("/api/institutions/" + item.path("id").asText());
            if (!institution.path("verdict").path("yes").asBoolean() && !institution.path("placard").asText()
                    .isEmpty()) {
                var page = consumer.scans(institution.path("placard").asText());
                assertEquals(200, page.status());
                assertTrue(page.text().contains("现在不能"), page.text());
                told++;
            }
        }
        assertTrue(told > 0, "the sample has places that may not treat today");
    }

    @Test
    void an_unknown_code_gets_a_page_that_helps() {
        var page = consumer.scans("0000-0000-0000");

        assertTrue(page.status() == 404 || page.status() == 400, "" + page.status());
        assertTrue(page.text().contains("12345"));
        assertTrue(page.header("content-type").startsWith("text/html"));
    }

    @ParameterizedTest
    @CsvSource({"%00", "..%2F..%2Fetc", "%E6%98%9F", "<script>alert(1)</script>", "%22%3E%3Csvg%20onload=alert(1)%3E"})
    void nonsense_is_refused_in_a_page(String code) {
        var page = consumer.scans(code.replace("<", "%3C").replace(">", "%3E"));

        assertTrue(page.status() >= 400 && page.status() < 500, "" + page.status());
        assertFalse(page.text().contains("<script>alert") || page.text().contains("<svg onload"));
        assertFalse(page.text().contains("Exception") || page.text().contains("xingma."));
    }

    @Test
    void a_typed_code_leads_to_its_page() {
        var code = Register.institution(registrar, "青禾").path("placard").asText();
        var typed = consumer.asks("/q?code=" + Register.encoded(" " + code.toLowerCase() + " "));

        assertEquals(303, typed.status());
        assertTrue(typed.header("location").endsWith("/q/" + code), typed.header("location"));
    }

    @Test
    void only_a_machine_that_asks_by_name_gets_json() {
        var code = Register.institution(registrar, "青禾").path("placard").asText();

        assertTrue(consumer.scans(code).header("content-type").startsWith("text/html"));
        assertTrue(consumer.asks("/q/" + code, "accept", "*/*").header("content-type").startsWith("text/html"));
        assertTrue(consumer.asks("/q/" + code, "accept", "application/json").header("content-type")
                .startsWith("application/json"));
        assertTrue(consumer.asks("/q/" + code, "accept", "application/linkset+json")
                .header("content-type")
                .startsWith("application/linkset+json"));
    }

    @Test
    void the_front_page_and_the_description_of_the_api_are_open() {
        var front = consumer.asks("/");
        assertEquals(200, front.status());
        assertTrue(front.text().contains("/q/"));
        var description = consumer.asks("/openapi.yaml");
        assertEquals(200, description.status());
        assertTrue(description.text().startsWith("openapi:"), description.text().lines().findFirst().orElse(""));
    }

    @Test
    void a_link_checker_gets_by_head_what_a_reader_gets() {
        var code = Register.institution(registrar, "青禾").path("placard").asText();
        for (var path : List.of("/", "/q/" + code, "/q/0000-0000-0000", "/openapi.yaml", "/q/no/such", "/none.txt")) {
            var head = consumer.sends("HEAD", path);
            assertEquals(consumer.asks(path).status(), head.status(), path);
            assertEquals(0, head.bytes());
        }
    }

    @Test
    void a_slash_behind_a_code_does_no_harm() {
        var code = Register.institution(registrar, "青禾").path("placard").asText();
        var sentOn = consumer.asks("/q/" + code + "/?l=en");

        assertEquals(308, sentOn.status());
        assertEquals("/q/" + code + "?l=en", sentOn.header("location"));
    }

    @Test
    void an_address_that_is_none_gets_a_page_that_helps() {
        for (var address : List.of("/q/no/such", "/qqq", "/no-such-page")) {
            var page = consumer.asks(address, "accept", "text/html", "accept-language", "ja");
            assertEquals(404, page.status(), address);
            assertTrue(page.header("content-type").startsWith("text/html"), page.text());
            assertTrue(page.text().contains("action=\"/q\""), page.text());
        }
    }

    @Test
    void the_public_host_takes_no_writes_and_has_no_officers_routes() {
        for (var page : List.of("/q/x", "/q", "/", "/openapi.yaml")) {
            var refused = consumer.sends("POST", page);
            assertEquals(405, refused.status(), page);
            assertEquals("GET, HEAD", refused.header("allow"));
            assertTrue(refused.header("content-type").startsWith("application/problem+json"), refused.text());
        }
        assertEquals(404, consumer.sends("POST", "/people/none.svg").status());
        for (var nothing : List.of("/api/me", "/favicon.ico", "/people/none.svg")) {
            var page = consumer.asks(nothing, "if-none-match", consumer.asks("/").header("etag"));
            assertEquals(404, page.status(), nothing);
            assertTrue(page.text().contains("先查一查"), page.text());
        }
    }
}

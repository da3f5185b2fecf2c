package xingma.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.Unavailable;
import xingma.aws.log.Log;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.keeping.Page;
import xingma.pages.Some;
import xingma.placard.Placard;
import xingma.territory.RegionCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ShowCityTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void the_front_door_shows_a_taste_of_every_district() throws IOException {
        var heard = city(50).ask("GET /", Map.of(), Map.of());
        assertEquals(200, heard.status());
        assertEquals(20, heard.body().split("href=\"/q/", -1).length - 1);
        assertTrue(heard.body().contains("href=\"/?d=990102\""));
        assertEquals(List.of("990102", "990103", "990104", "990121"), asked);
        assertEquals("public, max-age=0, must-revalidate, s-maxage=10", heard.header("cache-control"));
        assertEquals(304, city(50).ask("GET /", Map.of(), Map.of(), "if-none-match", heard.header("etag")).status());
    }

    @Test
    void a_district_is_shown_whole_with_a_way_on() throws IOException {
        var heard = city(150).ask("GET /", Map.of(), Map.of("d", "990102", "v", "big"));
        assertEquals(100, heard.body().split("href=\"/q/", -1).length - 1);
        assertTrue(heard.body().contains("/?d=990102&amp;after=100&amp;v=big"));
        var rest = city(150).ask("GET /", Map.of(), Map.of("d", "990102", "after", "100"));
        assertEquals(50, rest.body().split("href=\"/q/", -1).length - 1);
        assertFalse(rest.body().contains("after="));
    }

    @Test
    void the_way_on_keeps_the_readers_language_and_size() throws IOException {
        var heard = city(50).ask("GET /", Map.of(), Map.of("l", "en", "v", "big"));
        assertTrue(heard.body().contains("href=\"/?d=990102&amp;l=en&amp;v=big\">More"), heard.body());
    }

    @Test
    void a_place_is_found_by_part_of_its_name_on_any_page_of_the_list() throws IOException {
        var heard = city(250).ask("GET /", Map.of(), Map.of("n", "第237家"));
        assertEquals(1, heard.body().split("href=\"/q/", -1).length - 1);
        assertTrue(city(250).ask("GET /", Map.of(), Map.of("n", "没有这家")).body().contains("没有公示不等于没有许可"));
    }

    @Test
    void only_placards_that_stand_are_listed() throws IOException {
        var gone = new Placard.Withdrawn(Some.issue(), Some.placard().steps(), "o1", "迁走", Instant.EPOCH);
        var heard = city((district, after) -> new Page<>(List.of(gone), Optional.empty()))
                .ask("GET /", Map.of(), Map.of());
        assertFalse(heard.body().contains("href=\"/q/"));
        assertTrue(heard.body().contains("还没有发出标牌"));
    }

    @Test
    void an_unknown_district_is_the_whole_city() throws IOException {
        for (var district : List.of("330102", "x", "990100", "")) {
            assertEquals(200, city(1).ask("GET /", Map.of(), Map.of("d", district)).status());
        }
    }

    @Test
    void a_store_that_fails_leaves_hotlines_and_a_way_to_try_again() throws IOException {
        var heard = city((district, after) -> {
            throw new Unavailable("dynamodb", null);
        }).ask("GET /", Map.of(), Map.of());
        assertEquals(503, heard.status());
        assertTrue(heard.body().contains("tel:12345"));
    }

    @Test
    void the_description_that_is_served_is_the_one_that_the_repository_shows() throws IOException {
        var heard = city(0).ask("GET /openapi.yaml", Map.of(), Map.of());
        assertEquals("application/yaml; charset=utf-8", heard.header("content-type"));
        assertEquals(Files.readString(Path.of("../../docs/api/openapi.yaml"), StandardCharsets.UTF_8), heard.body());
    }

    @Test
    void nothing_lies_anywhere_else() throws IOException {
        var heard = city(0).ask("GET /elsewhere", Map.of(), Map.of());
        assertEquals(404, heard.status());
        assertTrue(heard.body().contains("没有这个网页"));
    }

    @Test
    void a_head_gets_the_status_and_headers_of_the_page() throws IOException {
        for (var path : List.of("/", "/openapi.yaml")) {
            var page = city(3).ask("GET " + path, Map.of(), Map.of());
            var head = city(3).ask("HEAD " + path, Map.of(), Map.of());
            assertEquals(200, head.status());
            assertEquals(page.headers(), head.headers());
            assertTrue(head.body().isEmpty() && !page.body().isEmpty());
        }
    }

    /** A first district with so many placards, a hundred to a page. */
    private Phone city(int many) {
        var all = IntStream.range(0, many).mapToObj(ShowCityTest::placard).toList();
        return city((district, after) -> {
            var from = district.equals(Some.QINGLAN.code()) ? after.map(Integer::parseInt).orElse(0) : many;
            var to = Math.min(many, from + 100);
            return new Page<>(all.subList(from, to), to < many ? Optional.of("" + to) : Optional.empty());
        });
    }

    private Phone city(BiFunction<RegionCode, Optional<String>, Page<Placard>> list) {
        var clock = Clock.fixed(Instant.parse("2026-11-21T01:41:00Z"), ZoneOffset.UTC);
        return new Phone(new ShowCity(new ListedPlacards(asked, list), Some.PUBLISHER, clock, Log.nowhere()));
    }

    private static Placard placard(int i) {
        var alphabet = PlacardCode.ALPHABET;
        var code = PlacardCode.of("7K3M9QX7T" + alphabet.charAt(i / 23) + alphabet.charAt(i % 23));
        var issue = new Placard.Issue(
                code, InstitutionId.firstRegisteredAs("k", "" + i), Some.QINGLAN.code(), "云汀第" + i + "家", 1,
                LocalDate.of(2026, 10, 1), "o1");
        return new Placard.Live(issue, Some.placard().steps());
    }
}

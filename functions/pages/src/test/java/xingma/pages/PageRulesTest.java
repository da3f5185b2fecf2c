package xingma.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every page in every language. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class PageRulesTest {
    private static final int ONE_ROUND_TRIP = 14 * 1024;

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_page_fits_into_one_round_trip_even_with_forty_people(Language language) throws IOException {
        for (var page : Samples.all(language)) {
            assertTrue(gzipped(page.html()) <= ONE_ROUND_TRIP, gzipped(page.html()) + " bytes: " + title(page));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_page_needs_two_requests_at_most(Language language) {
        for (var page : Samples.all(language)) {
            var sources = new HashSet<>(Read.of(page.html()).values("src"));
            assertTrue(sources.size() <= 1, sources.toString());
            assertEquals(1, page.html().split("<link ", -1).length - 1);
            assertTrue(page.html().contains("<link rel=\"icon\" href=\"data:"), "or a browser asks for favicon.ico");
            assertFalse(page.html().contains("url(") || page.html().contains("@import"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void both_hotlines_are_on_every_page(Language language) {
        for (var page : Samples.all(language)) {
            assertTrue(Read.of(page.html()).values("href").containsAll(List.of("tel:12345", "tel:010-68227123")), title(
                    page));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void ids_are_unique_and_every_anchor_leads_somewhere(Language language) {
        for (var page : Samples.all(language)) {
            var ids = Read.of(page.html()).values("id");
            assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
            Stream.concat(Read.of(page.html()).values("href").stream(), Read.of(page.html()).values("xlink:href")
                    .stream())
                    .filter(h -> h.startsWith("#"))
                    .forEach(h -> assertTrue(ids.contains(h.substring(1)), h + " on " + title(page)));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_has_one_first_heading_and_leaves_out_no_level(Language language) {
        for (var page : Samples.all(language)) {
            var headings = Pattern.compile("<h([1-3])[ >]").matcher(page.html()).results()
                    .map(r -> Integer.parseInt(r.group(1))).toList();
            assertEquals(1, headings.stream().filter(h -> h == 1).count(), title(page));
            assertEquals(1, headings.getFirst());
            for (var i = 1; i < headings.size(); i++) {
                assertTrue(headings.get(i) - headings.get(i - 1) <= 1, title(page));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_field_has_its_label(Language language) {
        for (var page : Samples.all(language)) {
            var labelled = Read.of(page.html()).values("for");
            Read.of(page.html()).tags().stream()
                    .filter(t -> t.startsWith("<input") && !t.contains("type=\"hidden\""))
                    .map(t -> t.replaceAll(".* id=\"([^\"]+)\".*", "$1"))
                    .forEach(id -> assertTrue(labelled.contains(id), id));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_languages_and_the_elder_view_are_one_tap_away_and_keep_what_was_asked(Language language) {
        var page = Some.PAGES.page(Some.clinic().scan(), Some.view(language, "双眼皮")).html();
        var links = Read.of(page).values("href");
        for (var other : Language.values()) {
            assertTrue(links.contains("?l=" + other.tag() + "&amp;p=%E5%8F%8C%E7%9C%BC%E7%9A%AE"), other.tag());
        }
        assertTrue(links.contains("?l=" + language.tag() + "&amp;v=big&amp;p=%E5%8F%8C%E7%9C%BC%E7%9A%AE"));
    }

    @Test
    void the_elder_view_is_a_quarter_larger_and_stays_on() {
        var view = new View(Language.SIMPLIFIED, true, Some.DAY, "/q/" + Some.CODE, Optional.empty());
        var page = Some.PAGES.page(Some.clinic().scan(), view).html();
        assertTrue(page.contains("<html lang=\"zh-Hans\" class=\"big\">") && page.contains(".big{font-size:125%}"));
        assertTrue(page.contains("name=\"v\" value=\"big\"") && page.contains("?l=en&amp;v=big"));
    }

    @Test
    void the_policy_names_the_hash_of_every_style_and_nothing_else() {
        for (var page : Samples.all(Language.SIMPLIFIED)) {
            var styles = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page.html()).results()
                    .map(r -> r.group(1)).toList();
            styles.forEach(css -> assertTrue(page.contentSecurityPolicy().contains(Artwork.hash(css))));
            assertEquals(styles.size(), page.contentSecurityPolicy().split("'sha256-", -1).length - 1);
            assertFalse(page.contentSecurityPolicy().contains("unsafe"));
            assertTrue(page.contentSecurityPolicy().startsWith("default-src 'none'; "));
        }
    }

    @Test
    void nothing_decorates_and_nothing_shouts() {
        for (var page : Samples.all(Language.SIMPLIFIED)) {
            for (var word : List.of("！", "温馨提示", "亲爱的", "敬请")) {
                assertFalse(page.html().contains(word), word);
            }
        }
    }

    @Test
    void old_phones_understand_the_styles() {
        var css = Artwork.css("page.css");
        for (var tooNew : List.of(
                ":has(", "aspect-ratio", "inset:", ";gap:", "{gap:", "row-gap:1", "@layer", "dvh", "clamp(", ":is(")) {
            assertFalse(css.contains(tooNew), tooNew);
        }
    }

    private static String title(Page page) {
        return page.html().replaceAll("(?s).*<title>(.*?)</title>.*", "$1");
    }

    private static int gzipped(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.size();
    }
}

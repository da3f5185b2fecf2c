package xingma.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.warning.Warning;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class HtmlTest {
    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
            "<style>*{display:none}</style>",
            "</title><script>x</script>", "</style><script>x</script>", "-->", "<!--", "]]>", "<![CDATA[x",
            "&lt;b&gt;", "&#60;b&#62;", "&",
            "\"", "'", "\" onmouseover=\"x", "' onfocus='x", "\" autofocus onfocus=x \"", "`", "javascript:alert(1)",
            "data:text/html,x",
            "{0}", "{1}", "{", "}", "%s", "${7*7}", "#{x}", "{{7*7}}", "\\u003cb\\u003e",
            "<a href=//evil.example>x</a>",
            "<form action=//evil.example>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0>",
            "<iframe>", "</main>",
            "</details></section>", "<b", "<", ">");

    static Stream<String> hostile() {
        return PAYLOADS.stream().flatMap(p -> Stream.of(p, "甲" + p, p + "乙", "甲" + p + p, "“" + p + "”"));
    }

    @Test
    void there_are_two_hundred_hostile_names() {
        assertEquals(200, hostile().distinct().count());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void no_fact_of_the_register_ever_becomes_markup(String payload) {
        assertEquals(Read.of(page("甲")).structure(), Read.of(page(payload)).structure());
        var told = new StringBuilder();
        Text.escape(payload, told);
        assertTrue(page(payload).contains(told));
        var title = page(payload).substring(0, page(payload).indexOf("<style>"));
        assertEquals(1, title.split("</title>", -1).length - 1);
    }

    @Test
    void signs_that_turn_or_control_text_are_left_out() {
        var out = new StringBuilder();
        Text.escape("a\u202Eb\u2066c\u0000d\u001Be\uFEFFf\u200Fg\uD800h\uD83D\uDE00\u0085", out);
        assertEquals("abcdefg\uFFFDh\uD83D\uDE00", out.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "javascript:x", "https://evil.example", "/\\evil.example", "/a\"b", "/a b",
                    "", "x", "/<b>"})
    void only_addresses_of_ours_can_be_linked(String address) {
        assertThrows(IllegalArgumentException.class, () -> Attribute.href(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345;postd=1", "javascript:1", "", "1 2"})
    void only_numbers_can_be_called(String number) {
        assertThrows(IllegalArgumentException.class, () -> Attribute.tel(number));
    }

    @Test
    void an_empty_element_takes_no_children() {
        assertThrows(IllegalArgumentException.class, () -> Tag.IMG.with().of("x"));
    }

    @Test
    void no_page_has_styles_handlers_or_scripts_in_its_markup() {
        for (var language : Language.values()) {
            for (var page : Samples.all(language)) {
                var tags = String.join("", Read.of(page.html()).tags());
                assertFalse(tags.contains(" style=") || tags.matches(".* on[a-z]+=.*") || tags.contains(
                        "<script"), tags);
            }
        }
    }

    private static String page(String payload) {
        var clinic = Some.clinic()
                .with("name", payload)
                .with("address", payload)
                .with("principal", payload)
                .with("postedAt", payload)
                .with("departments", "医疗美容科、" + payload)
                .credential("C", Map.of(
                        "validUntil", "2028-05-31", "issuer", payload, "verification", payload, "credentialType",
                        payload))
                .person("110990102000417",
                        Map.of("name", payload, "role", payload, "scope", payload, "qualification", "x"))
                .decision("D", Map.of(
                        "status", "warned", "since", "2026-01-01", "reason", payload, "basis", payload, "authority",
                        payload))
                .warning(Warning.Severity.SEVERE, payload);
        return Some.PAGES.page(clinic.scan(), Some.view(Language.ENGLISH, "光" + payload)).html();
    }
}

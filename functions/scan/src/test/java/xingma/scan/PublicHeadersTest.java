package xingma.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.Unavailable;
import xingma.aws.log.Log;
import xingma.institution.PlacardCode;
import xingma.pages.Some;
import xingma.placard.Scans;
import xingma.rulebook.Rulebook;
import xingma.scan.Phone.Heard;

/**
 * Counts as Mozilla's HTTP Observatory does: from 100, with its penalties and what it gives for a strict policy, which
 * may admit data: for images, such as the mark in the browser's tab, and for nothing else.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class PublicHeadersTest {
    @Test
    void every_public_page_would_be_graded_a_plus() throws IOException {
        for (var heard : everything()) {
            assertTrue(score(heard) >= 100, score(heard) + " for " + heard.status() + heard.headers());
        }
    }

    @Test
    void no_answer_sets_a_cookie_or_lets_another_origin_in() throws IOException {
        for (var heard : everything()) {
            for (var header : heard.headers().keySet()) {
                assertTrue(!header.equals("set-cookie") && !header.startsWith("access-control-"), header);
            }
        }
    }

    @Test
    void every_answer_is_told_who_may_use_it() throws IOException {
        for (var heard : everything()) {
            assertEquals("same-origin", heard.header("cross-origin-opener-policy"));
            assertEquals("same-origin", heard.header("cross-origin-resource-policy"));
            assertTrue(heard.header("permissions-policy").contains("camera=()"));
            assertEquals("Jx3kFgT2oAMEPWQ=", heard.header("x-request-id"));
        }
    }

    private static int score(Heard heard) {
        var csp = heard.header("content-security-policy");
        var strict = Stream.of("default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .allMatch(csp::contains)
                && Stream.of("unsafe", "*", "http:", "data:")
                        .noneMatch(csp.replace("img-src 'self' data:;", "img-src 'self';")::contains);
        var hsts = heard.header("strict-transport-security");
        var seconds = hsts.matches("max-age=[0-9]+.*")
                ? Integer.parseInt(hsts.replaceAll("max-age=([0-9]+).*", "$1")) : 0;
        return 100
                + (strict ? 10 : -25)
                + (seconds >= 15_768_000 ? 0 : -20)
                + (heard.header("x-content-type-options").equals("nosniff") ? 0 : -5)
                + (csp.contains("frame-ancestors") ? 5 : -20)
                + (List.of("no-referrer", "same-origin", "strict-origin").contains(heard.header("referrer-policy"))
                        ? 5 : -5)
                + (heard.header("cross-origin-resource-policy").equals("same-origin") ? 10 : 0);
    }

    private static List<Heard> everything() throws IOException {
        Scans one = code -> code.equals(Some.CODE) ? Optional.of(Some.clinic().scan()) : Optional.empty();
        Scans none = code -> {
            throw new Unavailable("dynamodb", null);
        };
        var phone = new Phone(function(one));
        return List.of(
                phone.scan(Some.CODE.value()),
                phone.scan(PlacardCode.of("AAAAAAAAAAA").value()),
                phone.scan("x"),
                new Phone(function(none)).scan(Some.CODE.value()));
    }

    private static ResolvePlacard function(Scans scans) {
        return new ResolvePlacard(() -> scans, Some.PUBLISHER, Rulebook.standard(), Clock.systemUTC(), Log.nowhere());
    }

    @Test
    void data_and_redirects_are_as_guarded() throws IOException {
        var phone = new Phone(function(code -> Optional.of(Some.clinic().scan())));
        for (var heard : List.of(
                phone.scan(Some.CODE.value(), "accept", "application/json"),
                phone.ask("GET /q", Map.of(), Map.of("code", Some.CODE.value())))) {
            assertEquals("nosniff", heard.header("x-content-type-options"));
            assertTrue(heard.header("content-security-policy").startsWith("default-src 'none'"));
        }
    }
}

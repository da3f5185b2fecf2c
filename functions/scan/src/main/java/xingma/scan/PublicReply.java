package xingma.scan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.pages.Language;
import xingma.pages.Page;

/** How every public answer is dressed: what a browser may do with it, and for how long somebody may keep it. */
final class PublicReply {
    /** So long may a shared cache answer for us; a withdrawn placard turns red within this time everywhere. */
    static final Duration HELD = Duration.ofSeconds(10);

    static final String VARY = "accept, accept-language";

    private PublicReply() {}

    static Reply page(int status, Page page, Language language) {
        return safe(Reply.of(status, Reply.HTML, page.html()))
                .with("content-security-policy", page.contentSecurityPolicy())
                .with("content-language", language.tag())
                .with("vary", VARY);
    }

    static Reply data(int status, String type, byte[] json) {
        return safe(Reply.of(status, type, json)).with("vary", VARY);
    }

    static Reply redirect(int status, String location) {
        return safe(Reply.redirect(status, location)).with("vary", VARY);
    }

    /** What a browser may never do on our behalf; the rest is on every reply already. */
    static Reply safe(Reply reply) {
        return reply.guarded().with("cross-origin-resource-policy", "same-origin");
    }

    /** Browsers ask again every time; shared caches hold it for seconds, and never into the city's next day. */
    static Reply held(Reply reply, Instant now, ZoneId zone) {
        var midnight = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        var left = Duration.between(now, midnight);
        var seconds = (left.compareTo(HELD) < 0 ? left : HELD).toSeconds();
        return reply.with("cache-control", "public, max-age=0, must-revalidate, s-maxage=" + seconds);
    }

    /**
     * The same with its ETag, or 304 when the caller has it already. The tag is taken from the answer itself: whatever
     * enters the answer, be it the entry's version, the day, a posting step, the language or our own next release,
     * changes the tag, and nothing can be forgotten.
     */
    static Reply tagged(Reply reply, Request request) {
        var tag = "W/\"" + digest(reply) + '"';
        var known = Arrays.stream(request.header("if-none-match").orElse("").split(","))
                .map(String::strip)
                .anyMatch(t -> t.equals("*") || weak(t).equals(tag));
        var told = known ? new Reply(304, reply.headers(), new byte[0]) : reply;
        return told.with("etag", tag);
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }

    /**
     * Two checksums and the length: enough to tell two answers under one address apart, which nobody forges, and the
     * machine has instructions for them, where a cryptographic digest is slow for the first pages of a process.
     */
    private static String digest(Reply reply) {
        var first = new CRC32();
        var second = new CRC32C();
        var type = reply.headers().getOrDefault("content-type", "").getBytes(StandardCharsets.UTF_8);
        for (var part : List.of(type, reply.body())) {
            first.update(part);
            second.update(part);
        }
        var hex = HexFormat.of();
        return hex.toHexDigits((int) first.getValue())
                + hex.toHexDigits((int) second.getValue())
                + hex.toHexDigits(reply.body().length);
    }
}

package xingma.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import xingma.complaint.seal.Secrets;
import xingma.complaint.window.Puzzle;

/**
 * Confidential complaints of some hundred characters, as the gateway hands them over; hundreds a minute are a rush, so
 * that each brings a puzzle whose time is over.
 */
final class Filings {
    /** Not where the queue is looked at. */
    private static final String DISTRICT = "990103";

    private final Secrets secrets;
    private final AtomicInteger filed = new AtomicInteger();

    Filings(Secrets secrets) {
        this.secrets = secrets;
    }

    /** One more, with a key of its own. */
    byte[] next() {
        return event("POST /complain", body("bench-filing-%08d".formatted(filed.incrementAndGet())));
    }

    private String body(String key) {
        var puzzle = Puzzle.posed(secrets, key, Puzzle.LEAST_BITS, Instant.now().minus(Duration.ofMinutes(1)));
        return """
                {"key":"%s","kind":"complaint","category":"other","district":"%s","place":"听雨路桥下的诊所",\
                "identity":"confidential","phone":"13800000000","urgent":"no","puzzle":"%s","words":"%s"}"""
                .formatted(key, DISTRICT, puzzle.text(), "结账时比门口公示的价格多收了三百元，要求退还多收的部分，并说明为什么收。".repeat(3));
    }

    static byte[] event(String route, String body) {
        var path = route.substring(route.indexOf(' ') + 1);
        return """
                {"version":"2.0","routeKey":"%1$s","rawPath":"%2$s","rawQueryString":"",\
                "headers":{"accept":"application/json","content-type":"application/json",\
                "host":"xm.yunting.example","user-agent":"Mozilla/5.0 MicroMessenger/8.0.76"},\
                "requestContext":{"accountId":"000000000000","apiId":"bench","domainName":"xm.yunting.example",\
                "http":{"method":"POST","path":"%2$s","protocol":"HTTP/1.1","sourceIp":"127.0.0.1",\
                "userAgent":"Mozilla/5.0 MicroMessenger/8.0.76"},"requestId":"bench-1","routeKey":"%1$s",\
                "stage":"$default","time":"20/Nov/2026:12:00:00 +0000","timeEpoch":1795176000000},\
                "isBase64Encoded":true,"body":"%3$s"}"""
                .formatted(route, path, Base64.getEncoder().encodeToString(body.getBytes(UTF_8)))
                .getBytes(UTF_8);
    }
}

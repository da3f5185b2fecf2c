package xingma.aws.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a function answers. Header names are lower case. */
public record Reply(int status, SortedMap<String, String> headers, byte[] body) {
    public static final String HTML = "text/html; charset=utf-8";
    public static final String JSON = "application/json; charset=utf-8";

    public Reply {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, new TreeMap<>(Map.of("content-type", contentType)), body);
    }

    public static Reply of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply empty(int status) {
        return new Reply(status, new TreeMap<>(), new byte[0]);
    }

    public static Reply redirect(int status, String location) {
        return empty(status).with("location", location);
    }

    public Reply with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    /** With what a browser may never do with a page of ours: use the device's senses, or show it inside another's. */
    public Reply guarded() {
        return with("permissions-policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()")
                .with("cross-origin-opener-policy", "same-origin")
                .with("x-frame-options", "DENY");
    }

    /** What a HEAD is answered: status and headers of the whole, and nothing else. */
    public Reply withoutBody() {
        return new Reply(status, headers, new byte[0]);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

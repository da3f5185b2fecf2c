package xingma.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What goes back to the browser. Header names are lower case. */
record Answer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    Answer {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("content-type", contentType), List.of(), body);
    }

    /** In the gateway's own form. */
    static Answer message(int status, String message) {
        var json = "{\"message\":\"" + message + "\"}";
        return of(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** For what was no request; its language cannot be known either. */
    static Answer unreadable(int status) {
        var json = """
                {"type":"about:blank","title":"请求有误 · Malformed request","status":%d,\
                "detail":"这个请求无法读懂：地址或请求头不合规范，或者太长。 \
                This request cannot be read: its address or headers are malformed, or too long."}"""
                .formatted(status);
        return of(status, "application/problem+json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Answer with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, cookies, body);
    }

    Answer withAll(Map<String, String> some) {
        var more = new TreeMap<>(headers);
        more.putAll(some);
        return new Answer(status, more, cookies, body);
    }
}

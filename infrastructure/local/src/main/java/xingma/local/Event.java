package xingma.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes a request as an HTTP API hands it to a function, payload 2.0. */
final class Event {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Set<String> TEXT = Set.of("application/json", "application/xml", "application/javascript");

    private Event() {}

    static byte[] of(Asked asked, Route route, Map<String, String> pathParameters, Map<String, String> claims,
            String id) {
        var event = JSON.createObjectNode();
        var path = decoded(asked.path(), false);
        event.put("version", "2.0");
        event.put("routeKey", route.key());
        event.put("rawPath", path);
        event.put("rawQueryString", asked.query());
        headers(event, asked);
        if (!asked.query().isEmpty()) {
            query(asked.query()).forEach(event.putObject("queryStringParameters")::put);
        }
        context(event.putObject("requestContext"), asked, route, path, claims, id);
        if (!pathParameters.isEmpty()) {
            pathParameters.forEach(event.putObject("pathParameters")::put);
        }
        body(event, asked);
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void headers(ObjectNode event, Asked asked) {
        var headers = event.putObject("headers");
        asked.headers().forEach((name, values) -> {
            if (name.equals("cookie")) {
                var cookies = event.putArray("cookies");
                values.stream().flatMap(v -> Arrays.stream(v.split(";\\s*"))).forEach(cookies::add);
            } else {
                headers.put(name, String.join(",", values));
            }
        });
        headers.put("x-forwarded-for", asked.from());
        headers.put("x-forwarded-proto", "http");
    }

    private static void context(
            ObjectNode context, Asked asked, Route route, String path, Map<String, String> claims, String id) {
        var now = Instant.now();
        context.put("accountId", "000000000000");
        context.put("apiId", "local");
        context.put("domainName", asked.header("host").orElse("localhost"));
        context.put("domainPrefix", "local");
        context.put("requestId", id);
        context.put("routeKey", route.key());
        context.put("stage", "$default");
        context.put("time", TIME.format(now));
        context.put("timeEpoch", now.toEpochMilli());
        var http = context.putObject("http");
        http.put("method", asked.method());
        http.put("path", path);
        http.put("protocol", "HTTP/1.1");
        http.put("sourceIp", asked.from());
        http.put("userAgent", asked.header("user-agent").orElse(""));
        if (route.secured()) {
            var jwt = context.putObject("authorizer").putObject("jwt");
            claims.forEach(jwt.putObject("claims")::put);
            jwt.putNull("scopes");
        }
    }

    private static void body(ObjectNode event, Asked asked) {
        if (asked.body().length == 0) {
            event.put("isBase64Encoded", false);
            return;
        }
        var type = asked.header("content-type").orElse("").replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        var text = (type.startsWith("text/") || TEXT.contains(type)) && asked.header("content-encoding").isEmpty();
        event.put("body", text
                ? new String(asked.body(), StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(asked.body()));
        event.put("isBase64Encoded", !text);
    }

    private static Map<String, String> query(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            var at = pair.indexOf('=');
            var name = decoded(at < 0 ? pair : pair.substring(0, at), true);
            var value = at < 0 ? "" : decoded(pair.substring(at + 1), true);
            parameters.merge(name, value, (first, more) -> first + "," + more);
        }
        return parameters;
    }

    /** What cannot be decoded stays as it was sent. */
    static String decoded(String encoded, boolean plusIsBlank) {
        try {
            var text = plusIsBlank ? encoded : encoded.replace("+", "%2B");
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return encoded;
        }
    }
}

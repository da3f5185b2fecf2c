package xingma.aws.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as a test asks it: {@code Asked.of("GET /q/{code}").parameter("code", "…").header("accept", "text/html")}.
 */
public record Asked(
        String route,
        String path,
        Map<String, String> parameters,
        Map<String, String> queries,
        Map<String, String> headers,
        Map<String, String> claims,
        byte[] body)
        implements Request {
    public static Asked of(String route) {
        return new Asked(
                route, route.substring(route.indexOf(' ') + 1), Map.of(), Map.of(), Map.of(), Map.of(), new byte[0]);
    }

    /** A request of an officer with these duties. */
    public static Asked by(String officer, String territory, String duties, String route) {
        return of(route)
                .claim("sub", officer)
                .claim("name", officer)
                .claim("xingma_territory", territory)
                .claim("xingma_duties", duties);
    }

    public Asked parameter(String name, String value) {
        return new Asked(route, path, and(parameters, name, value), queries, headers, claims, body);
    }

    public Asked query(String name, String value) {
        return new Asked(route, path, parameters, and(queries, name, value), headers, claims, body);
    }

    public Asked header(String name, String value) {
        return new Asked(route, path, parameters, queries, and(headers, name, value), claims, body);
    }

    public Asked claim(String name, String value) {
        return new Asked(route, path, parameters, queries, headers, and(claims, name, value), body);
    }

    public Asked body(byte[] bytes) {
        return new Asked(route, path, parameters, queries, headers, claims, bytes);
    }

    public Asked body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> and(Map<String, String> values, String name, String value) {
        var more = new TreeMap<>(values);
        more.put(name, value);
        return more;
    }

    @Override
    public String method() {
        return route.substring(0, Math.max(0, route.indexOf(' ')));
    }

    @Override
    public Optional<String> pathParameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(queries.get(name));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public Optional<String> claim(String name) {
        return Optional.ofNullable(claims.get(name));
    }

    @Override
    public String id() {
        return "request-1";
    }
}

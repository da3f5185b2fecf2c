package xingma.bureau;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stands in for the officers' API: answers each route with what was laid ready, the last answer for ever. */
final class StandIn implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Answer>> ready = new HashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    record Answer(int status, String type, byte[] body, String location) {}

    record Asked(String route, String query, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(h -> h.getKey().equalsIgnoreCase(name))
                    .map(h -> h.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    StandIn json(String route, String body) {
        return lay(route, new Answer(200, "application/json", body.getBytes(StandardCharsets.UTF_8), ""));
    }

    StandIn problem(String route, int status, String title) {
        var body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"为什么\",\"code\":\"a.b\",\"requestId\":\"r-1\"}";
        return lay(route, new Answer(
                status, "application/problem+json", body.formatted(title, status).getBytes(StandardCharsets.UTF_8), ""));
    }

    StandIn file(String route, byte[] bytes) {
        return lay(route, new Answer(200, "application/octet-stream", bytes, ""));
    }

    StandIn elsewhere(String route, String location) {
        return lay(route, new Answer(303, "text/plain", new byte[0], location));
    }

    StandIn status(String route, int status) {
        return lay(route, new Answer(status, "text/plain", new byte[0], ""));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Asked> asked(String route) {
        return asked.stream().filter(a -> a.route().equals(route)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    StandIn lay(String route, Answer answer) {
        ready.computeIfAbsent(route, r -> new ArrayDeque<>()).add(answer);
        return this;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        asked.add(new Asked(
                route,
                String.valueOf(exchange.getRequestURI().getRawQuery()),
                Map.copyOf(exchange.getRequestHeaders()),
                exchange.getRequestBody().readAllBytes()));
        var answers = ready.getOrDefault(route, new ArrayDeque<>(List.of(new Answer(404, "text/plain", new byte[0], ""))));
        var answer = answers.size() > 1 ? answers.poll() : answers.peek();
        exchange.getResponseHeaders().add("content-type", answer.type());
        if (!answer.location().isEmpty()) {
            exchange.getResponseHeaders().add("location", answer.location());
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        try (var body = exchange.getResponseBody()) {
            body.write(answer.body());
        }
    }
}

package xingma.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The HTTP API: finds the route, asks for the token, hands the event to the real handler through the runtime client's
 * own loader.
 */
final class Gateway implements Host.Site {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;

    private final List<Route> routes;
    private final Authorizer authorizer;
    private final PrintStream log;
    private final Handlers handlers;

    /** @param log where a function's failure is told; its caller learns nothing */
    Gateway(Functions functions, Handlers handlers, Authorizer authorizer, PrintStream log) {
        this.handlers = handlers;
        this.authorizer = authorizer;
        this.log = log;
        routes = functions.routes().stream().sorted(Comparator.comparing(Route::rank)).toList();
    }

    @Override
    public Answer answer(Asked asked) throws InterruptedException {
        var id = requestId();
        return routed(asked, id).with("apigw-requestid", id);
    }

    private Answer routed(Asked asked, String id) throws InterruptedException {
        var segments = Route.split(Event.decoded(asked.path(), false));
        for (var route : routes) {
            var parameters = route.match(segments);
            if (route.takes(asked.method()) && parameters.isPresent()) {
                return authorized(asked, route, parameters.get(), id);
            }
        }
        return Answer.message(404, "Not Found");
    }

    private Answer authorized(Asked asked, Route route, Map<String, String> parameters, String id)
            throws InterruptedException {
        Map<String, String> claims = Map.of();
        if (route.secured()) {
            var verified = authorizer.claims(asked.header("authorization"));
            if (verified.isEmpty()) {
                return Answer.message(401, "Unauthorized").with("www-authenticate", "Bearer");
            }
            claims = verified.get();
        }
        var event = Event.of(asked, route, parameters, claims, id);
        if (event.length > LARGEST_EVENT) {
            return Answer.message(413, "Request Entity Too Large");
        }
        return invoke(route.function(), event);
    }

    private Answer invoke(String function, byte[] event) throws InterruptedException {
        try {
            return reply(handlers.call(function, event, LONGEST));
        } catch (TimeoutException e) {
            return handlers.timeout(function).compareTo(LONGEST) < 0
                    ? Answer.message(500, "Internal Server Error")
                    : Answer.message(503, "Service Unavailable");
        } catch (ExecutionException | IOException e) {
            e.printStackTrace(log);
            return Answer.message(500, "Internal Server Error");
        }
    }

    private static Answer reply(byte[] output) throws IOException {
        if (output.length > LARGEST_EVENT) {
            throw new IOException("the function's reply is larger than 6 MB");
        }
        var reply = Event.JSON.readTree(output);
        if (!reply.isObject() || !reply.has("statusCode")) {
            return Answer.of(200, "application/json", output);
        }
        var headers = new TreeMap<String, String>();
        reply.path("headers").properties()
                .forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue().asText()));
        headers.putIfAbsent("content-type", "text/plain; charset=utf-8");
        var cookies = new ArrayList<String>();
        reply.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        return new Answer(reply.get("statusCode").asInt(), headers, cookies, body(reply));
    }

    private static byte[] body(JsonNode reply) {
        var body = reply.path("body").asText("");
        return reply.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static String requestId() {
        return Long.toString(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE, 36) + "=";
    }
}

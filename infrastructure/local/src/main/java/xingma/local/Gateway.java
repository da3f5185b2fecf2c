package xingma.local;

import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
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
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
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
    private final Map<String, Loaded> loaded = new TreeMap<>();

    private record Loaded(Functions.Function function, LambdaRequestHandler handler) {}

    /** @param log where a function's failure is told; its caller learns nothing */
    Gateway(Functions functions, Authorizer authorizer, PrintStream log) {
        this.authorizer = authorizer;
        this.log = log;
        routes = functions.routes().stream().sorted(Comparator.comparing(Route::rank)).toList();
        for (var function : functions.all()) {
            loaded.put(function.id(), new Loaded(function, load(function)));
        }
    }

    private static LambdaRequestHandler load(Functions.Function function) {
        try {
            var info = HandlerInfo.fromString(function.handler(), Gateway.class.getClassLoader());
            return EventHandlerLoader.loadEventHandler(info);
        } catch (ClassNotFoundException | HandlerInfo.InvalidHandlerException e) {
            throw new IllegalStateException("template.yaml names a handler that is not there: " + function.handler(),
                    e);
        }
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
        return invoke(loaded.get(route.function()), event);
    }

    private Answer invoke(Loaded loaded, byte[] event) throws InterruptedException {
        var limit = loaded.function().timeout().compareTo(LONGEST) < 0 ? loaded.function().timeout() : LONGEST;
        var request = new InvocationRequest();
        request.setId(UUID.randomUUID().toString());
        request.setInvokedFunctionArn("arn:aws:lambda:local:000000000000:function:" + loaded.function().id());
        request.setDeadlineTimeInMs(System.currentTimeMillis() + limit.toMillis());
        request.setContent(event);
        var task = new FutureTask<>(() -> {
            try {
                return loaded.handler().call(request).toByteArray();
            } catch (Error e) {
                throw new ExecutionException(e);
            }
        });
        Thread.ofVirtual().name(loaded.function().id()).start(task);
        try {
            return reply(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            task.cancel(true);
            return limit.equals(LONGEST)
                    ? Answer.message(503, "Service Unavailable")
                    : Answer.message(500, "Internal Server Error");
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

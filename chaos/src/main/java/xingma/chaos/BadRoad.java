package xingma.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way between the functions and the store, on which things happen by a seed, below the SDK's own retries. The engine
 * in the JVM never throttles and never lets two transactions meet, so the road says it in the service's own words.
 */
final class BadRoad implements AutoCloseable {
    /** What happens to a request, and to how many of a thousand. */
    enum Fault {
        /** Cut off before the service saw anything. */
        RESET(60),
        /** The service did it, and nobody heard. */
        LOST_ANSWER(80),
        THROTTLED(40),
        FAULT_500(40),
        FAULT_503(20),
        /** Two transactions met; only transactions meet. */
        CONFLICT(60),
        /** Never an answer. */
        HANG(4);

        private final int usual;

        Fault(int usual) {
            this.usual = usual;
        }
    }

    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect");
    private static final Duration HANGS = Duration.ofSeconds(30);

    private final URI engine;
    private final Random random;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Fault, AtomicInteger> seen = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> inThousand;
    private final Map<String, String> calls = Collections.synchronizedMap(new LinkedHashMap<>());

    private BadRoad(URI engine, long seed, Map<Fault, Integer> inThousand, HttpServer server) {
        this.engine = engine;
        this.random = new Random(seed);
        this.inThousand = inThousand;
        this.server = server;
        for (var fault : Fault.values()) {
            seen.put(fault, new AtomicInteger());
        }
    }

    static BadRoad to(URI engine, long seed) {
        var usual = new EnumMap<Fault, Integer>(Fault.class);
        for (var fault : Fault.values()) {
            usual.put(fault, fault.usual);
        }
        return to(engine, seed, usual);
    }

    /** One on which no request is ever answered. */
    static BadRoad thatHangs(URI engine) {
        return to(engine, 0, new EnumMap<>(Map.of(Fault.HANG, 1_000)));
    }

    private static BadRoad to(URI engine, long seed, Map<Fault, Integer> inThousand) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            var road = new BadRoad(engine, seed, inThousand, server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", road::pass);
            server.start();
            return road;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Map<Fault, AtomicInteger> seen() {
        return seen;
    }

    /** The operations that were asked for since this was last asked, each once however often it was attempted. */
    List<String> calls() {
        synchronized (calls) {
            var operations = List.copyOf(calls.values());
            calls.clear();
            return operations;
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var operation = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            calls.put(
                    String.valueOf(exchange.getRequestHeaders().getFirst("amz-sdk-invocation-id")),
                    operation.substring(operation.lastIndexOf('.') + 1));
            var fault = draw(operation.endsWith("TransactWriteItems"));
            if (fault == null) {
                answer(exchange, forwarded(exchange, body));
                return;
            }
            seen.get(fault).incrementAndGet();
            switch (fault) {
                case RESET -> {}
                case LOST_ANSWER -> forwarded(exchange, body);
                case THROTTLED -> say(exchange, 400, "ThrottlingException", "");
                case FAULT_500 -> say(exchange, 500, "InternalServerError", "");
                case FAULT_503 -> say(exchange, 503, "ServiceUnavailable", "");
                case CONFLICT -> say(
                        exchange, 400, "TransactionCanceledException",
                        ",\"CancellationReasons\":[{\"Code\":\"TransactionConflict\"},{\"Code\":\"None\"}]");
                case HANG -> Thread.sleep(HANGS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Fault draw(boolean transaction) {
        var drawn = random.nextInt(1_000);
        for (var fault : Fault.values()) {
            drawn -= inThousand.getOrDefault(fault, 0);
            if (drawn < 0) {
                return fault == Fault.CONFLICT && !transaction ? null : fault;
            }
        }
        return null;
    }

    private HttpResponse<byte[]> forwarded(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(engine).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name) && !name.equals("transfer-encoding")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        send(exchange, answer.statusCode(), answer.body());
    }

    private static void say(HttpExchange exchange, int status, String type, String more) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.0");
        var json = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"m\"" + more + "}";
        send(exchange, status, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}

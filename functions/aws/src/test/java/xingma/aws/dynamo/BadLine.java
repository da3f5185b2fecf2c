package xingma.aws.dynamo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * A connection that fails as real ones do, below the SDK's own retries and by a seed. The engine in the JVM never
 * throttles and never lets two transactions meet, so this line says it in the service's own words.
 */
final class BadLine implements SdkHttpClient {
    enum Fault {
        /** Cut off before the service saw anything. */
        RESET,
        /** The service did it, and nobody heard. */
        LOST_ANSWER,
        THROTTLED,
        FAULT_500,
        /** Two transactions met; only transactions meet. */
        CONFLICT,
        /** Never an answer. */
        HANG
    }

    private final SdkHttpClient line;
    private final Random random;
    private final Map<Fault, Integer> perThousand = new EnumMap<>(Fault.class);
    private final Map<Fault, AtomicInteger> seen = new EnumMap<>(Fault.class);
    private final AtomicInteger requests = new AtomicInteger();
    private boolean readsAreGood;

    BadLine(SdkHttpClient line, long seed) {
        this.line = line;
        this.random = new Random(seed);
        for (var fault : Fault.values()) {
            seen.put(fault, new AtomicInteger());
        }
    }

    BadLine with(Fault fault, int timesInThousand) {
        perThousand.put(fault, timesInThousand);
        return this;
    }

    /** What only reads goes and comes as on a good line. */
    BadLine forWrites() {
        readsAreGood = true;
        return this;
    }

    int seen(Fault fault) {
        return seen.get(fault).get();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var sending = line.prepareRequest(request);
        var operation = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                requests.incrementAndGet();
                var fault = readsAreGood && !isWrite(operation) ? null : draw(operation.endsWith("TransactWriteItems"));
                if (fault == null) {
                    return sending.call();
                }
                seen.get(fault).incrementAndGet();
                return switch (fault) {
                    case RESET -> throw new SocketException("Connection reset");
                    case LOST_ANSWER -> {
                        var answer = sending.call();
                        if (answer.responseBody().isPresent()) {
                            answer.responseBody().get().readAllBytes();
                        }
                        throw new SocketException("Connection reset");
                    }
                    case THROTTLED -> says(400, "ThrottlingException", "");
                    case FAULT_500 -> says(500, "InternalServerError", "");
                    case CONFLICT -> says(
                            400,
                            "TransactionCanceledException",
                            ",\"CancellationReasons\":[{\"Code\":\"TransactionConflict\"},{\"Code\":\"None\"}]");
                    case HANG -> hang();
                };
            }

            @Override
            public void abort() {
                sending.abort();
            }
        };
    }

    private static boolean isWrite(String operation) {
        return operation.endsWith("TransactWriteItems") || operation.endsWith("PutItem") || operation.endsWith("UpdateItem");
    }

    private static HttpExecuteResponse hang() throws IOException {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("given up");
        }
        throw new SocketException("Connection timed out");
    }

    private synchronized Fault draw(boolean transaction) {
        var drawn = random.nextInt(1_000);
        for (var fault : perThousand.entrySet()) {
            drawn -= fault.getValue();
            if (drawn < 0) {
                return fault.getKey() == Fault.CONFLICT && !transaction ? null : fault.getKey();
            }
        }
        return null;
    }

    private static HttpExecuteResponse says(int status, String type, String more) {
        var json = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"m\"" + more + "}";
        var body = json.getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(SdkHttpFullResponse.builder()
                        .statusCode(status)
                        .putHeader("content-type", "application/x-amz-json-1.0")
                        .putHeader("content-length", Integer.toString(body.length))
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    @Override
    public void close() {
        line.close();
    }
}

package xingma.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * One person's way to the officers' routes of a running city. Who is told that the city is busy asks the same again after
 * a while, a few times: what is sent twice happens once.
 */
final class Desk {
    private static final int BUSY = 503;
    private static final int MOST_TIMES = 6;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String console;
    private final String token;

    Desk(String console, String token) {
        this.console = console;
        this.token = token;
    }

    JsonNode get(String path) {
        return sent(path, request(path).GET());
    }

    /** An empty body is none at all: a step without particulars. */
    JsonNode post(String path, Map<String, ?> body) {
        if (body.isEmpty()) {
            return sent(path, request(path).POST(BodyPublishers.noBody()));
        }
        try {
            var json = JSON.writeValueAsBytes(body);
            return sent(path, request(path)
                    .header("content-type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a sheet as the console does. */
    JsonNode upload(String fileName, byte[] bytes) {
        return upload("/api/imports", fileName, bytes);
    }

    JsonNode upload(String path, String fileName, byte[] bytes) {
        var name = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return sent(path, request(path)
                .header("content-type", "application/octet-stream")
                .header("x-file-name", name)
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    JsonNode put(String path, String type, byte[] bytes, Map<String, String> headers) {
        var request = request(path).header("content-type", type).PUT(BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        return sent(path, request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(console + path))
                .timeout(Duration.ofSeconds(60))
                .header("authorization", "Bearer " + token)
                .header("accept-language", "zh-CN");
    }

    /** A file's bytes, as the console would save them. */
    byte[] file(String path) {
        return bytes(path, request(path).GET());
    }

    private static JsonNode sent(String path, HttpRequest.Builder request) {
        try {
            return JSON.readTree(bytes(path, request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String path, HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            for (var time = 1; response.statusCode() == BUSY && time < MOST_TIMES; time++) {
                Thread.sleep(wait(response));
                response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            }
            if (response.statusCode() >= 300) {
                throw new Refusal(path, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Duration wait(HttpResponse<?> busy) {
        var asked = busy.headers().firstValueAsLong("retry-after").orElse(1);
        return Duration.ofSeconds(Math.clamp(asked, 1, LONGEST_WAIT.toSeconds()));
    }

    /** The city said no. */
    static final class Refusal extends RuntimeException {
        private final int status;
        private final String body;

        Refusal(String path, int status, String body) {
            super(path + " → " + status + " " + body);
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        /** The problem that was told. */
        JsonNode problem() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }
}

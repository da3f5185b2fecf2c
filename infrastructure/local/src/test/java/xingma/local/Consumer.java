package xingma.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A person in front of a placard, with a phone. */
final class Consumer {
    private static final HttpClient PHONE =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final String host;

    Consumer(LocalCity city) {
        host = city.publicBaseUrl();
    }

    /** What the phone shows. */
    record Shown(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        int bytes() {
            return response.body().length;
        }
    }

    Shown scans(String code) {
        return scansIn("zh-CN,zh;q=0.9", code);
    }

    Shown scansIn(String languages, String code) {
        return asks("/q/" + code, "accept-language", languages, "accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    /** A step in a case of one's own, sent as JSON. */
    JsonNode takes(String step, Map<String, ?> told) {
        return sends("/status/" + step, told);
    }

    /** A complaint as an app files it. */
    JsonNode files(Map<String, ?> told) {
        return sends("/complain", told);
    }

    private JsonNode sends(String path, Map<String, ?> told) {
        try {
            var request = HttpRequest.newBuilder(URI.create(host + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("content-type", "application/json")
                    .header("accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Event.JSON.writeValueAsBytes(told)))
                    .build();
            return Event.JSON.readTree(PHONE.send(request, BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What a machine learns, which asks for JSON by name. */
    JsonNode reads(String code) {
        try {
            return Event.JSON.readTree(asks("/q/" + code, "accept", "application/json").response().body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Shown asks(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(host + path)).timeout(Duration.ofSeconds(30));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return sent(request.build());
    }

    Shown sends(String method, String path) {
        return sent(HttpRequest.newBuilder(URI.create(host + path))
                .method(method, HttpRequest.BodyPublishers.ofString("x"))
                .timeout(Duration.ofSeconds(30))
                .build());
    }

    private static Shown sent(HttpRequest request) {
        try {
            return new Shown(PHONE.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

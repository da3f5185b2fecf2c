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
import java.util.Objects;
import java.util.TreeMap;
import xingma.complaint.window.Puzzle;

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

    /** A complaint as an app files it, with the puzzle's answer where very much is being filed. */
    JsonNode files(Map<String, ?> told) {
        var asked = new TreeMap<String, Object>(told);
        asked.putAll(solved(told.get("key").toString(), Objects.toString(told.get("placard"), "")));
        return sends("/complain", asked);
    }

    /** A new form's key, and what a client brings with it. */
    Map<String, String> form(String placard) {
        var form = read(asks("/complain?at=" + placard, "accept", "application/json"));
        return answered(form.path("key").asText(), form);
    }

    private Map<String, String> solved(String key, String placard) {
        return answered(key, read(asks("/complain?key=" + key + "&at=" + placard, "accept", "application/json")));
    }

    private static Map<String, String> answered(String key, JsonNode form) {
        if (!form.hasNonNull("puzzle")) {
            return Map.of("key", key);
        }
        var puzzle = Puzzle.read(form.path("puzzle").asText()).orElseThrow();
        var answer = 0;
        while (!puzzle.isSolvedBy(Integer.toString(answer))) {
            answer++;
        }
        return Map.of("key", key, "puzzle", puzzle.text(), "answer", Integer.toString(answer));
    }

    private static JsonNode read(Shown shown) {
        try {
            return Event.JSON.readTree(shown.response().body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return read(asks("/q/" + code, "accept", "application/json"));
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

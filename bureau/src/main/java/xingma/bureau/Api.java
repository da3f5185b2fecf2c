package xingma.bureau;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The officers' API over HTTP. A request that may be sent twice is tried again when the service is busy or out of
 * reach, a bounded number of times; what must happen once is sent once.
 */
final class Api {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** A batch works some 15 s; the gateway gives up after 30. */
    private static final Duration ANSWER = Duration.ofSeconds(35);
    private static final int MOST_TRIES = 4;
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

    private final URI base;
    private final Optional<String> token;
    private final Words words;
    private final Duration pause;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param pause before the second try; doubled for each further one
     */
    Api(URI base, Optional<String> token, Words words, Duration pause) {
        this.base = base;
        this.token = token;
        this.words = words;
        this.pause = pause;
    }

    /** How often a request may be sent. */
    enum Sending {
        /** Twice does no harm. */
        REPEATABLE,
        ONCE
    }

    JsonNode get(String path) {
        return json(sent(request(path).GET(), Sending.REPEATABLE));
    }

    JsonNode post(String path, Map<String, ?> body, Sending sending) {
        try {
            var bytes = JSON.writeValueAsBytes(body);
            return json(sent(
                    request(path).header("content-type", "application/json").POST(BodyPublishers.ofByteArray(bytes)),
                    sending));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A batch of work that may be asked for again. */
    JsonNode batch(String path) {
        return json(sent(request(path).POST(BodyPublishers.noBody()), Sending.REPEATABLE));
    }

    JsonNode upload(String path, String name, String type, BodyPublisher body) {
        return json(sent(
                request(path).header("content-type", type).header("x-file-name", encoded(name)).POST(body),
                Sending.REPEATABLE));
    }

    /** A file; where the service points elsewhere, from there and without the token. */
    byte[] download(String path) {
        var response = sent(request(path).GET(), Sending.REPEATABLE);
        if (response.statusCode() != 303 && response.statusCode() != 302) {
            return body(response);
        }
        var elsewhere = base.resolve(response.headers().firstValue("location").orElseThrow());
        return body(sent(HttpRequest.newBuilder(elsewhere).timeout(ANSWER).GET(), Sending.REPEATABLE));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("accept-language", words.language().name());
        token.ifPresent(t -> request.header("authorization", "Bearer " + t));
        return request;
    }

    private HttpResponse<InputStream> sent(HttpRequest.Builder request, Sending sending) {
        var most = sending == Sending.ONCE ? 1 : MOST_TRIES;
        var built = request.build();
        for (var tried = 1; ; tried++) {
            try {
                var response = http.send(built, BodyHandlers.ofInputStream());
                if (!BUSY.contains(response.statusCode()) || tried == most) {
                    return accepted(response, tried);
                }
                response.body().close();
            } catch (IOException unreachable) {
                if (tried == most) {
                    throw new Failure(Failure.UNAVAILABLE, words.say("unavailable", base, tried));
                }
            } catch (InterruptedException interrupted) {
                throw interruption();
            }
            rest(tried);
        }
    }

    private HttpResponse<InputStream> accepted(HttpResponse<InputStream> response, int tried) {
        var status = response.statusCode();
        if (status < 400) {
            return response;
        }
        if (status == 401) {
            throw new Failure(Failure.NOT_SIGNED_IN, words.say("signIn.needed"));
        }
        var told = problem(response);
        throw status >= 500 || status == 429
                ? new Failure(
                        Failure.UNAVAILABLE, told.orElseGet(() -> words.say("unavailable.status", status, tried)))
                : new Failure(Failure.REFUSED, told.orElseGet(() -> "HTTP " + status));
    }

    private Optional<String> problem(HttpResponse<InputStream> response) {
        try {
            var problem = JSON.readTree(body(response));
            if (problem == null || !problem.hasNonNull("title")) {
                return Optional.empty();
            }
            return Optional.of(problem.path("title").asText()
                    + (problem.hasNonNull("detail") ? "\n" + problem.path("detail").asText() : "")
                    + (problem.hasNonNull("requestId")
                            ? "\n" + words.say("problem.request", problem.path("requestId").asText())
                            : ""));
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }

    private JsonNode json(HttpResponse<InputStream> response) {
        try {
            var read = JSON.readTree(body(response));
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (IOException notJson) {
            // told below
        }
        throw new Failure(Failure.UNAVAILABLE, words.say("unreadable", response.uri()));
    }

    private byte[] body(HttpResponse<InputStream> response) {
        try (var in = response.body()) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new Failure(Failure.UNAVAILABLE, words.say("unavailable", base, 1));
        }
    }

    private void rest(int tried) {
        var longest = pause.toMillis() << (tried - 1);
        try {
            Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
        } catch (InterruptedException interrupted) {
            throw interruption();
        }
    }

    private Failure interruption() {
        Thread.currentThread().interrupt();
        return new Failure(Failure.UNAVAILABLE, words.say("interrupted"));
    }
}

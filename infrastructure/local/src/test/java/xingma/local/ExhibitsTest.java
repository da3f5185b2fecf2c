package xingma.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import xingma.attachment.UploadForm;
import xingma.aws.s3.FormPost;
import xingma.picture.Picture;

/** Photos and documents of evaluations go their way through the running city: form, bucket, report, sheet, reader. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated
class ExhibitsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private LocalCity city;
    private RatingRound round;

    @BeforeEach
    void a_round_is_open(LocalCity running) {
        city = running;
        round = new RatingRound(city, "exhibits");
    }

    private static byte[] file(String name) throws IOException {
        try (var in = Picture.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static UploadForm form(JsonNode asked) {
        var fields = new LinkedHashMap<String, String>();
        asked.at("/form/fields").properties().forEach(f -> fields.put(f.getKey(), f.getValue().asText()));
        return new UploadForm(asked.at("/form/action").asText(), fields);
    }

    /** Asked for, sent, and what the list tells once it was cleaned. */
    static JsonNode sent(Desk desk, String path, String clause, byte[] bytes) throws InterruptedException {
        var id = UUID.randomUUID().toString();
        var asked = desk.post(path, Map.of("id", id, "clause", clause));
        assertEquals(204, FormPost.send(form(asked), "IMG_1.jpg", "image/jpeg", bytes).statusCode());
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            for (var each : desk.get(path).path("files")) {
                if (each.path("id").asText().equals(id) && !each.path("state").asText().equals("awaited")) {
                    return each;
                }
            }
            assertTrue(Instant.now().isBefore(end), "nobody cleaned the file");
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    /** As a browser's address line would: the city leads to the bucket, and keeps the token to itself. */
    private byte[] followed(People.Person person, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(URI.create(city.consoleBaseUrl() + path))
                    .header("authorization", "Bearer " + city.token(person))
                    .build();
            var led = http.send(asked, BodyHandlers.discarding());
            assertEquals(303, led.statusCode());
            var link = URI.create(led.headers().firstValue("location").orElseThrow());
            var found = http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
            assertEquals(200, found.statusCode());
            return found.body();
        }
    }

    @Test
    void what_an_institution_shows_its_panel_sees_and_a_colleagues_photo_waits_for_every_sheet() throws Exception {
        var person = round.begins();
        var own = new Desk(city.consoleBaseUrl(), city.token(person));
        var evaluation = own.get("/api/own/evaluations").path("items").path(0).path("evaluation").asText();
        var path = "/api/own/evaluations/" + evaluation;
        var clause = own.get(path).at("/standard/parts/0/chapters/0/clauses/0/code").asText();

        round.drawn(person);
        var photo = sent(own, path + "/exhibits", clause, file("turned-6.jpg"));
        var digest = photo.path("sha256").asText();
        var save = "{\"change\":\"" + UUID.randomUUID() + "\",\"seen\":1,\"points\":0,\"reason\":\"还缺一项\",\"exhibits\":[{\"sha256\":\""
                + digest + "\"}]}";
        own.put(path + "/sheet/" + clause, "application/json", save.getBytes(UTF_8), Map.of());
        own.put(path + "/sheet/" + clause, "application/json", save.getBytes(UTF_8), Map.of());

        var bytes = followed(person, path + "/exhibits/" + digest);
        assertFalse(new String(bytes, ISO_8859_1).contains("TRACE"), "what the camera wrote is still there");
        assertEquals(24, Picture.clean(bytes).width());

        var experts = round.experts(evaluation);
        experts.forEach(e -> round.declares(e, evaluation));
        var panel = "/api/panels/" + evaluation + "/exhibits";
        var first = new Desk(city.consoleBaseUrl(), city.token(city.people().named(experts.getFirst())));
        var second = new Desk(city.consoleBaseUrl(), city.token(city.people().named(experts.get(1))));
        assertEquals(digest, second.get(panel).at("/shown/0/sha256").asText());
        assertEquals(24, Picture.clean(followed(city.people().named(experts.get(1)), panel + "/" + digest)).width());
        var hers = sent(first, panel, clause, file("see-through.png")).path("sha256").asText();
        var blind = assertThrows(Desk.Refusal.class, () -> second.get(panel + "/" + hers));
        assertEquals(404, blind.status());
        var theirs = assertThrows(Desk.Refusal.class, () -> own.get(path + "/exhibits/" + hers));
        assertEquals(404, theirs.status());
    }

    @Test
    void a_film_is_refused_with_its_reason_and_nothing_of_it_is_left() throws Exception {
        var person = round.begins();
        var own = new Desk(city.consoleBaseUrl(), city.token(person));
        var evaluation = own.get("/api/own/evaluations").path("items").path(0).path("evaluation").asText();
        var path = "/api/own/evaluations/" + evaluation;
        var clause = own.get(path).at("/standard/parts/0/chapters/0/clauses/0/code").asText();

        var refused = sent(own, path + "/exhibits", clause, "\u0000\u0000\u0000\u0018ftypmp42".getBytes(ISO_8859_1));

        assertEquals("refused file.kind", refused.path("state").asText() + " " + refused.path("code").asText());
        var asked = own.post(path + "/exhibits", Map.of("id", UUID.randomUUID().toString(), "clause", clause));
        assertEquals(400, FormPost.send(form(asked), "x.jpg", "image/jpeg", new byte[8 * 1024 * 1024 + 1]).statusCode());
        assertEquals(
                403,
                FormPost.send(FormPost.altered(form(asked), "key", "clean/" + evaluation + "/x"), "x.jpg", "image/jpeg", new byte[9])
                        .statusCode());
    }

    @Test
    void the_consoles_pages_may_send_to_the_bucket_and_no_others() throws Exception {
        var person = round.begins();
        var own = new Desk(city.consoleBaseUrl(), city.token(person));
        var evaluation = own.get("/api/own/evaluations").path("items").path(0).path("evaluation").asText();
        var path = "/api/own/evaluations/" + evaluation;
        var clause = own.get(path).at("/standard/parts/0/chapters/0/clauses/0/code").asText();
        var action = form(own.post(path + "/exhibits", Map.of("id", UUID.randomUUID().toString(), "clause", clause))).action();
        try (var http = HttpClient.newHttpClient()) {
            for (var origin : List.of(city.consoleBaseUrl(), "https://elsewhere.example")) {
                var asked = HttpRequest.newBuilder(URI.create(action))
                        .header("origin", origin)
                        .header("access-control-request-method", "POST")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .build();
                var allowed = http.send(asked, BodyHandlers.discarding())
                        .headers()
                        .firstValue("access-control-allow-origin")
                        .isPresent();
                assertEquals(origin.equals(city.consoleBaseUrl()), allowed, origin);
            }
            var page = http.send(HttpRequest.newBuilder(URI.create(city.consoleBaseUrl() + "/")).build(), BodyHandlers.discarding());
            var policy = page.headers().firstValue("content-security-policy").orElseThrow();
            var buckets = System.getProperty("aws.endpointUrlS3");
            assertTrue(policy.matches(".*connect-src [^;]*" + Pattern.quote(buckets) + ".*"), policy);
        }
    }
}

package xingma.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What officers do in the journeys, each in a sentence. */
final class Register {
    private final LocalCity city;

    Register(LocalCity city) {
        this.city = city;
    }

    /** The desk of a sample person, signed in. */
    Desk of(String person) {
        return new Desk(city.consoleBaseUrl(), city.token(city.people().named(person)));
    }

    /** The institution with this name or number, as the desk sees it. */
    static JsonNode institution(Desk desk, String search) {
        var items = desk.get("/api/institutions?q=" + encoded(search)).path("items");
        if (items.isEmpty()) {
            throw new AssertionError("nothing is found for " + search);
        }
        return desk.get("/api/institutions/" + items.path(0).path("id").asText());
    }

    static JsonNode proposes(Desk desk, JsonNode institution, String path, String value) {
        return desk.post("/api/institutions/" + institution.path("id").asText() + "/changes", Map.of(
                "id", UUID.randomUUID().toString(),
                "revision", institution.path("revision").asLong(),
                "source", "现场核对 2026-11-20",
                "edits", List.of(Map.of("path", path, "value", value))));
    }

    static JsonNode checks(Desk desk, JsonNode institution) {
        return desk.post("/api/institutions/" + institution.path("id").asText() + "/changes/"
                + institution.path("pending").path("id").asText() + "/check", Map.of());
    }

    /** Calls again until the whole is done. */
    static JsonNode toTheEnd(Desk desk, String path) {
        for (var i = 0; i < 50; i++) {
            var answer = desk.post(path, Map.of());
            if (answer.path("progress").path("done").asInt() >= answer.path("progress").path("total").asInt()) {
                return answer;
            }
        }
        throw new AssertionError(path + " does not come to an end");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

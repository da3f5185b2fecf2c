package xingma.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The files of the invented city, from the module {@code sample}. */
final class Sample {
    private Sample() {}

    static byte[] file(String name) {
        try (var stream = Sample.class.getResourceAsStream("/xingma/sample/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the sample city has no file " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sheets that make a city of this size, in the order in which they are imported. */
    static List<String> sheets(Options.Size size) {
        return switch (size) {
            case PILOT -> List.of("pilot-66.xlsx");
            case WHOLE -> List.of("city-1700.xlsx");
        };
    }

    /** A decision about an institution's practice: its registration number, and the change that records it. */
    record Decision(String institution, String source, JsonNode edits) {
        Map<String, ?> change(JsonNode institutionNow) {
            return Map.of(
                    "id", UUID.randomUUID().toString(),
                    "revision", institutionNow.path("revision").asLong(),
                    "source", source,
                    "edits", edits);
        }
    }

    static List<Decision> decisions() {
        var decisions = new ArrayList<Decision>();
        json("decisions.json").forEach(d -> decisions.add(
                new Decision(d.path("institution").asText(), d.path("source").asText(), d.path("edits"))));
        return decisions;
    }

    /** A person's photo, and the day on which they agreed to its being shown. */
    record Photo(String institution, String person, String file, String consentOn) {}

    static List<Photo> photos() {
        var photos = new ArrayList<Photo>();
        json("photos.json").forEach(p -> photos.add(new Photo(
                p.path("institution").asText(),
                p.path("person").asText(),
                p.path("file").asText(),
                p.path("consentOn").asText())));
        return photos;
    }

    private static JsonNode json(String name) {
        try {
            return Event.JSON.readTree(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

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
            case PILOT -> List.of("pilot.xlsx");
            case WHOLE -> List.of("pilot.xlsx", "whole.xlsx");
        };
    }

    /** A decision about an institution's practice, recorded as a correction. */
    record Decision(String institution, String source, Map<String, String> edits) {
        Map<String, ?> change(JsonNode institutionNow) {
            var list = new ArrayList<Map<String, String>>();
            edits.forEach((path, value) -> list.add(Map.of("path", path, "value", value)));
            return Map.of(
                    "id", UUID.randomUUID().toString(),
                    "revision", institutionNow.path("revision").asLong(),
                    "source", source,
                    "edits", list);
        }
    }

    static List<Decision> decisions() {
        return List.of();
    }
}

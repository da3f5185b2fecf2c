package xingma.aws.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads and writes the store's JSON token by token. What a later version of this system wrote beside the fields known
 * here is passed over, so that a deployment can be taken back.
 */
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(400_000)
                    .maxDocumentLength(1 << 20)
                    .build())
            .build();

    private Json() {}

    @FunctionalInterface
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    @FunctionalInterface
    interface Reading<T> {
        T from(JsonParser json) throws IOException;
    }

    /** What to do with the value of a field; the parser stands on its first token and is left on its last. */
    @FunctionalInterface
    interface FieldReading {
        void read(String name, JsonParser json) throws IOException;
    }

    static String text(Writing writing) {
        var out = new StringWriter(1_024);
        try (var json = FACTORY.createGenerator(out)) {
            writing.to(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    static <T> T read(String text, Reading<T> reading) {
        try (var json = FACTORY.createParser(text)) {
            json.nextToken();
            return reading.from(json);
        } catch (IOException broken) {
            // Not its message: that quotes the item.
            throw new IllegalStateException("the store holds JSON that cannot be read");
        }
    }

    /** Reads an object field by field; a value that the reading does not move over is passed over. */
    static void fields(JsonParser json, FieldReading reading) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalStateException("the store holds JSON of another form");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            reading.read(name, json);
        }
    }

    /** The scalar fields of an object as text; what is null is absent. */
    static Map<String, String> flat(JsonParser json) throws IOException {
        var values = new TreeMap<String, String>();
        fields(json, (name, value) -> {
            if (value.currentToken().isScalarValue()) {
                Optional.ofNullable(value.getValueAsString()).ifPresent(v -> values.put(name, v));
            } else {
                value.skipChildren();
            }
        });
        return values;
    }

    static String required(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalStateException("the store holds JSON without " + name));
    }

    static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}

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

    /** What to do with an element of an array; the parser stands on its first token and is left on its last. */
    @FunctionalInterface
    interface Element {
        void read(JsonParser json) throws IOException;
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
        fields(json, (name, value) -> scalar(values, name, value));
        return values;
    }

    /** Takes one scalar field as text; what is null is absent, and what is no scalar is passed over. */
    static void scalar(Map<String, String> into, String name, JsonParser json) throws IOException {
        if (json.currentToken().isScalarValue()) {
            Optional.ofNullable(json.getValueAsString()).ifPresent(v -> into.put(name, v));
        } else {
            json.skipChildren();
        }
    }

    /** Writes texts as an object of their names; none at all is left out. */
    static void texts(JsonGenerator json, String name, Map<String, String> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        for (var value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    /** Reads each object of an array; what is no object is passed over. */
    static void each(JsonParser json, Element element) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new IllegalStateException("the store holds JSON of another form");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                element.read(json);
            } else {
                json.skipChildren();
            }
        }
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

    /** Leaves out what is empty. */
    static void filled(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    /** Leaves out what is not so. */
    static void marked(JsonGenerator json, String name, boolean yes) throws IOException {
        if (yes) {
            json.writeStringField(name, "yes");
        }
    }
}

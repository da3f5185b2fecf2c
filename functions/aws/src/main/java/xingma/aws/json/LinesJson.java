package xingma.aws.json;

import static java.util.Objects.requireNonNull;
import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What happened to a thing, one JSON object a line, {@code {"id","what","at","by","facts":{…},"<apart>":{…}}}, all lines in
 * gzip: sealed envelopes are base64url, of which a quarter is air.
 *
 * @param <T> what a line stands for
 */
final class LinesJson<T> {
    private final String apart;
    private final Function<T, Line> lined;
    private final Function<Line, T> meant;

    /** @param apart the name under which a line keeps what is not a fact */
    LinesJson(String apart, Function<T, Line> lined, Function<Line, T> meant) {
        this.apart = requireNonNull(apart, "apart");
        this.lined = requireNonNull(lined, "lined");
        this.meant = requireNonNull(meant, "meant");
    }

    record Line(
            String id,
            String what,
            Instant at,
            String by,
            SortedMap<String, String> facts,
            SortedMap<String, String> apart) {}

    byte[] pack(List<T> all) {
        return Packed.pack(all.stream().map(this::write).map(line -> line + '\n').collect(Collectors.joining()));
    }

    List<T> unpack(byte[] packed) {
        return Packed.unpack(packed).lines().map(this::read).toList();
    }

    String write(T one) {
        var line = lined.apply(one);
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("id", line.id());
            json.writeStringField("what", line.what());
            json.writeStringField("at", line.at().toString());
            json.writeStringField("by", line.by());
            Json.texts(json, "facts", line.facts());
            Json.texts(json, apart, line.apart());
            json.writeEndObject();
        });
    }

    T read(String text) {
        return Json.read(text, this::read);
    }

    private T read(JsonParser json) throws IOException {
        var head = new TreeMap<String, String>();
        var facts = new TreeMap<String, String>();
        var others = new TreeMap<String, String>();
        Json.fields(json, (name, value) -> {
            if (name.equals("facts")) {
                facts.putAll(Json.flat(value));
            } else if (name.equals(apart)) {
                others.putAll(Json.flat(value));
            } else {
                Json.scalar(head, name, value);
            }
        });
        return meant.apply(new Line(
                required(head, "id"),
                required(head, "what"),
                Instant.parse(required(head, "at")),
                required(head, "by"),
                facts,
                others));
    }
}

package xingma.aws.json;

import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xingma.complaint.Act;
import xingma.complaint.Acts;

/**
 * The acts of a case, each a line {@code {"id","what","at","by","facts":{…},"personal":{…}}}, all of them in gzip: sealed
 * envelopes are base64url, of which a quarter is air.
 */
public final class ActsJson {
    private ActsJson() {}

    public static byte[] pack(List<Act> acts) {
        return Packed.pack(acts.stream().map(ActsJson::write).map(line -> line + '\n').collect(Collectors.joining()));
    }

    public static List<Act> unpack(byte[] packed) {
        return Packed.unpack(packed).lines().map(ActsJson::read).toList();
    }

    static String write(Act act) {
        var line = Acts.write(act);
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("id", line.id());
            json.writeStringField("what", line.what());
            json.writeStringField("at", line.at().toString());
            json.writeStringField("by", line.by());
            Json.texts(json, "facts", line.facts());
            Json.texts(json, "personal", line.personal());
            json.writeEndObject();
        });
    }

    static Act read(String text) {
        return Json.read(text, ActsJson::read);
    }

    private static Act read(JsonParser json) throws IOException {
        var head = new TreeMap<String, String>();
        var facts = new TreeMap<String, String>();
        var personal = new TreeMap<String, String>();
        Json.fields(json, (name, value) -> {
            switch (name) {
                case "facts" -> facts.putAll(Json.flat(value));
                case "personal" -> personal.putAll(Json.flat(value));
                default -> Json.scalar(head, name, value);
            }
        });
        return Acts.read(new Acts.Line(
                required(head, "id"),
                required(head, "what"),
                Instant.parse(required(head, "at")),
                required(head, "by"),
                facts,
                personal));
    }
}

package xingma.aws.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import xingma.complaint.Act;
import xingma.complaint.Acts;

/**
 * The acts of a case, each a line {@code {"id","what","at","by","facts":{…},"personal":{…}}}, all of them in gzip: sealed
 * envelopes are base64url, of which a quarter is air.
 */
public final class ActsJson {
    /** A case is far smaller; whatever unpacks to more is none of ours. */
    private static final int LARGEST = 2_000_000;

    private ActsJson() {}

    public static byte[] pack(List<Act> acts) {
        var packed = new ByteArrayOutputStream(4_096);
        try (var zip = new GZIPOutputStream(packed)) {
            for (var act : acts) {
                zip.write(write(act).getBytes(UTF_8));
                zip.write('\n');
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    public static List<Act> unpack(byte[] packed) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var text = zip.readNBytes(LARGEST + 1);
            if (text.length > LARGEST) {
                throw new IllegalStateException("the store holds a case that is too large to be one");
            }
            return new String(text, UTF_8).lines().map(ActsJson::read).toList();
        } catch (IOException broken) {
            throw new IllegalStateException("the store holds acts that cannot be unpacked");
        }
    }

    static String write(Act act) {
        var line = Acts.write(act);
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("id", line.id());
            json.writeStringField("what", line.what());
            json.writeStringField("at", line.at().toString());
            json.writeStringField("by", line.by());
            write(json, "facts", line.facts());
            write(json, "personal", line.personal());
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
                default -> {
                    if (value.currentToken().isScalarValue()) {
                        head.put(name, value.getValueAsString());
                    } else {
                        value.skipChildren();
                    }
                }
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

    private static void write(JsonGenerator json, String name, Map<String, String> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        for (var value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }
}

package xingma.aws.json;

import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xingma.evaluation.Proceeding;
import xingma.evaluation.ProceedingLine;
import xingma.evaluation.ProceedingLines;

/** The proceedings of an evaluation, each a line {@code {"id","what","at","by","facts":{…},"told":{…}}}, all in gzip. */
public final class ProceedingsJson {
    private ProceedingsJson() {}

    public static byte[] pack(List<Proceeding> all) {
        return Packed.pack(all.stream().map(ProceedingsJson::write).map(line -> line + '\n').collect(Collectors.joining()));
    }

    public static List<Proceeding> unpack(byte[] packed) {
        return Packed.unpack(packed).lines().map(ProceedingsJson::read).toList();
    }

    static String write(Proceeding proceeding) {
        var line = ProceedingLines.write(proceeding);
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("id", line.id());
            json.writeStringField("what", line.what());
            json.writeStringField("at", line.at().toString());
            json.writeStringField("by", line.by());
            Json.texts(json, "facts", line.facts());
            Json.texts(json, "told", line.told());
            json.writeEndObject();
        });
    }

    static Proceeding read(String text) {
        return Json.read(text, ProceedingsJson::read);
    }

    private static Proceeding read(JsonParser json) throws IOException {
        var head = new TreeMap<String, String>();
        var facts = new TreeMap<String, String>();
        var told = new TreeMap<String, String>();
        Json.fields(json, (name, value) -> {
            switch (name) {
                case "facts" -> facts.putAll(Json.flat(value));
                case "told" -> told.putAll(Json.flat(value));
                default -> Json.scalar(head, name, value);
            }
        });
        return ProceedingLines.read(new ProceedingLine(
                required(head, "id"),
                required(head, "what"),
                Instant.parse(required(head, "at")),
                required(head, "by"),
                facts,
                told));
    }
}

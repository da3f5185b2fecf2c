package xingma.aws.json;

import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.attachment.FileKind;
import xingma.attachment.Refusal;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.exhibit.ExhibitFolder.Entry;

/**
 * {@code {"entries":[{"file","clause","at"} and for a kept one "sha256","kind","bytes", for a refused one "refused"]}} in
 * gzip.
 */
public final class ExhibitFolderJson {
    private ExhibitFolderJson() {}

    public static byte[] pack(SortedMap<String, Entry> entries) {
        return Packed.pack(Json.text(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("entries");
            for (var entry : entries.entrySet()) {
                write(json, entry.getKey(), entry.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void write(JsonGenerator json, String file, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file);
        json.writeStringField("clause", entry.clause());
        json.writeStringField("at", entry.at().toString());
        switch (entry) {
            case Entry.Awaited awaited -> {}
            case Entry.Kept(var clause, var at, var exhibit) -> {
                json.writeStringField("sha256", exhibit.sha256());
                json.writeStringField("kind", exhibit.kind().name());
                json.writeNumberField("bytes", exhibit.bytes());
            }
            case Entry.Refused(var clause, var at, var reason) -> json.writeStringField("refused", reason.name());
        }
        json.writeEndObject();
    }

    public static SortedMap<String, Entry> unpack(byte[] packed) {
        return Json.read(Packed.unpack(packed), json -> {
            var entries = new TreeMap<String, Entry>();
            Json.fields(json, (name, value) -> {
                if (name.equals("entries")) {
                    Json.each(value, each -> {
                        var values = Json.flat(each);
                        entries.put(required(values, "file"), entry(values));
                    });
                } else {
                    value.skipChildren();
                }
            });
            return entries;
        });
    }

    private static Entry entry(Map<String, String> values) {
        var clause = required(values, "clause");
        var at = Instant.parse(required(values, "at"));
        if (values.containsKey("refused")) {
            return new Entry.Refused(clause, at, Refusal.valueOf(values.get("refused")));
        }
        if (!values.containsKey("sha256")) {
            return new Entry.Awaited(clause, at);
        }
        var kind = FileKind.valueOf(required(values, "kind"));
        var bytes = Integer.parseInt(required(values, "bytes"));
        return new Entry.Kept(clause, at, new Exhibit(values.get("sha256"), kind, bytes, Optional.empty()));
    }
}

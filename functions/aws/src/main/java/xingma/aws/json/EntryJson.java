package xingma.aws.json;

import static xingma.aws.json.Json.fields;
import static xingma.aws.json.Json.flat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.EnumMap;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.fact.Facts;
import xingma.fact.Section;
import xingma.institution.InstitutionId;
import xingma.registry.Entry;

/**
 * {@code {"id","kind","premises":{field:value},"credential":{key:{field:value}},"person":{…},"practice":{…}}}, a
 * section that holds nothing being absent.
 */
public final class EntryJson {
    private EntryJson() {}

    public static String write(Entry entry) {
        return Json.text(json -> write(json, entry));
    }

    public static Entry read(String text) {
        return Json.read(text, EntryJson::read);
    }

    static void write(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entry.id().value());
        json.writeStringField("kind", entry.kind());
        sections(json, entry);
        json.writeEndObject();
    }

    /** The sections as fields of an object that the caller has begun. */
    public static void sections(JsonGenerator json, Entry entry) throws IOException {
        facts(json, Section.PREMISES.word(), entry.premises());
        for (var section : entry.keyed().entrySet()) {
            json.writeObjectFieldStart(section.getKey().word());
            for (var thing : section.getValue().entrySet()) {
                facts(json, thing.getKey(), thing.getValue());
            }
            json.writeEndObject();
        }
    }

    private static void facts(JsonGenerator json, String name, Facts facts) throws IOException {
        json.writeObjectFieldStart(name);
        for (var fact : facts.values().entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
    }

    static Entry read(JsonParser json) throws IOException {
        var head = new TreeMap<String, String>();
        var premises = new TreeMap<String, String>();
        var keyed = new EnumMap<Section, SortedMap<String, Facts>>(Section.class);
        fields(json, (name, value) -> {
            switch (name) {
                case "id", "kind" -> head.put(name, value.getValueAsString());
                case "premises" -> premises.putAll(flat(value));
                case "credential" -> keyed.put(Section.CREDENTIAL, things(value));
                case "person" -> keyed.put(Section.PERSON, things(value));
                case "practice" -> keyed.put(Section.PRACTICE, things(value));
                default -> value.skipChildren();
            }
        });
        return new Entry(
                new InstitutionId(Json.required(head, "id")), Json.required(head, "kind"), new Facts(premises), keyed);
    }

    private static SortedMap<String, Facts> things(JsonParser json) throws IOException {
        var things = new TreeMap<String, Facts>();
        fields(json, (key, value) -> things.put(key, new Facts(flat(value))));
        return things;
    }
}

package xingma.aws.json;

import static xingma.aws.json.Json.fields;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.fact.Path;
import xingma.fact.Section;
import xingma.registry.Entry;
import xingma.registry.Provenance;
import xingma.registry.Published;

/**
 * {@code {"version","entry":{…},"since":{"premises":{field:version},"person":{key:{field:version}}},
 * "origins":{version:{…}}}}.
 * {@code since} has the entry's own shape, so that no key is written once per field.
 */
public final class PublishedJson {
    private PublishedJson() {}

    public static String write(Published published) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("version", published.version());
            json.writeFieldName("entry");
            EntryJson.write(json, published.entry());
            since(json, published.since());
            json.writeObjectFieldStart("origins");
            for (var origin : published.origins().entrySet()) {
                json.writeFieldName(Integer.toString(origin.getKey()));
                ProvenanceJson.write(json, origin.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    public static Published read(String text) {
        return Json.read(text, PublishedJson::read);
    }

    /** Paths come sorted by section, key and field: each object is begun once and ended once. */
    private static void since(JsonGenerator json, SortedMap<Path, Integer> since) throws IOException {
        json.writeObjectFieldStart("since");
        Path last = null;
        for (var fact : since.entrySet()) {
            var path = fact.getKey();
            var sameSection = last != null && last.section() == path.section();
            if (last != null && !(sameSection && last.key().equals(path.key()))) {
                json.writeEndObject();
                if (!sameSection && last.section() != Section.PREMISES) {
                    json.writeEndObject();
                }
            }
            if (!sameSection) {
                json.writeObjectFieldStart(path.section().word());
            }
            if (path.section() != Section.PREMISES && !(sameSection && last.key().equals(path.key()))) {
                json.writeObjectFieldStart(path.key());
            }
            json.writeNumberField(path.field(), fact.getValue());
            last = path;
        }
        if (last != null) {
            json.writeEndObject();
            if (last.section() != Section.PREMISES) {
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private static Published read(JsonParser json) throws IOException {
        var since = new TreeMap<Path, Integer>();
        var origins = new TreeMap<Integer, Provenance>();
        var found = new Object() {
            int version;
            Entry entry;
        };
        fields(json, (name, value) -> {
            switch (name) {
                case "version" -> found.version = value.getIntValue();
                case "entry" -> found.entry = EntryJson.read(value);
                case "since" -> fields(value, (word, section) ->
                        readSince(section, Section.valueOf(word.toUpperCase(Locale.ROOT)), since));
                case "origins" -> fields(value, (version, origin) ->
                        origins.put(Integer.valueOf(version), ProvenanceJson.read(origin)));
                default -> value.skipChildren();
            }
        });
        return new Published(found.entry, found.version, since, origins);
    }

    private static void readSince(JsonParser json, Section section, Map<Path, Integer> since) throws IOException {
        if (section == Section.PREMISES) {
            readVersions(json, section, "", since);
        } else {
            fields(json, (key, value) -> readVersions(value, section, key, since));
        }
    }

    private static void readVersions(JsonParser json, Section section, String key, Map<Path, Integer> since)
            throws IOException {
        fields(json, (field, value) -> since.put(new Path(section, key, field), value.getIntValue()));
    }
}

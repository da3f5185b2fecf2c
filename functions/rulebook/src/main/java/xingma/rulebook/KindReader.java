package xingma.rulebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import xingma.fact.Field;
import xingma.fact.FieldType;
import xingma.fact.Section;
import xingma.institution.Condition;
import xingma.institution.PremisesKind;

/**
 * Reads a premises kind's file token by token; what the schema does not know is refused. Plain loops, since a scan
 * after a cold start reads one kind and every lambda would be linked for that once.
 */
final class KindReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser json;

    private KindReader(JsonParser json) {
        this.json = json;
    }

    static List<String> index(InputStream in) throws IOException {
        try (var json = JSON.createParser(in)) {
            json.nextToken();
            return new KindReader(json).strings();
        }
    }

    static PremisesKind kind(InputStream in, String id) throws IOException {
        try (var json = JSON.createParser(in)) {
            json.nextToken();
            return new KindReader(json).kind(id);
        }
    }

    private PremisesKind kind(String id) throws IOException {
        var texts = new HashMap<String, String>();
        var conditions = new ArrayList<Condition>();
        var fields = new ArrayList<Field>();
        var words = new HashMap<String, Map<String, String>>();
        expect(JsonToken.START_OBJECT);
        while (hasMember()) {
            var name = json.currentName();
            switch (name) {
                case "id", "chinese", "english", "identifiedBy", "source", "date", "status" -> texts.put(name, text());
                case "conditions" -> {
                    expect(JsonToken.START_ARRAY);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        conditions.add(condition());
                    }
                }
                case "fields" -> {
                    expect(JsonToken.START_ARRAY);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        fields.add(field());
                    }
                }
                case "words" -> {
                    expect(JsonToken.START_OBJECT);
                    while (hasMember()) {
                        words.put(json.currentName(), texts());
                    }
                }
                default -> throw unknown(name);
            }
        }
        if (!id.equals(texts.get("id"))) {
            throw new IOException("the file of " + id + " defines " + texts.get("id"));
        }
        return new PremisesKind(
                id, texts.get("chinese"), texts.get("english"), fields, texts.get("identifiedBy"), conditions, words);
    }

    private Field field() throws IOException {
        var texts = new HashMap<String, String>();
        List<String> choices = List.of();
        var required = false;
        var shown = false;
        var longest = 0;
        expect(JsonToken.START_OBJECT);
        while (hasMember()) {
            var name = json.currentName();
            switch (name) {
                case "id", "section", "heading", "english", "type", "pattern", "example", "source", "status" ->
                    texts.put(name, text());
                case "required" -> required = json.getBooleanValue();
                case "shown" -> shown = json.getBooleanValue();
                case "longest" -> longest = json.getIntValue();
                case "choices" -> choices = strings();
                default -> throw unknown(name);
            }
        }
        var pattern = texts.get("pattern");
        return new Field(
                texts.get("id"),
                Section.valueOf(texts.get("section").toUpperCase(Locale.ROOT)),
                texts.get("heading"),
                texts.get("english"),
                FieldType.valueOf(texts.get("type")),
                required,
                longest,
                choices,
                pattern == null ? Optional.empty() : Optional.of(Pattern.compile(pattern)),
                shown,
                texts.getOrDefault("example", ""));
    }

    private Condition condition() throws IOException {
        var holds = "";
        var field = "";
        var every = false;
        var anyOf = new HashSet<String>();
        expect(JsonToken.START_OBJECT);
        while (hasMember()) {
            var name = json.currentName();
            switch (name) {
                case "holds" -> holds = text();
                case "field" -> field = text();
                case "every" -> every = json.getBooleanValue();
                case "anyOf" -> anyOf.addAll(strings());
                default -> throw unknown(name);
            }
        }
        return switch (holds) {
            case "credentialInForce" -> new Condition.CredentialInForce(every);
            case "lists" -> new Condition.Lists(field, anyOf);
            case "mayPractise" -> new Condition.MayPractise();
            default -> throw unknown(holds);
        };
    }

    private Map<String, String> texts() throws IOException {
        var texts = new HashMap<String, String>();
        expect(JsonToken.START_OBJECT);
        while (hasMember()) {
            texts.put(json.currentName(), text());
        }
        return Map.copyOf(texts);
    }

    private List<String> strings() throws IOException {
        var all = new ArrayList<String>();
        expect(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            all.add(text());
        }
        return List.copyOf(all);
    }

    /** Moves to the next member's value, if the object has one more. */
    private boolean hasMember() throws IOException {
        if (json.nextToken() == JsonToken.END_OBJECT) {
            return false;
        }
        json.nextToken();
        return true;
    }

    private String text() throws IOException {
        expect(JsonToken.VALUE_STRING);
        return json.getText();
    }

    private void expect(JsonToken token) throws IOException {
        if (json.currentToken() != token) {
            throw new IOException(token + " is expected at " + json.currentLocation());
        }
    }

    private IOException unknown(String name) {
        return new IOException("unknown: " + name + " at " + json.currentLocation());
    }
}

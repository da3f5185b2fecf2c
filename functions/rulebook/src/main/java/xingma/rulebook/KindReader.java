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
import java.util.Set;
import java.util.regex.Pattern;
import xingma.fact.Field;
import xingma.fact.FieldType;
import xingma.fact.Section;
import xingma.institution.Condition;
import xingma.institution.PremisesKind;

/** Reads a premises kind's file token by token; what the schema does not know is refused. */
final class KindReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser json;
    private final Map<String, String> texts = new HashMap<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Map<String, String>> words = new HashMap<>();

    private KindReader(JsonParser json) {
        this.json = json;
    }

    static List<String> index(InputStream in) throws IOException {
        try (var json = JSON.createParser(in)) {
            json.nextToken();
            return strings(json);
        }
    }

    static PremisesKind kind(InputStream in, String id) throws IOException {
        try (var json = JSON.createParser(in)) {
            return new KindReader(json).kind(id);
        }
    }

    private PremisesKind kind(String id) throws IOException {
        json.nextToken();
        members(name -> {
            switch (name) {
                case "id", "chinese", "english", "identifiedBy", "source", "date", "status" -> texts.put(name, text());
                case "conditions" -> each(this::condition);
                case "fields" -> each(this::field);
                case "words" -> members(key -> words.put(key, translations()));
                default -> throw unknown(name);
            }
        });
        if (!texts.get("id").equals(id)) {
            throw new IOException("the file of " + id + " defines " + texts.get("id"));
        }
        return new PremisesKind(
                id, texts.get("chinese"), texts.get("english"), fields, texts.get("identifiedBy"), conditions, words);
    }

    private void field() throws IOException {
        var written = new HashMap<String, String>();
        var flags = new HashSet<String>();
        var choices = new ArrayList<String>();
        var longest = new int[] {0};
        members(name -> {
            switch (name) {
                case "id", "section", "heading", "english", "type", "pattern", "example", "source", "status" ->
                    written.put(name, text());
                case "required", "shown" -> {
                    if (flag()) {
                        flags.add(name);
                    }
                }
                case "longest" -> longest[0] = json.getIntValue();
                case "choices" -> choices.addAll(strings(json));
                default -> throw unknown(name);
            }
        });
        fields.add(new Field(
                written.get("id"),
                Section.valueOf(written.get("section").toUpperCase(Locale.ROOT)),
                written.get("heading"),
                written.get("english"),
                FieldType.valueOf(written.get("type")),
                flags.contains("required"),
                longest[0],
                choices,
                Optional.ofNullable(written.get("pattern")).map(Pattern::compile),
                flags.contains("shown"),
                written.getOrDefault("example", "")));
    }

    private void condition() throws IOException {
        var written = new HashMap<String, String>();
        var anyOf = new HashSet<String>();
        var every = new boolean[] {false};
        members(name -> {
            switch (name) {
                case "holds", "field" -> written.put(name, text());
                case "every" -> every[0] = flag();
                case "anyOf" -> anyOf.addAll(strings(json));
                default -> throw unknown(name);
            }
        });
        conditions.add(switch (written.get("holds")) {
            case "credentialInForce" -> new Condition.CredentialInForce(every[0]);
            case "lists" -> new Condition.Lists(written.get("field"), Set.copyOf(anyOf));
            case "mayPractise" -> new Condition.MayPractise();
            default -> throw unknown(written.get("holds"));
        });
    }

    private Map<String, String> translations() throws IOException {
        var byLanguage = new HashMap<String, String>();
        members(language -> byLanguage.put(language, text()));
        return Map.copyOf(byLanguage);
    }

    /** Walks an object; the current token of each visit is the member's value. */
    private void members(Visit visit) throws IOException {
        expect(JsonToken.START_OBJECT);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            visit.member(name);
        }
    }

    private void each(Element element) throws IOException {
        expect(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    private static List<String> strings(JsonParser json) throws IOException {
        var all = new ArrayList<String>();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new IOException("a list is expected at " + json.currentLocation());
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            all.add(json.getText());
        }
        return List.copyOf(all);
    }

    private String text() throws IOException {
        expect(JsonToken.VALUE_STRING);
        return json.getText();
    }

    private boolean flag() throws IOException {
        return json.getBooleanValue();
    }

    private void expect(JsonToken token) throws IOException {
        if (json.currentToken() != token) {
            throw new IOException(token + " is expected at " + json.currentLocation());
        }
    }

    private IOException unknown(String name) {
        return new IOException("unknown: " + name + " at " + json.currentLocation());
    }

    @FunctionalInterface
    private interface Visit {
        void member(String name) throws IOException;
    }

    @FunctionalInterface
    private interface Element {
        void read() throws IOException;
    }
}

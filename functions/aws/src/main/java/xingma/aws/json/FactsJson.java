package xingma.aws.json;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The facts of a line of the trail: {@code {"name":"value",…}} in the order of their names. */
public final class FactsJson {
    private FactsJson() {}

    public static String write(SortedMap<String, String> facts) {
        return Json.text(json -> {
            json.writeStartObject();
            for (var fact : facts.entrySet()) {
                json.writeStringField(fact.getKey(), fact.getValue());
            }
            json.writeEndObject();
        });
    }

    public static SortedMap<String, String> read(String text) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(Json.read(text, Json::flat)));
    }
}

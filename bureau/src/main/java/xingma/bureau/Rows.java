package xingma.bureau;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the service answers, as rows of a table. */
final class Rows {
    private Rows() {}

    static List<String> heads(Words words, String... keys) {
        return Stream.of(keys).map(key -> words.say("head." + key)).toList();
    }

    static List<List<String>> of(Iterable<JsonNode> items, Row row) {
        var rows = new ArrayList<List<String>>();
        items.forEach(item -> rows.add(row.of(item)));
        return rows;
    }

    /** Empty text where there is nothing. */
    static String text(JsonNode node, String field) {
        return node.path(field).isNull() ? "" : node.path(field).asText();
    }

    /** An officer's name as the answer tells it, or the id. */
    static String name(JsonNode answer, String id) {
        return answer.path("names").path(id).asText(id);
    }

    @FunctionalInterface
    interface Row {
        List<String> of(JsonNode item);
    }
}

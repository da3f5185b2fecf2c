package xingma.rulebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody wrote into a JSON file, with the line where it stands. Nothing is made fit: a number with a decimal point
 * stays one, and a name that is given twice is known as such.
 */
sealed interface Written {
    int line();

    record Text(int line, String text) implements Written {}

    record Whole(int line, int number) implements Written {}

    record Flag(int line, boolean isSet) implements Written {}

    /** {@code null}. */
    record Nothing(int line) implements Written {}

    /** A number that is not whole, or far too large. */
    record OddNumber(int line, String text) implements Written {}

    record Items(int line, List<Written> items) implements Written {}

    /** @param twice names that were given more than once, with the line of the second */
    record Members(int line, Map<String, Written> members, Map<String, Integer> twice) implements Written {}

    JsonFactory JSON = new JsonFactory();

    int LONGEST_NUMBER = 9;

    /** @throws BadStandard when it is not JSON at all */
    static Written read(InputStream in, String file) throws IOException {
        try (var json = JSON.createParser(in)) {
            if (json.nextToken() == null) {
                throw new BadStandard(file, List.of(new Flaw("", 1, "文件是空的", "the file is empty")));
            }
            var whole = value(json);
            if (json.nextToken() != null) {
                var line = json.currentTokenLocation().getLineNr();
                throw new BadStandard(file, List.of(new Flaw(
                        "", line, "最后一个“}”之后还有内容，请删去", "there is more after the last }; delete it")));
            }
            return whole;
        } catch (JsonProcessingException broken) {
            var line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new BadStandard(file, List.of(new Flaw(
                    "",
                    line,
                    "这里不是合格的JSON，多半是前面少了逗号、引号或括号，请从这一行往上看",
                    "no JSON here; mostly a comma, quote or bracket is missing before: " + broken.getOriginalMessage())));
        }
    }

    private static Written value(JsonParser json) throws IOException {
        var line = json.currentTokenLocation().getLineNr();
        return switch (json.currentToken()) {
            case VALUE_STRING -> new Text(line, json.getText());
            case VALUE_TRUE -> new Flag(line, true);
            case VALUE_FALSE -> new Flag(line, false);
            case VALUE_NULL -> new Nothing(line);
            case VALUE_NUMBER_INT -> json.getTextLength() > LONGEST_NUMBER
                    ? new OddNumber(line, json.getText())
                    : new Whole(line, json.getIntValue());
            case VALUE_NUMBER_FLOAT -> new OddNumber(line, json.getText());
            case START_ARRAY -> {
                var items = new ArrayList<Written>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(json));
                }
                yield new Items(line, items);
            }
            case START_OBJECT -> members(json, line);
            default -> throw new IOException("no value: " + json.currentToken());
        };
    }

    private static Members members(JsonParser json, int line) throws IOException {
        var members = new LinkedHashMap<String, Written>();
        var twice = new LinkedHashMap<String, Integer>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            var at = json.currentTokenLocation().getLineNr();
            json.nextToken();
            if (members.put(name, value(json)) != null) {
                twice.putIfAbsent(name, at);
            }
        }
        return new Members(line, members, twice);
    }

    /** As it would be quoted back. */
    default String quoted() {
        return switch (this) {
            case Text(var line, var text) -> '"' + text + '"';
            case Whole(var line, var number) -> "" + number;
            case Flag(var line, var isSet) -> "" + isSet;
            case Nothing n -> "null";
            case OddNumber(var line, var text) -> text;
            case Items i -> "[…]";
            case Members m -> "{…}";
        };
    }
}

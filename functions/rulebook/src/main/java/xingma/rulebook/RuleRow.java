package xingma.rulebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a rule's file, read token by token, and what it says under each name. Whatever is missing, misspelt or
 * unknown is refused with the file, the line, what is wrong and what would be right. Plain loops and casts, since
 * functions read these files after a cold start, which would link every lambda and every switch over types for that once.
 */
final class RuleRow {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final int line;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    private RuleRow(String file, int line) {
        this.file = file;
        this.line = line;
    }

    /** The items of a file {@code {"note": "…", "items": [{…}, …]}}. */
    static List<RuleRow> all(InputStream in, String file) throws IOException {
        var whole = one(in, file);
        whole.text("note");
        var items = whole.rows("items");
        whole.end();
        return items;
    }

    /** A file that is one object. */
    static RuleRow one(InputStream in, String file) throws IOException {
        try (var json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BadRule(file, 1, "文件应以“{”开头", "the file begins with {");
            }
            return object(json, file);
        } catch (JsonProcessingException broken) {
            throw new BadRule(
                    file,
                    broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(),
                    "不是合格的JSON（多半是少了逗号或引号，或同一项写了两次）",
                    broken.getOriginalMessage());
        }
    }

    String text(String name) {
        return given(name, maybeText(name));
    }

    Optional<String> maybeText(String name) {
        var text = value(name, String.class, "要写成文字，加引号", "is a text in quotes");
        if (text.isPresent() && text.get().isBlank()) {
            throw wrong("“" + name + "”是空的", name + " is empty");
        }
        return text;
    }

    int number(String name) {
        return given(name, maybeNumber(name));
    }

    Optional<Integer> maybeNumber(String name) {
        return value(name, Integer.class, "要写成整数，不加引号", "is a whole number without quotes");
    }

    boolean flag(String name) {
        return given(name, value(name, Boolean.class, "要写true或false", "is true or false"));
    }

    LocalDate day(String name) {
        return day(name, text(name));
    }

    Optional<LocalDate> maybeDay(String name) {
        var text = maybeText(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(day(name, text.get()));
    }

    /** One word of a fixed set. */
    <E extends Enum<E>> E word(String name, Class<E> set) {
        return word(name, text(name), set);
    }

    <E extends Enum<E>> List<E> words(String name, Class<E> set) {
        var words = new ArrayList<E>();
        for (var text : texts(name)) {
            words.add(word(name, text, set));
        }
        return words;
    }

    /** None where the name is absent. */
    List<String> texts(String name) {
        return list(name, String.class, "要加引号", "is a text in quotes");
    }

    /** None where the name is absent. */
    List<RuleRow> rows(String name) {
        return list(name, RuleRow.class, "要写在{}里", "is an object");
    }

    Optional<RuleRow> maybeRow(String name) {
        return value(name, RuleRow.class, "要写在{}里", "is an object");
    }

    /** Whether the name is there, if only to say null. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Where the row comes from, which every row says; and that nothing is left unread. */
    void sourced() {
        text("source");
        day("date");
        text("status");
        end();
    }

    /** Refuses names that nobody asked for: a misspelt one would otherwise be silently without effect. */
    void end() {
        for (var name : values.keySet()) {
            if (!read.contains(name)) {
                throw wrong("不认识“" + name + "”这一项", name + " is not known here");
            }
        }
    }

    BadRule wrong(String chinese, String english) {
        return new BadRule(file, line, chinese, english);
    }

    private <T> Optional<T> value(String name, Class<T> type, String chinese, String english) {
        read.add(name);
        var value = values.get(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong("“" + name + "”" + chinese, name + ' ' + english);
        }
        return Optional.ofNullable(type.cast(value));
    }

    private <T> T given(String name, Optional<T> value) {
        if (value.isEmpty()) {
            throw wrong("缺少“" + name + "”", name + " is missing");
        }
        return value.get();
    }

    private <T> List<T> list(String name, Class<T> type, String chinese, String english) {
        var items = value(name, List.class, "要写在[]里", "is a list in [ ]");
        var list = new ArrayList<T>();
        if (items.isPresent()) {
            for (var item : items.get()) {
                if (!type.isInstance(item)) {
                    throw wrong("“" + name + "”里每一项都" + chinese, "each item of " + name + ' ' + english);
                }
                list.add(type.cast(item));
            }
        }
        return list;
    }

    private <E extends Enum<E>> E word(String name, String text, Class<E> set) {
        for (var word : set.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        var known = new ArrayList<String>();
        for (var word : set.getEnumConstants()) {
            known.add(word.name());
        }
        var all = String.join("、", known);
        throw wrong(
                "“" + name + "”不能写“" + text + "”，只能是" + all,
                name + " is one of " + String.join(", ", known) + ", not " + text);
    }

    private LocalDate day(String name, String text) {
        var day = Days.read(text);
        if (day.isEmpty()) {
            throw wrong(
                    "“" + name + "”里的“" + text + "”不是日期，应写成2026-10-01这样",
                    name + ": " + text + " is no day such as 2026-10-01");
        }
        return day.get();
    }

    private static RuleRow object(JsonParser json, String file) throws IOException {
        var row = new RuleRow(file, json.currentTokenLocation().getLineNr());
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            row.values.put(name, value(json, file));
        }
        return row;
    }

    private static Object value(JsonParser json, String file) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> json.getIntValue();
            case START_OBJECT -> object(json, file);
            case START_ARRAY -> {
                var items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(json, file));
                }
                yield items;
            }
            default -> throw new BadRule(
                    file,
                    json.currentTokenLocation().getLineNr(),
                    "“" + json.getText() + "”不能这样写，数字要写成整数",
                    json.getText() + " cannot be read; numbers are whole");
        };
    }
}

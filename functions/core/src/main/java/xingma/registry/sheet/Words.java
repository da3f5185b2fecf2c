package xingma.registry.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words in which the import speaks to officers, one file per language beside this class. */
public final class Words {
    public static final Words CHINESE = new Words("words.zh.properties");
    public static final Words ENGLISH = new Words("words.en.properties");

    private final Properties texts = new Properties();
    /** Asked for at every cell; only keys of the file are remembered. */
    private final Map<String, List<String>> lists = new ConcurrentHashMap<>();

    private Words(String file) {
        try (var in = new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A text with {0}, {1} … filled in. */
    public String say(String key, Object... telling) {
        return fill(find(key).orElseThrow(() -> new IllegalArgumentException("no words for " + key)), List.of(telling));
    }

    /** The words for one field, or those for every field. */
    String say(String key, String field, List<String> telling) {
        return fill(find(key + '@' + field).orElseGet(() -> say(key, new Object[0])), telling);
    }

    /** Several texts of equal worth, the first the usual one. */
    List<String> list(String key) {
        if (!texts.containsKey(key)) {
            return List.of();
        }
        return lists.computeIfAbsent(key, k -> find(k).map(t -> List.of(t.split("\\|"))).orElse(List.of()));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    private static String fill(String text, List<?> telling) {
        var filled = text;
        for (var i = 0; i < telling.size(); i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(telling.get(i)));
        }
        return filled;
    }
}

package xingma.bureau;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/** What the command line says, in Chinese or English. */
final class Words {
    private final Properties sentences = new Properties();
    private final Language language;

    Words(Language language) {
        this.language = language;
        var name = "words." + language + ".properties";
        try (var in = new InputStreamReader(Words.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            sentences.load(in);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** The languages of {@code --lang}; named as BCP 47 does. */
    enum Language {
        zh,
        en
    }

    Language language() {
        return language;
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    /** A sentence with its {0}, {1} … filled. */
    String say(String key, Object... arguments) {
        var sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        for (var i = 0; i < arguments.length; i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return sentence;
    }
}

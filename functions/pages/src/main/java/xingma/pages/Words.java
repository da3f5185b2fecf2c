package xingma.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** What the pages say, in one language: reviewed sentences from {@code words_<tag>.properties}, and of
 * complaints and stars from files of their own. */
final class Words {
    private static final Map<Language, Words> READ = new ConcurrentHashMap<>(new EnumMap<>(Language.class));
    private static final Map<Language, Words> OF_COMPLAINTS = new ConcurrentHashMap<>(new EnumMap<>(Language.class));
    private static final Map<Language, Words> OF_STARS = new ConcurrentHashMap<>(new EnumMap<>(Language.class));

    private final Language language;
    private final Properties sentences;

    private Words(Language language, Properties sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    static Words in(Language language) {
        return READ.computeIfAbsent(language, l -> new Words(l, read("words", l)));
    }

    /** The same and what is said about complaints, in files of their own: a scan never reads them. */
    static Words ofComplaints(Language language) {
        return OF_COMPLAINTS.computeIfAbsent(language, l -> with("complaint", l));
    }

    /** The same and what is said about stars. */
    static Words ofStars(Language language) {
        return OF_STARS.computeIfAbsent(language, l -> with("star", l));
    }

    private static Words with(String more, Language language) {
        var both = new Properties();
        both.putAll(in(language).sentences);
        both.putAll(read(more, language));
        return new Words(language, both);
    }

    Language language() {
        return language;
    }

    /** All keys, for the test that compares the languages. */
    List<String> keys() {
        return sentences.stringPropertyNames().stream().sorted().toList();
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(sentences.getProperty(key));
    }

    /** A sentence with its {0}, {1} … filled. */
    String say(String key, Object... arguments) {
        return fill(pattern(key), arguments);
    }

    static String fill(String pattern, Object... arguments) {
        var sentence = pattern;
        for (var i = 0; i < arguments.length; i++) {
            sentence = sentence.replace("{" + i + "}", arguments[i].toString());
        }
        return sentence;
    }

    /** A sentence with pieces of a page in its places, such as a name in its own language. */
    Html html(String key, Html... arguments) {
        return pieces(pattern(key), arguments);
    }

    static Html pieces(String pattern, Html... arguments) {
        var pieces = new ArrayList<Html>();
        var rest = pattern;
        while (!rest.isEmpty()) {
            var at = rest.indexOf('{');
            if (at < 0 || at + 2 >= rest.length() || rest.charAt(at + 2) != '}') {
                pieces.add(Html.text(rest));
                break;
            }
            if (at > 0) {
                pieces.add(Html.text(rest.substring(0, at)));
            }
            pieces.add(arguments[rest.charAt(at + 1) - '0']);
            rest = rest.substring(at + 3);
        }
        return Html.all(pieces);
    }

    private String pattern(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no words for " + key));
    }

    private static Properties read(String file, Language language) {
        try (var in = Words.class.getResourceAsStream(file + '_' + language.tag() + ".properties");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var sentences = new Properties();
            sentences.load(reader);
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

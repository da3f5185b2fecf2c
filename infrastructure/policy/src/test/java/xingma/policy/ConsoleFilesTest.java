package xingma.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What nobody compiles must still hold together: the console's modules, words and policy. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsoleFilesTest {
    private static final Path WEB = House.ROOT.resolve("web");
    private static final Pattern WORD = Pattern.compile("(?m)^ {2}'([^']+)': '(.*)',$");
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SAID = Pattern.compile("\\bt\\('([^']+)'");
    private static final Pattern IMPORTED = Pattern.compile("(?:from|import)\\s*\\(?\\s*'(\\.[^']+)'");
    private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/[^\"#]+)");
    private static final Pattern UNSAFE = Pattern.compile(
            "\\.innerHTML|\\.outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|\\.style\\b|\\sstyle=|\\son\\w+=\"");

    @Test
    void both_languages_say_the_same_things() {
        var chinese = words("zh");
        var english = words("en");
        assertFalse(chinese.isEmpty());
        assertEquals(holes(chinese), holes(english));
    }

    @Test
    void every_word_that_a_room_says_is_written_down() {
        var written = words("zh").keySet();
        var missing = new TreeSet<String>();
        modules().forEach(module -> SAID.matcher(text(module)).results()
                .map(found -> found.group(1))
                .filter(key -> !written.contains(key))
                .forEach(missing::add));
        assertEquals(new TreeSet<String>(), missing);
    }

    @Test
    void every_module_and_file_that_is_asked_for_exists() {
        var imported = modules().stream().flatMap(module ->
                IMPORTED.matcher(text(module)).results().map(found -> module.getParent().resolve(found.group(1)).normalize()));
        var linked = LINKED.matcher(text(WEB.resolve("index.html"))).results().map(found -> WEB.resolve(found.group(1).substring(1)));
        assertEquals(List.of(), Stream.concat(imported, linked)
                .filter(file -> !Files.isRegularFile(file))
                .map(file -> WEB.relativize(file).toString())
                .toList());
    }

    @Test
    void nothing_needs_what_the_security_policy_forbids() {
        assertEquals(List.of(), Stream.concat(modules().stream(), Stream.of(WEB.resolve("index.html")))
                .filter(file -> UNSAFE.matcher(text(file)).find())
                .map(file -> WEB.relativize(file).toString())
                .toList());
    }

    /** Each key with the names of the holes in its text. */
    private static Map<String, TreeSet<String>> holes(Map<String, String> words) {
        var holes = new TreeMap<String, TreeSet<String>>();
        words.forEach((key, text) -> holes.put(
                key, HOLE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new))));
        return holes;
    }

    /** Of every room, those that are read later among them; a key stands in one file. */
    private static Map<String, String> words(String language) {
        return modules().stream()
                .filter(module -> module.startsWith(WEB.resolve("words")) && module.getFileName().toString().startsWith(language))
                .flatMap(module -> WORD.matcher(text(module)).results())
                .collect(Collectors.toMap(found -> found.group(1), (MatchResult found) -> found.group(2)));
    }

    private static List<Path> modules() {
        try (var files = Files.walk(WEB)) {
            return files.filter(file -> file.toString().endsWith(".js") && !file.startsWith(WEB.resolve("vendor")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

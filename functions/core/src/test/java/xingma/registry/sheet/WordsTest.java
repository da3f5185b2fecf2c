package xingma.registry.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class WordsTest {
    private static final Pattern TOLD = Pattern.compile("\\{(\\d)}");

    @Test
    void every_finding_has_its_fact_its_mend_and_its_english() {
        var codes = new TreeSet<String>();
        for (var key : Words.CHINESE.keys()) {
            if (key.endsWith(".what")) {
                codes.add(key.substring(0, key.length() - ".what".length()));
            }
        }
        assertTrue(codes.size() > 40);
        for (var code : codes) {
            assertTrue(Words.CHINESE.find(code + ".mend").isPresent(), code);
            assertTrue(Words.ENGLISH.find(code).isPresent(), code);
        }
    }

    @Test
    void both_languages_name_nothing_that_the_other_does_not_know() {
        for (var key : Words.ENGLISH.keys()) {
            var at = key.indexOf('@');
            var code = at < 0 ? key : key.substring(0, at);
            assertTrue(
                    Words.CHINESE.find(key).isPresent() || Words.CHINESE.find(code + ".what").isPresent(), key);
            assertEquals("", Words.ENGLISH.find(key).orElseThrow().replaceAll("[^!！]", ""), key);
        }
        for (var effect : Effect.values()) {
            assertTrue(effect.in(Words.CHINESE).length() > 2 && effect.in(Words.ENGLISH).length() > 2);
        }
        assertTrue(TOLD.matcher(Words.CHINESE.find("source").orElseThrow()).find());
    }
}

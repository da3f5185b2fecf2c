package xingma.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class WordsTest {
    private static final Words CHINESE = Words.in(Language.SIMPLIFIED);

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_sentence_exists_in_every_language(Language language) {
        assertEquals(CHINESE.keys(), Words.in(language).keys());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_place_in_a_sentence_is_lost_in_translation(Language language) {
        for (var key : CHINESE.keys()) {
            assertEquals(places(CHINESE, key), places(Words.in(language), key), key);
            assertFalse(Words.in(language).find(key).orElseThrow().isBlank(), key);
        }
    }

    @Test
    void traditional_sentences_hold_no_simplified_characters() {
        var simplified = Pattern.compile("[们这码医疗师证护执业请给诊备单图报检举过两级术项会还没来时间东车门开关长见页风现关键签发应与从间]");
        var words = Words.in(Language.TRADITIONAL);
        words.keys().stream()
                // These two quote the catalogue as it is.
                .filter(key -> !key.equals("procedure.label") && !key.equals("procedure.source"))
                .forEach(key -> assertFalse(simplified.matcher(words.find(key).orElseThrow()).find(), key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh-CN,zh;q=0.9,en;q=0.8 | SIMPLIFIED",
        "zh-TW,zh;q=0.9 | TRADITIONAL",
        "zh-Hant-HK | TRADITIONAL",
        "zh-Hans-TW | SIMPLIFIED",
        "en-US,en;q=0.9,zh-CN;q=0.8 | ENGLISH",
        "ja | JAPANESE",
        "ko-KR,ko;q=0.9 | KOREAN",
        "fr-FR,fr;q=0.9 | ENGLISH",
        "fr-FR,ja;q=0.5,zh;q=0.9 | SIMPLIFIED",
        "en;q=0,ko | KOREAN",
        "* | SIMPLIFIED",
        ";;q=,, | ENGLISH",
        "'' | SIMPLIFIED"
    })
    void the_reader_is_answered_in_a_language_they_asked_for(String accepted, Language language) {
        assertEquals(language, Language.choose(Optional.empty(), Optional.of(accepted)));
    }

    @Test
    void a_link_outweighs_the_browser_and_nonsense_outweighs_nothing() {
        assertEquals(Language.JAPANESE, Language.choose(Optional.of("ja"), Optional.of("en")));
        assertEquals(Language.ENGLISH, Language.choose(Optional.of("klingon"), Optional.of("en")));
        assertEquals(Language.SIMPLIFIED, Language.choose(Optional.empty(), Optional.empty()));
    }

    private static List<String> places(Words words, String key) {
        return Pattern.compile("\\{[0-9]}").matcher(words.find(key).orElseThrow()).results().map(r -> r.group())
                .sorted().distinct().toList();
    }
}

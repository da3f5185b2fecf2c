package xingma.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.rulebook.ComplaintBook;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class PrivacyNoticeTest {
    private static final String VERSION = PrivacyNotice.version(ComplaintBook.standard().retention());

    @Test
    void words_that_change_are_a_new_wording() throws NoSuchAlgorithmException {
        var all = new StringBuilder();
        for (var language : Language.values()) {
            var words = Words.ofComplaints(language);
            words.keys().stream()
                    .filter(k -> k.startsWith("notice.") || k.startsWith("photo.consent"))
                    .forEach(k -> all.append(k).append('=').append(words.find(k).orElseThrow()).append('\n'));
        }
        var digest = MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));

        assertEquals(
                Optional.of(HexFormat.of().formatHex(digest)),
                PrivacyNotice.digest(PrivacyNotice.wording()),
                "the words of the notice are others now: add a line with today's date to notices.properties");
    }

    @Test
    void a_version_names_the_wording_and_the_periods_that_stood_in_it() {
        assertEquals("2026-11-22;contact=90d;words=36m;evidence=12m", VERSION);
        assertEquals(Optional.of(VERSION), PrivacyNotice.shown(VERSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-22;", "1999-01-01", "2026-11-22;contact=90", "2026-11-22 or so", "x"})
    void what_never_was_a_version_is_none(String said) {
        assertEquals(Optional.empty(), PrivacyNotice.shown(said));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void it_stands_above_the_button_and_nothing_is_ticked(Language language) {
        var page = Cases.FORMS.form(Cases.form(Map.of()), Cases.view(language)).html();

        var notice = page.indexOf("id=\"notice\"");
        assertTrue(notice > page.indexOf("name=\"phone\"") && notice < page.indexOf("id=\"send\""));
        assertTrue(page.contains("name=\"notice\" value=\"" + VERSION + "\""));
        assertFalse(page.contains("type=\"checkbox\""));
        for (var period : new String[] {"90", "12", "36"}) {
            assertTrue(page.substring(notice).contains(period), period);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_photo_asks_for_a_consent_of_its_own_that_the_store_is_not_sent(Language language) {
        var page = Cases.all(language).get("receipt").html();

        var ticks = Read.of(page).tags().stream().filter(t -> t.contains("type=\"checkbox\"")).toList();
        assertEquals(page.split("type=\"file\"", -1).length - 1, ticks.size());
        ticks.forEach(t -> assertTrue(t.contains(" required") && !t.contains(" name="), t));
    }
}

package xingma.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.fact.Facts;
import xingma.practitioner.Practitioner;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class PeopleSheetTest {
    @Test
    void there_is_no_sheet_without_a_photo_that_may_be_shown() {
        assertEquals(Optional.empty(), PeopleSheet.of(List.of()));
        assertEquals(Optional.empty(), PeopleSheet.of(
                List.of(new Practitioner("110990102000417", new Facts(Map.of("photo", "a"))))));
    }

    @Test
    void whoever_left_is_taken_off_the_sheet() {
        var left = new Practitioner(
                "110990102000417",
                new Facts(Map.of("photo", "a", "photoConsentOn", "2026-01-01", "leftOn", "2026-05-01")));
        assertEquals(Optional.empty(), PeopleSheet.of(List.of(left)));
    }

    @Test
    void the_address_follows_from_the_photos_alone_whatever_their_order() {
        var one = consented("110990102000417", "a");
        var two = consented("110990102002290", "b");
        assertEquals(PeopleSheet.of(List.of(one, two)), PeopleSheet.of(List.of(two, one)));
        var key = PeopleSheet.of(List.of(one, two)).orElseThrow().key();
        assertTrue(key.matches("people/[0-9a-f]{32}\\.svg"), key);
        assertNotEquals(key, PeopleSheet.of(List.of(one, consented("110990102002290", "c"))).orElseThrow().key());
        assertFalse(key.contains("0417"));
    }

    @Test
    void the_photos_lie_one_below_the_other() {
        var sheet = PeopleSheet.of(List.of(consented("1", "a"), consented("2", "b"))).orElseThrow();
        var svg = sheet.compose(key -> key.getBytes(StandardCharsets.UTF_8));
        assertTrue(svg.startsWith("<svg xmlns=") && svg.contains("width=\"52\" height=\"128\""), svg);
        assertTrue(svg.contains("<image y=\"64\"") && svg.contains(
                "base64," + Base64.getEncoder().encodeToString(new byte[] {'b'})), svg);
        assertEquals(Optional.of(1), sheet.indexOf("2"));
    }

    private static Practitioner consented(String code, String photo) {
        return new Practitioner(code, new Facts(Map.of("photo", photo, "photoConsentOn", "2026-01-01")));
    }
}

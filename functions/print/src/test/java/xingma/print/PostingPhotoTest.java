package xingma.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.http.Refused;
import xingma.picture.Picture;
import xingma.registry.Some;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostingPhotoTest {
    @Test
    void nothing_is_left_of_where_and_with_what_it_was_taken() {
        var kept = new String(PostingPhoto.of(Jpeg.photo("GPS 31.23,121.47")).jpeg(), StandardCharsets.ISO_8859_1);

        assertFalse(kept.contains("GPS"));
        assertFalse(kept.contains("Exif"));
        assertTrue(kept.contains("JFIF") && kept.contains("tables") && kept.contains("codes") && kept.contains("picture"));
    }

    @Test
    void what_hangs_on_behind_the_end_is_left_out() {
        var photo = Jpeg.photo("x");
        var longer = Arrays.copyOf(photo, photo.length + 1000);

        assertArrayEquals(PostingPhoto.of(photo).jpeg(), PostingPhoto.of(longer).jpeg());
    }

    @Test
    void a_clean_photo_stays_as_it_is() {
        var once = PostingPhoto.of(Jpeg.photo("x")).jpeg();

        assertArrayEquals(once, PostingPhoto.of(once).jpeg());
    }

    @Test
    void a_progressive_photo_has_several_scans() {
        var photo = Jpeg.begun().frame(0xC2, 200, 200).scan("first").segment(0xC4, Jpeg.CODES).scan("second").ended();

        assertArrayEquals(photo, PostingPhoto.of(photo).jpeg());
    }

    @Test
    void a_photo_in_another_format_is_refused() throws IOException {
        try (var png = Picture.class.getResourceAsStream("grey.png")) {
            refused("photo.malformed", png.readAllBytes());
        }
    }

    @Test
    void what_is_no_whole_photo_is_refused() {
        refused("photo.malformed", new byte[0]);
        refused("photo.malformed", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        refused("photo.malformed", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9});
        refused("photo.malformed", Jpeg.begun().frame(0xC0, 200, 200).scan("cut short").cutShort());
        refused("photo.malformed", Jpeg.begun().scan("no frame").ended());
        refused("photo.malformed", Jpeg.begun().frame(0xC0, 200, 200).ended());
        refused("photo.malformed", Jpeg.begun().frame(0xC3, 200, 200).scan("lossless").ended());
        refused("photo.malformed", Jpeg.begun().bytes("text where a marker should be").ended());
        refused("photo.size", Jpeg.begun().frame(0xC0, 60_000, 60_000).scan("bomb").ended());
        refused("photo.size", Jpeg.begun().frame(0xC0, 1, 1).scan("dot").ended());
    }

    @Test
    void a_damaged_photo_is_refused_and_never_more() {
        var random = new Random(7);
        var whole = Jpeg.photo("x");
        for (var i = 0; i < 5_000; i++) {
            var damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                PostingPhoto.of(damaged);
            } catch (Refused expected) {
                assertTrue(expected.problem().code().startsWith("photo."));
            }
        }
    }

    @Test
    void what_is_too_large_or_no_base64_is_refused_before_it_is_read() {
        var tooLarge = Base64.getEncoder().encodeToString(new byte[PostingPhoto.LARGEST + 1]);

        assertEquals(413, assertThrows(Refused.class, () -> PostingPhoto.read(tooLarge)).problem().status());
        assertEquals(
                "photo.malformed", assertThrows(Refused.class, () -> PostingPhoto.read("::::")).problem().code());
    }

    @Test
    void the_same_photo_lies_in_one_place_and_another_elsewhere() {
        var key = PostingPhoto.of(Jpeg.photo("here")).keyFor(Some.CODE);

        assertEquals(key, PostingPhoto.of(Jpeg.photo("there")).keyFor(Some.CODE));
        assertNotEquals(
                key, PostingPhoto.of(Jpeg.begun().frame(0xC0, 200, 200).scan("x").ended()).keyFor(Some.CODE));
        assertTrue(key.matches("postings/" + Some.CODE + "/[0-9a-f]{32}[.]jpg"));
    }

    private static void refused(String code, byte[] file) {
        assertEquals(code, assertThrows(Refused.class, () -> PostingPhoto.of(file)).problem().code());
    }
}

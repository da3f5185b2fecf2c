package xingma.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PictureTest {
    static byte[] file(String name) {
        try (var in = PictureTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What another reader finds in a file. */
    private static Metadata found(byte[] file) {
        try {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
        } catch (ImageProcessingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static int orientation(byte[] file) {
        return Optional.ofNullable(found(file).getFirstDirectoryOfType(ExifIFD0Directory.class))
                .map(exif -> exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                .orElse(1);
    }

    @ParameterizedTest
    @CsvSource({
        "turned-1.jpg, JPEG, 24, 16, 1",
        "turned-6.jpg, JPEG, 24, 16, 6",
        "progressive.jpg, JPEG, 24, 16, 3",
        "grey.jpg, JPEG, 24, 16, 1",
        "four-colours.jpg, JPEG, 24, 16, 8",
        "see-through.png, PNG, 24, 16, 6",
        "palette.png, PNG, 24, 16, 1",
        "grey.png, PNG, 24, 16, 1",
        "lossy.webp, WEBP, 24, 16, 6",
        "see-through.webp, WEBP, 24, 16, 1",
        "lossless.webp, WEBP, 24, 16, 3",
        "plain.webp, WEBP, 24, 16, 1"
    })
    void a_picture_keeps_its_size_and_which_way_is_up(
            String name, Picture.Format format, int width, int height, int up) {
        var picture = Picture.clean(file(name));

        assertEquals(format, picture.format());
        assertEquals(width, picture.width());
        assertEquals(height, picture.height());
        assertEquals(up, orientation(picture.bytes()));
        assertArrayEquals(picture.bytes(), Picture.clean(picture.bytes()).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "turned-1.jpg", "turned-6.jpg", "progressive.jpg", "four-colours.jpg", "see-through.png", "grey.png",
        "lossy.webp", "see-through.webp", "lossless.webp"
    })
    void nothing_is_left_of_where_when_and_with_what_it_was_taken(String name) {
        var before = file(name);
        assertTrue(text(before).contains("TRACE"));
        var place = found(before).getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation();
        assertEquals(31.2304, place.getLatitude(), 1e-4);

        var after = Picture.clean(before).bytes();

        assertFalse(text(after).contains("TRACE"));
        assertFalse(text(after).contains("2026:11:20"));
        var names = new TreeSet<String>();
        for (var directory : found(after).getDirectories()) {
            names.add(directory.getName());
            if (directory instanceof ExifIFD0Directory exif) {
                assertEquals(1, exif.getTagCount());
                assertTrue(exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION));
            }
        }
        names.removeAll(Set.of(
                "JPEG", "JFIF", "Adobe JPEG", "Huffman", "Exif IFD0", "File Type", "PNG-IHDR", "WebP"));
        assertEquals(Set.of(), names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"turned-6.jpg", "progressive.jpg", "four-colours.jpg"})
    void the_data_of_a_photo_are_copied_as_they_are(String name) {
        var before = text(file(name));
        var frame = before.indexOf(name.startsWith("progressive") ? "\u00FF\u00C2" : "\u00FF\u00C0");

        assertTrue(text(Picture.clean(file(name)).bytes()).endsWith(before.substring(frame)));
    }

    @Test
    void the_colours_of_a_palette_and_what_is_see_through_stay() {
        var kept = text(Picture.clean(file("palette.png")).bytes());
        assertTrue(kept.contains("PLTE") && kept.contains("tRNS"));
        assertTrue(text(Picture.clean(file("see-through.webp")).bytes()).contains("ALPH"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"turned-6.jpg", "see-through.png", "lossy.webp", "plain.webp"})
    void what_hangs_on_behind_the_end_is_left_out(String name) {
        var longer = Arrays.copyOf(file(name), file(name).length + 5_000);

        assertArrayEquals(Picture.clean(file(name)).bytes(), Picture.clean(longer).bytes());
    }

    /** Every file cut at every place, and with every byte changed in four ways. */
    @ParameterizedTest
    @ValueSource(strings = {
        "turned-6.jpg", "progressive.jpg", "grey.jpg", "four-colours.jpg", "see-through.png", "palette.png",
        "lossy.webp", "see-through.webp", "lossless.webp", "plain.webp", "moving.webp"
    })
    void a_damaged_file_is_refused_or_is_a_clean_picture_and_nothing_else_happens(String name) {
        var whole = file(name);
        assertTimeout(Duration.ofMinutes(1), () -> {
            for (var length = 0; length < whole.length; length++) {
                tried(Arrays.copyOf(whole, length));
            }
            for (var at = 0; at < whole.length; at++) {
                for (var change : new int[] {0xFF, 0x01, 0x80, whole[at]}) {
                    var damaged = whole.clone();
                    damaged[at] ^= (byte) change;
                    tried(damaged);
                }
            }
        });
    }

    private static void tried(byte[] damaged) {
        try {
            var picture = Picture.clean(damaged);
            assertTrue(picture.bytes().length <= damaged.length + 50);
            assertTrue(picture.width() > 0 && picture.height() > 0);
            assertArrayEquals(picture.bytes(), Picture.clean(picture.bytes()).bytes());
        } catch (Picture.Malformed expected) {
            // The one refusal there is.
        }
    }

    @Test
    void what_is_no_whole_picture_is_refused() {
        refused(new byte[0]);
        refused("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        refused("GIF89a".getBytes(StandardCharsets.US_ASCII));
        refused(file("moving.webp"));
        var photo = file("turned-6.jpg");
        refused(Arrays.copyOf(photo, photo.length - 2));
    }

    @Test
    void a_length_that_no_file_has_costs_no_memory() {
        refused(("\u0089PNG\r\n\u001A\n\u00FF\u00FF\u00FF\u00FFIHDR").getBytes(StandardCharsets.ISO_8859_1));
        refused(("RIFF\u00FF\u00FF\u00FF\u00FFWEBPVP8X\u00FF\u00FF\u00FF\u00FF").getBytes(StandardCharsets.ISO_8859_1));
        refused(("\u00FF\u00D8\u00FF\u00E1\u00FF\u00FFExif").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_photo_of_a_thousand_scans_is_refused() {
        var scan = "\u00FF\u00DA\u0000\u0008\u0001\u0001\u0000\u0000\u003F\u0000x";
        var start = "\u00FF\u00D8\u00FF\u00C2\u0000\u000B\u0008\u0010\u0000\u0010\u0000\u0001\u0001\u0011\u0000";
        var end = "\u00FF\u00D9";

        assertEquals(4096, Picture.clean((start + scan + end).getBytes(StandardCharsets.ISO_8859_1)).width());
        refused((start + scan.repeat(1_000) + end).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void how_many_points_a_viewer_needs_is_told_from_the_header() {
        var start = "\u00FF\u00D8\u00FF\u00C0\u0000\u000B\u0008\u00FF\u00FF\u00FF\u00FF\u0001\u0001\u0011\u0000";
        var scan = "\u00FF\u00DA\u0000\u0008\u0001\u0001\u0000\u0000\u003F\u0000x\u00FF\u00D9";

        var picture = Picture.clean((start + scan).getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(4_294_836_225L, picture.points());
    }

    private static void refused(byte[] file) {
        assertThrows(Picture.Malformed.class, () -> Picture.clean(file));
    }
}

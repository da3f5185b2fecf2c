package xingma.aws.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What every {@link Bucket} must do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BucketContract {
    /** A bucket that holds nothing yet. */
    abstract Bucket bucket();

    static Bucket.Stored text(String text) {
        return Bucket.Stored.of(text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    private static String read(Bucket bucket, String key) {
        return new String(bucket.get(key, 1_000).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_file_is_found_as_it_was_kept() {
        var bucket = bucket();
        var file = new Bucket.Stored(new byte[] {0, -1, 13, 10}, "image/svg+xml", Optional.of("max-age=60"));

        bucket.put("people/a.svg", file);

        var found = bucket.get("people/a.svg", 4).orElseThrow();
        assertArrayEquals(file.bytes(), found.bytes());
        assertEquals("image/svg+xml", found.contentType());
        assertEquals(Optional.of("max-age=60"), found.cacheControl());
        assertTrue(bucket.has("people/a.svg"));
    }

    @Test
    void a_key_that_was_never_used_holds_nothing() {
        var bucket = bucket();

        assertTrue(bucket.get("nothing", 10).isEmpty());
        assertFalse(bucket.has("nothing"));
    }

    @Test
    void a_file_takes_the_place_of_the_one_before() {
        var bucket = bucket();

        bucket.put("a", text("one"));
        bucket.put("a", text("two"));

        assertEquals("two", read(bucket, "a"));
    }

    @Test
    void the_first_file_stays_where_only_the_first_may() {
        var bucket = bucket();

        assertTrue(bucket.putIfAbsent("a", text("one")));
        assertTrue(bucket.putIfAbsent("a", text("one")));
        assertFalse(bucket.putIfAbsent("a", text("two")));
        assertFalse(bucket.putIfAbsent("a", text("")));

        assertEquals("one", read(bucket, "a"));
    }

    @Test
    void a_file_larger_than_its_reader_is_ready_for_is_not_read() {
        var bucket = bucket();
        bucket.put("a", text("12345"));

        assertThrows(Bucket.TooLarge.class, () -> bucket.get("a", 4));
        assertEquals(5, bucket.get("a", 5).orElseThrow().bytes().length);
    }

    @Test
    void an_empty_file_is_a_file() {
        var bucket = bucket();
        bucket.put("a", text(""));

        assertEquals("", read(bucket, "a"));
    }
}

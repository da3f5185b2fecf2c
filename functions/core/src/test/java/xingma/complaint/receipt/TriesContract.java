package xingma.complaint.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How every store counts attempts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class TriesContract {
    protected static final Instant NOW = Instant.parse("2026-11-21T02:59:30Z");
    private static final String CASE = "482719305561";
    private static final int THREADS = 16;

    /** The same store at each call, without attempts at first. */
    protected abstract Tries tries();

    @Test
    void ten_attempts_are_had_in_an_hour_and_no_more() {
        IntStream.range(0, Tries.MOST).forEach(i -> assertTrue(tries().take(CASE, "attempt-" + i, NOW)));
        assertFalse(tries().take(CASE, "attempt-10", NOW));
        assertFalse(tries().take(CASE, "attempt-11", NOW.plusSeconds(29)));
        assertTrue(tries().take("another", "attempt-10", NOW));
    }

    @Test
    void the_next_hour_has_its_own() {
        IntStream.range(0, Tries.MOST).forEach(i -> tries().take(CASE, "attempt-" + i, NOW));
        var next = NOW.plus(Tries.retryAfter(NOW));
        assertFalse(tries().take(CASE, "late", next.minusSeconds(1)));
        assertTrue(tries().take(CASE, "later", next));
    }

    @Test
    void an_attempt_sent_twice_counts_once_even_when_none_is_left() {
        for (var i = 0; i < Tries.MOST; i++) {
            assertTrue(tries().take(CASE, "attempt-" + i, NOW));
            assertTrue(tries().take(CASE, "attempt-" + i, NOW));
        }
        assertTrue(tries().take(CASE, "attempt-0", NOW));
        assertFalse(tries().take(CASE, "another", NOW));
    }

    @Test
    void an_attempt_given_back_counts_no_more() {
        for (var i = 0; i < 3 * Tries.MOST; i++) {
            assertTrue(tries().take(CASE, "right-" + i, NOW));
            tries().giveBack(CASE, "right-" + i, NOW);
            tries().giveBack(CASE, "right-" + i, NOW);
        }
        IntStream.range(0, Tries.MOST).forEach(i -> assertTrue(tries().take(CASE, "wrong-" + i, NOW)));
        assertFalse(tries().take(CASE, "wrong-10", NOW));
    }

    @Test
    void giving_back_what_was_never_taken_gives_nothing() {
        tries().giveBack(CASE, "never", NOW);
        IntStream.range(0, Tries.MOST).forEach(i -> tries().take(CASE, "attempt-" + i, NOW));
        tries().giveBack(CASE, "never", NOW);
        assertFalse(tries().take(CASE, "attempt-10", NOW));
    }

    @Test
    void sixteen_at_once_get_ten() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var round = 0; round < 5; round++) {
                var about = CASE + round;
                var attempts = IntStream.range(0, THREADS * 2)
                        .<Callable<Boolean>>mapToObj(i -> () -> tries().take(about, "attempt-" + i, NOW))
                        .toList();
                var had = 0;
                for (var attempt : threads.invokeAll(attempts)) {
                    had += attempt.get() ? 1 : 0;
                }
                assertEquals(Tries.MOST, had);
            }
        }
    }

    @Test
    void it_says_when_to_come_again() {
        assertEquals(Duration.ofSeconds(30), Tries.retryAfter(NOW));
        assertEquals(Duration.ofHours(1), Tries.retryAfter(Instant.parse("2026-11-21T03:00:00Z")));
        assertEquals(Duration.ofSeconds(1), Tries.retryAfter(Instant.parse("2026-11-21T03:59:59.999Z")));
    }
}

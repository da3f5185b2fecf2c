package xingma.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ParallelTest {
    private static final List<Integer> TWENTY = IntStream.range(0, 20).boxed().toList();

    @Test
    void outcomes_stand_in_the_order_in_which_they_were_asked_for_whoever_ends_first() {
        var last = new CountDownLatch(1);
        var outcomes = Parallel.map(List.of(0, 1), 2, n -> {
            if (n == 0) {
                await(last);
            } else {
                last.countDown();
            }
            return n * 10;
        });
        assertEquals(List.of(0, 10), outcomes);
        assertEquals(List.of(), Parallel.map(List.of(), 3, n -> n));
    }

    @Test
    void so_many_are_at_work_at_a_time_and_no_more() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var three = new CountDownLatch(3);
        Parallel.each(TWENTY, 3, n -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            await(three);
            now.decrementAndGet();
        });
        assertEquals(3, most.get());
    }

    @Test
    void the_first_failure_is_told_when_all_have_come_to_an_end() {
        var done = new AtomicInteger();
        var failure = new IllegalArgumentException("five");
        var thrown = assertThrows(IllegalArgumentException.class, () -> Parallel.each(TWENTY, 4, n -> {
            done.incrementAndGet();
            if (n == 5) {
                throw failure;
            }
        }));
        assertSame(failure, thrown);
        assertEquals(20, done.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

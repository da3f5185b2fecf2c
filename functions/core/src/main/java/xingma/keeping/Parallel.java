package xingma.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** A few requests at a time. All of them come to an end before the first failure is told. */
public final class Parallel {
    private Parallel() {}

    public static <T> void each(List<T> all, int atATime, Consumer<T> work) {
        map(all, atATime, one -> {
            work.accept(one);
            return true;
        });
    }

    /** What came of each, in the order in which they were asked for. */
    public static <T, R> List<R> map(List<T> all, int atATime, Function<T, R> work) {
        if (all.size() == 1) {
            return List.of(work.apply(all.getFirst()));
        }
        var running = new ArrayList<Future<R>>();
        try (var threads = Executors.newFixedThreadPool(atATime, Thread.ofVirtual().factory())) {
            all.forEach(one -> running.add(threads.submit(() -> work.apply(one))));
        }
        return running.stream().map(Parallel::outcome).toList();
    }

    private static <R> R outcome(Future<R> one) {
        try {
            return one.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException ours -> throw ours;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while others were still at work", stopped);
        }
    }
}

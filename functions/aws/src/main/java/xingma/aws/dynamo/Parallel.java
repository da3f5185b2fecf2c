package xingma.aws.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import xingma.aws.Unavailable;

/** A few requests at a time. All of them come to an end before the first failure is told. */
final class Parallel {
    private static final int AT_A_TIME = 4;

    private Parallel() {}

    static <T> void each(List<T> all, Consumer<T> work) {
        if (all.size() == 1) {
            work.accept(all.getFirst());
            return;
        }
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            all.forEach(one -> running.add(threads.submit(() -> work.accept(one))));
        }
        for (var one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case RuntimeException ours -> throw ours;
                    case Error error -> throw error;
                    case Throwable other -> throw new IllegalStateException(other);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Unavailable("stopped while others were still at work", stopped);
            }
        }
    }
}

package xingma.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * EventBridge's schedules: functions that template.yaml has called by the clock are called here as often, and once soon
 * after the city opens, since a laptop is seldom awake for an hour.
 */
final class Schedules implements AutoCloseable {
    private static final Pattern RATE = Pattern.compile("rate\\(([0-9]{1,5}) (minute|hour|day)s?\\)");
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final byte[] EVENT = "{\"detail-type\": \"Scheduled Event\", \"source\": \"aws.events\"}"
            .getBytes(StandardCharsets.UTF_8);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("schedules").daemon().factory());
    private final Handlers handlers;
    private final PrintStream log;

    /** How often which function is called. */
    record Schedule(String function, Duration every) {
        /** What the properties of a schedule's event in template.yaml say. */
        static Schedule of(String function, Map<String, Object> properties) {
            var text = String.valueOf(properties.get("Schedule"));
            var rate = RATE.matcher(text);
            if (!rate.matches()) {
                throw new IllegalStateException("the local run knows rates, not " + text);
            }
            var amount = Long.parseLong(rate.group(1));
            return new Schedule(function, switch (rate.group(2)) {
                case "minute" -> Duration.ofMinutes(amount);
                case "hour" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            });
        }
    }

    /** @param log where is told what a call came to that failed; the next one follows all the same */
    Schedules(List<Schedule> schedules, Handlers handlers, PrintStream log) {
        this.handlers = handlers;
        this.log = log;
        schedules.forEach(s -> clock.scheduleWithFixedDelay(
                () -> call(s.function()), SOON.toMillis(), s.every().toMillis(), TimeUnit.MILLISECONDS));
    }

    private void call(String function) {
        try {
            handlers.call(function, EVENT, LONGEST);
        } catch (ExecutionException | TimeoutException e) {
            e.printStackTrace(log);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}

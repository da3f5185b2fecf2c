package xingma.local;

import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import xingma.engines.Reception;
import xingma.engines.Stack;

/**
 * EventBridge: what the buckets report goes to the functions whose rules ask for it, apart from whoever sent the
 * object. A function that throws is called three times, as Lambda does with events.
 */
final class Reports implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PrintStream log;
    private volatile Set<String> reporting = Set.of();
    private volatile List<Functions.Rule> rules = List.of();
    private volatile Handlers handlers;

    /** @param log where is told what no attempt could do */
    Reports(PrintStream log) {
        this.log = log;
    }

    /** How browsers meet the template's buckets on this machine. */
    Reception reception(Stack stack, String host) {
        var origins = new TreeSet<String>();
        var methods = new TreeSet<String>();
        var told = new TreeSet<String>();
        for (var bucket : stack.resources("AWS::S3::Bucket")) {
            var cors = map(bucket.properties().get("CorsConfiguration"));
            for (var rule : list(cors.getOrDefault("CorsRules", List.of()))) {
                list(map(rule).get("AllowedOrigins")).forEach(o -> origins.add(o.toString()));
                list(map(rule).get("AllowedMethods")).forEach(m -> methods.add(m.toString()));
            }
            if (map(bucket.properties().get("NotificationConfiguration")).containsKey("EventBridgeConfiguration")) {
                told.add(bucket.name());
            }
        }
        reporting = Set.copyOf(told);
        return new Reception(host, List.copyOf(origins), List.copyOf(methods), this::arrived);
    }

    /** From now on reports are delivered. */
    void deliver(List<Functions.Rule> asked, Handlers to) {
        handlers = to;
        rules = List.copyOf(asked);
    }

    private void arrived(String bucket, String key, long bytes) {
        if (reporting.contains(bucket)) {
            var event = event(bucket, key, bytes);
            rules.stream()
                    .filter(rule -> fits(rule.pattern(), event))
                    .forEach(rule -> threads.execute(() -> call(rule.function(), event)));
        }
    }

    private void call(String function, JsonNode event) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                handlers.call(function, Event.JSON.writeValueAsBytes(event), LONGEST);
                return;
            } catch (ExecutionException | TimeoutException | JsonProcessingException e) {
                e.printStackTrace(log);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private static JsonNode event(String bucket, String key, long bytes) {
        var event = Event.JSON.createObjectNode();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", "Object Created");
        event.put("source", "aws.s3");
        event.put("account", "000000000000");
        event.put("time", Instant.now().toString());
        event.put("region", "local");
        event.putArray("resources").add("arn:aws:s3:::" + bucket);
        var detail = event.putObject("detail");
        detail.put("version", "0");
        detail.putObject("bucket").put("name", bucket);
        detail.putObject("object").put("key", key).put("size", bytes);
        detail.put("reason", "PutObject");
        return event;
    }

    /** Whether an event is as a pattern asks: of each field one of the values, or one that begins with a prefix. */
    static boolean fits(Map<String, Object> pattern, JsonNode event) {
        return pattern.entrySet().stream().allMatch(field -> {
            var value = event.path(field.getKey());
            return switch (field.getValue()) {
                case Map<?, ?> deeper -> fits(map(deeper), value);
                case List<?> choices ->
                    value.isTextual() && choices.stream().anyMatch(c -> isOne(c, value.textValue()));
                default -> throw new IllegalStateException("no pattern of EventBridge: " + field);
            };
        });
    }

    private static boolean isOne(Object choice, String value) {
        return switch (choice) {
            case String exactly -> exactly.equals(value);
            case Map<?, ?> test when test.keySet().equals(Set.of("prefix")) ->
                value.startsWith(test.get("prefix").toString());
            default -> throw new IllegalStateException("the local run does not know the test " + choice);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

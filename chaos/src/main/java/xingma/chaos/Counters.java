package xingma.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The counters behind which clerks stand: a request goes to any of them, and whoever falls is replaced. */
final class Counters implements AutoCloseable {
    static final List<String> FUNCTIONS = List.of("FileComplaint", "FollowComplaint", "HandleComplaints");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The gateway waits no longer. */
    private static final long PATIENCE_SECONDS = 29;

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final List<Standing> standing = new ArrayList<>();
    private final AtomicLong next = new AtomicLong();
    private final AtomicInteger kills = new AtomicInteger();

    /** @param properties of each clerk's JVM; @param log where they write */
    Counters(int clerks, Map<String, String> properties, Map<String, String> environment, Path log) {
        this.environment = environment;
        this.log = log;
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Clerk.class.getName()));
        command.addAll(FUNCTIONS);
        for (var i = 0; i < clerks; i++) {
            standing.add(new Standing());
        }
    }

    /** A status and what came with it. */
    record Answer(int status, JsonNode headers, JsonNode body) {}

    /** What a function answers; nothing when its process fell or nobody answered in time. */
    Optional<Answer> ask(String function, JsonNode event) {
        var number = next.incrementAndGet();
        var clerk = standing.get((int) (number % standing.size()));
        try {
            var answer = clerk.send("r" + number, function, JSON.writeValueAsBytes(event))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var read = JSON.readTree(answer);
            var body = read.path("body").asText("");
            return Optional.of(new Answer(
                    read.path("statusCode").asInt(),
                    read.path("headers"),
                    body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode()));
        } catch (ExecutionException | TimeoutException nobodyKnows) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL for the clerk who has most in hand. */
    void kill() {
        standing.stream()
                .max((a, b) -> Integer.compare(a.open.size(), b.open.size()))
                .orElseThrow()
                .kill();
    }

    int kills() {
        return kills.get();
    }

    @Override
    public void close() {
        standing.forEach(Standing::end);
    }

    /** One place, and whoever stands there now. */
    private final class Standing {
        private final Map<String, CompletableFuture<byte[]>> open = new ConcurrentHashMap<>();
        private Process process;
        private BufferedWriter in;

        Standing() {
            replace();
        }

        private synchronized void replace() {
            try {
                var builder = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
                builder.environment().putAll(environment);
                process = builder.start();
                in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
                var started = process;
                Thread.ofVirtual().start(() -> listen(started));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void listen(Process to) {
            try (var out = new BufferedReader(new InputStreamReader(to.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = out.readLine(); line != null; line = out.readLine()) {
                    var parts = line.split(" ");
                    var waiting = open.remove(parts[0]);
                    if (waiting != null) {
                        waiting.complete(Base64.getDecoder().decode(parts[1]));
                    }
                }
            } catch (IOException fell) {
                // whoever waits is told by who killed it
            }
        }

        CompletableFuture<byte[]> send(String id, String function, byte[] event) {
            var answer = new CompletableFuture<byte[]>();
            open.put(id, answer);
            try {
                synchronized (this) {
                    in.write(id + ' ' + function + ' ' + Base64.getEncoder().encodeToString(event) + '\n');
                    in.flush();
                }
            } catch (IOException fell) {
                answer.completeExceptionally(fell);
            }
            return answer;
        }

        synchronized void kill() {
            kills.incrementAndGet();
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            var lost = List.copyOf(open.values());
            open.clear();
            replace();
            lost.forEach(waiting -> waiting.completeExceptionally(new IOException("killed")));
        }

        void end() {
            process.destroyForcibly();
        }
    }
}

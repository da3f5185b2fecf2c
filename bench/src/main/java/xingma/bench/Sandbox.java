package xingma.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One Lambda-like process: a JVM under the real runtime interface client, on one core where {@code taskset} exists.
 *
 * @param layout how the function's classes reach the JVM
 */
final class Sandbox implements AutoCloseable {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final boolean CAN_PIN = Files.isExecutable(Path.of("/usr/bin/taskset"));
    private static final String AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt";

    private final RuntimeApi api = new RuntimeApi();
    private final Process process;
    private final long startedNanos;

    /** @param trusted a certificate that stands in the place of the machine's authorities, for this process alone */
    Sandbox(
            Layout layout,
            String handler,
            List<String> extraFlags,
            Map<String, String> environment,
            Optional<Path> trusted)
            throws IOException {
        var command = new ArrayList<String>();
        trusted.ifPresent(certificate -> command.addAll(List.of(
                "unshare", "-m", "sh", "-c",
                "mount --bind '" + certificate + "' " + AUTHORITIES + " && exec \"$@\"", "sh")));
        if (CAN_PIN) {
            command.addAll(List.of("/usr/bin/taskset", "-c", "0"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:MaxHeapSize=445645k",
                "-XX:+UseSerialGC",
                "-XX:+TieredCompilation",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "-Djava.net.preferIPv4Stack=true"));
        command.addAll(extraFlags);
        command.addAll(List.of("-classpath", layout.classPath(), CLIENT, handler));
        // The client looks for the function's classes in its working directory.
        var builder = new ProcessBuilder(command).directory(layout.taskRoot().toFile());
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("LAMBDA_TASK_ROOT", layout.taskRoot().toString());
        builder.environment().put("_HANDLER", handler);
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "bench");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        startedNanos = System.nanoTime();
        process = builder.start();
    }

    /** Whether a process can be given authorities of its own here. */
    static boolean canTrust() throws IOException, InterruptedException {
        if (!Files.exists(Path.of(AUTHORITIES)) || !Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            return false;
        }
        var tried = new ProcessBuilder(
                        "unshare", "-m", "sh", "-c", "mount --bind " + AUTHORITIES + " " + AUTHORITIES)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return tried.waitFor(10, TimeUnit.SECONDS) && tried.exitValue() == 0;
    }

    /** The first invocation, with everything that it cost since the process was started. */
    Cold first(byte[] event) throws IOException, InterruptedException {
        var answer = api.invoke(event);
        var cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        var status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
        var rss = status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
        return new Cold((answer.nanos() - startedNanos) / 1e6, cpu.toMillis(), rss / 1024.0, answer);
    }

    /** One more invocation, in milliseconds. */
    double again(byte[] event) throws InterruptedException {
        var before = System.nanoTime();
        var answer = api.invoke(event);
        if (!answer.ok()) {
            throw new IllegalStateException(answer.text());
        }
        return (answer.nanos() - before) / 1e6;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        api.close();
    }

    /** Wall and CPU in milliseconds, resident memory in MiB. */
    record Cold(double wall, double cpu, double rss, RuntimeApi.Answer answer) {}

    /**
     * Where classes come from: flat, all jars on the class path, so that an AOT cache covers them; or managed, as Lambda
     * unpacks a zip: the client alone on the class path, the function's jars under {@code lib/} of the task root.
     */
    record Layout(String classPath, Path taskRoot) {
        static Layout flat(List<Path> client, List<Path> function, Path empty) {
            var all = new ArrayList<>(client);
            all.addAll(function);
            return new Layout(join(all), empty);
        }

        static Layout managed(List<Path> client, List<Path> function, Path taskRoot) throws IOException {
            var lib = Files.createDirectories(taskRoot.resolve("lib"));
            for (var jar : function) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
            return new Layout(join(client), taskRoot);
        }

        private static String join(List<Path> paths) {
            return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
        }
    }
}

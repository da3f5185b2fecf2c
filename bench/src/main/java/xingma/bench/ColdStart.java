package xingma.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Cold start and warm latency of the scan and of a filing, beside a floor and an ordinary handler, in interleaved rounds of one run.
 * Cold is the time from starting the JVM to the first answer; CPU is the process's own.
 */
final class ColdStart {
    private static final int TRAINING_EVENTS = 300;

    private final FunctionFiles files;
    private final Map<String, String> environment;
    private final Optional<TlsFront> tls;
    private final byte[] scan;
    private final Filings filings;
    private final int rounds;
    private final int warmEvents;

    ColdStart(
            FunctionFiles files,
            Map<String, String> environment,
            Optional<TlsFront> tls,
            String code,
            Filings filings,
            int rounds,
            int warmEvents) {
        this.files = files;
        this.environment = environment;
        this.tls = tls;
        this.scan = scanEvent(code);
        this.filings = filings;
        this.rounds = rounds;
        this.warmEvents = warmEvents;
    }

    void run(PrintStream out) throws IOException, InterruptedException {
        out.println(tls.isPresent() ? "The store is asked over TLS." : "The store is asked without TLS: this machine lets no process have authorities of its own.");
        out.println();
        var contenders = contenders();
        var readings = new LinkedHashMap<Contender, Readings>();
        contenders.forEach(c -> readings.put(c, new Readings()));
        var order = new Random(20261121);
        for (var round = 0; round < rounds; round++) {
            var shuffled = new ArrayList<>(contenders);
            Collections.shuffle(shuffled, order);
            for (var contender : shuffled) {
                measure(contender, readings.get(contender));
            }
            System.err.printf("cold start: round %d of %d%n", round + 1, rounds);
        }
        table(out, readings);
    }

    private List<Contender> contenders() throws IOException, InterruptedException {
        var all = new ArrayList<Contender>();
        for (var function : List.of(files.echo(), files.ordinary(), files.scan(), files.file())) {
            var managed = Sandbox.Layout.managed(files.client(), function.jars(), files.folder(function.name() + "-managed"));
            all.add(new Contender(function, "managed", managed, function.flags()));
            var flat = Sandbox.Layout.flat(files.client(), function.jars(), files.folder(function.name() + "-flat"));
            var cache = train(function, flat);
            var flags = new ArrayList<>(function.flags());
            flags.add("-XX:AOTCache=" + cache);
            all.add(new Contender(function, "flat+AOT", flat, flags));
        }
        return all;
    }

    /** One training run; the JVM writes its cache when it is told to stop. */
    private Path train(FunctionFiles.Function function, Sandbox.Layout layout) throws IOException, InterruptedException {
        var cache = files.folder("aot").resolve(function.name() + ".aot");
        var flags = new ArrayList<>(function.flags());
        flags.add("-XX:AOTCacheOutput=" + cache);
        try (var sandbox = sandbox(layout, function, flags)) {
            expectOk(sandbox.first(event(function)).answer(), function);
            for (var i = 0; i < TRAINING_EVENTS; i++) {
                sandbox.again(event(function));
            }
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("no AOT cache was written for " + function.name());
        }
        return cache;
    }

    /** Each filing is another; a scan is the same again. */
    private byte[] event(FunctionFiles.Function function) {
        return function.name().equals("file") ? filings.next() : scan;
    }

    private Sandbox sandbox(Sandbox.Layout layout, FunctionFiles.Function function, List<String> flags) throws IOException {
        var all = new ArrayList<>(flags);
        tls.ifPresent(front -> all.addAll(front.flags()));
        return new Sandbox(layout, function.handler(), all, environment, tls.map(TlsFront::trusted));
    }

    private void measure(Contender contender, Readings readings) throws IOException, InterruptedException {
        try (var sandbox = sandbox(contender.layout(), contender.function(), contender.flags())) {
            var cold = sandbox.first(event(contender.function()));
            expectOk(cold.answer(), contender.function());
            readings.wall.add(cold.wall());
            readings.cpu.add(cold.cpu());
            readings.rss.add(cold.rss());
            for (var i = 0; i < warmEvents; i++) {
                var millis = sandbox.again(event(contender.function()));
                if (i >= warmEvents / 2) {
                    readings.warm.add(millis);
                }
            }
        }
    }

    private static void expectOk(RuntimeApi.Answer answer, FunctionFiles.Function function) {
        var expected = "\"statusCode\":" + (function.name().equals("file") ? 201 : 200);
        if (!answer.ok() || !answer.text().contains(expected)) {
            throw new IllegalStateException(function.name() + " did not answer " + expected + ": "
                    + answer.text().substring(0, Math.min(300, answer.text().length())));
        }
    }

    private static void table(PrintStream out, Map<Contender, Readings> readings) {
        out.println("| function | layout | cold wall ms | cold CPU ms | CPU ÷ ordinary | RSS MiB | warm p50 ms | warm p99 ms |");
        out.println("|---|---|---|---|---|---|---|---|");
        readings.forEach((contender, r) -> {
            var ordinary = readings.entrySet().stream()
                    .filter(e -> e.getKey().function().name().equals("ordinary")
                            && e.getKey().layoutName().equals(contender.layoutName()))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.2f | %.0f | %.2f | %.2f |%n",
                    contender.function().name(),
                    contender.layoutName(),
                    r.wall.told("%.0f"),
                    r.cpu.told("%.0f"),
                    r.cpu.median() / ordinary.cpu.median(),
                    r.rss.median(),
                    r.warm.median(),
                    r.warm.quantile(0.99));
        });
    }

    /** A GET of one placard as the HTTP API sends it, payload 2.0. */
    static byte[] scanEvent(String code) {
        return """
                {"version":"2.0","routeKey":"GET /q/{code}","rawPath":"/q/%1$s","rawQueryString":"",\
                "headers":{"accept":"text/html,application/xhtml+xml","accept-language":"zh-CN,zh;q=0.9",\
                "host":"xm.yunting.example","user-agent":"Mozilla/5.0 MicroMessenger/8.0.76"},\
                "requestContext":{"accountId":"000000000000","apiId":"bench","domainName":"xm.yunting.example",\
                "http":{"method":"GET","path":"/q/%1$s","protocol":"HTTP/1.1","sourceIp":"127.0.0.1",\
                "userAgent":"Mozilla/5.0 MicroMessenger/8.0.76"},"requestId":"bench-1","routeKey":"GET /q/{code}",\
                "stage":"$default","time":"20/Nov/2026:12:00:00 +0000","timeEpoch":1795176000000},\
                "pathParameters":{"code":"%1$s"},"isBase64Encoded":false}"""
                .formatted(code)
                .getBytes(StandardCharsets.UTF_8);
    }

    private record Contender(FunctionFiles.Function function, String layoutName, Sandbox.Layout layout, List<String> flags) {}

    private static final class Readings {
        private final Spread wall = new Spread();
        private final Spread cpu = new Spread();
        private final Spread rss = new Spread();
        private final Spread warm = new Spread();
    }
}

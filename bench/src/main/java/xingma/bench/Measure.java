package xingma.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xingma.complain.House;
import xingma.engines.Engines;
import xingma.engines.Tables;

/** Measures what docs/performance.md reports, and prints it as the tables that stand there. */
public final class Measure {
    private static final int WARM_EVENTS = 400;

    private Measure() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var parts = Set.of(System.getProperty("bench.parts").split(","));
        var rounds = Integer.getInteger("bench.rounds", 9);
        var work = emptied(Path.of(System.getProperty("bench.work")));
        var told = new ByteArrayOutputStream();
        var terminal = System.out;
        // The functions log each answer; that is not what is read here.
        System.setOut(new PrintStream(PrintStream.nullOutputStream()));
        try (var out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            if (parts.contains("rating")) {
                new RatingRun().run(out, rounds);
            }
            if (!parts.equals(Set.of("rating"))) {
                onTheSample(parts, rounds, work, out);
            }
        } finally {
            // What was measured before something broke is worth reading too.
            Files.write(work.resolve("figures.md"), told.toByteArray());
            terminal.write(told.toByteArray(), 0, told.size());
            terminal.flush();
        }
    }

    private static void onTheSample(Set<String> parts, int rounds, Path work, PrintStream out)
            throws IOException, InterruptedException {
        try (var engines = Engines.inMemory()) {
            engines.systemProperties().forEach(System::setProperty);
            var tables = prepare(engines);
            if (parts.contains("cases")) {
                new CaseRun().run(out, tables);
                new CounterRun().run(out, new Filings(new House().secrets()));
            }
            var bureau = new SampleBureau();
            // A cold start needs one placard; everything else is measured on the whole city.
            if (!parts.equals(Set.of("cases"))) {
                bureau.importFile(parts.equals(Set.of("cold")) ? "pilot-66.xlsx" : "city-1700.xlsx", out);
            }
            if (parts.contains("publish")) {
                new PublishRun().run(out);
            }
            if (parts.contains("placards")) {
                new PlacardRun().run(out, bureau.placards(), rounds);
            }
            if (parts.contains("pages")) {
                new PageBytes().run(out, bureau.placards());
            }
            if (parts.contains("cold")) {
                var files = new FunctionFiles(work, Path.of(System.getProperty("bench.functions")), Path.of(System.getProperty("bench.jar")));
                var code = bureau.placards().getFirst().value();
                try (var front = Sandbox.canTrust() ? new TlsFront(work, engines.dynamo().endpoint()) : null) {
                    var tls = Optional.ofNullable(front);
                    var endpoint = tls.map(TlsFront::endpoint).orElse(engines.dynamo().endpoint().toString());
                    new ColdStart(files, environment(engines, endpoint), tls, code, new Filings(new House().secrets()), rounds, WARM_EVENTS).run(out);
                }
            }
        }
    }

    private static Map<String, String> prepare(Engines engines) {
        try (var dynamo = engines.dynamo().client();
                var s3 = engines.s3().client()) {
            for (var bucket : List.of("FILES_BUCKET", "SITE_BUCKET", "PRINT_BUCKET")) {
                s3.createBucket(b -> b.bucket(System.getenv(bucket)));
            }
            return new Tables(dynamo).of(Path.of(System.getProperty("bench.stores")), "bench-");
        }
    }

    /** What the processes that stand for Lambda are given beside what Maven gave us. */
    private static Map<String, String> environment(Engines engines, String endpoint) {
        var access = engines.dynamo().access();
        return Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB", endpoint,
                "AWS_ACCESS_KEY_ID", access.id(),
                "AWS_SECRET_ACCESS_KEY", access.secret(),
                "AWS_REGION", "us-east-1");
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}

package xingma.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import xingma.aws.Settings;
import xingma.complain.House;
import xingma.engines.Access;
import xingma.engines.LocalDynamo;
import xingma.engines.Tables;

/**
 * Whether what was acknowledged is there, once, after everything that can happen to a line and a process (零丢失): people
 * file at counters whose clerks are killed, over a road on which requests and answers are lost, and send again.
 */
public final class LoseNothing {
    /**
     * How much of it.
     *
     * @param kills of a clerk, spread over the run
     * @param work an empty folder
     * @param stores the template of the tables
     */
    record Plan(int complaints, int kills, int clerks, long seed, Path work, Path stores) {}

    /** What was seen. */
    record Report(
            int complaints,
            int acknowledged,
            int cases,
            int kills,
            Map<String, Integer> faults,
            Duration took,
            List<String> differences) {
        int allFaults() {
            return faults.values().stream().mapToInt(Integer::intValue).sum();
        }

        void tell(PrintStream out) {
            out.println(complaints + " complaints, " + acknowledged + " acknowledged, " + cases + " cases");
            out.println(allFaults() + " faults " + faults + ", " + kills + " kills, " + took.toSeconds() + " s");
            out.println(differences.isEmpty() ? "nothing lost, nothing doubled" : differences.size() + " differences");
            differences.stream().limit(20).forEach(out::println);
        }
    }

    private static final int AT_ONCE = 16;
    private static final int TELLS = 1_000;

    private LoseNothing() {}

    public static void main(String[] args) {
        var plan = new Plan(
                Integer.getInteger("chaos.complaints"),
                Integer.getInteger("chaos.kills"),
                3,
                Long.getLong("chaos.seed"),
                Path.of(System.getProperty("chaos.work")),
                Path.of(System.getProperty("chaos.stores")));
        var report = run(plan);
        report.tell(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.exit(report.differences.isEmpty() ? 0 : 1);
    }

    static Report run(Plan plan) {
        var began = Instant.now();
        try {
            Files.createDirectories(plan.work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var access = Access.fresh();
        try (var engine = LocalDynamo.inMemory(access);
                var client = engine.client();
                var road = BadRoad.to(engine.endpoint(), plan.seed)) {
            var tables = new Tables(client).of(plan.stores, "chaos-");
            var settings = settings(plan, tables);
            var house = new House(Settings.of(settings::get), client);
            var properties = new TreeMap<>(access.systemProperties());
            properties.put("aws.endpointUrlDynamoDb", road.address().toString());
            properties.put("aws.endpointUrlS3", "http://127.0.0.1:9");
            var customers = List.<Customer>of();
            var kills = 0;
            try (var counters = new Counters(
                    plan.clerks, properties, settings, plan.work.resolve("clerks.log"))) {
                customers = IntStream.range(0, plan.complaints)
                        .mapToObj(i -> new Customer(i, plan.seed, counters, house.secrets()))
                        .toList();
                rush(plan, customers, counters);
                kills = counters.kills();
            }
            var books = new Books(
                    client,
                    tables.get("ComplaintTable"),
                    tables.get("AuditTable"),
                    house.complaints(),
                    house.trail(),
                    house.seals());
            var differences = books.differences(customers);
            written(plan.work.resolve("differences.txt"), differences);
            var faults = new TreeMap<String, Integer>();
            road.seen().forEach((fault, times) -> faults.put(fault.name(), times.get()));
            return new Report(
                    plan.complaints,
                    (int) customers.stream().filter(Customer::isAcknowledged).count(),
                    books.cases(),
                    kills,
                    faults,
                    Duration.between(began, Instant.now()),
                    differences);
        }
    }

    private static void written(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody files, some come back in the end, and now and then a clerk falls. */
    private static void rush(Plan plan, List<Customer> customers, Counters counters) {
        var handedIn = 0;
        try (var people = new People()) {
            for (var customer : customers) {
                people.send(customer, Customer::files);
                if (handedIn > 0 && handedIn % TELLS == 0) {
                    System.err.println(handedIn + " of " + plan.complaints + " handed in, " + counters.kills() + " kills");
                }
                if (counters.kills() < (2L * plan.kills * ++handedIn + plan.complaints) / (2L * plan.complaints)) {
                    counters.kill();
                }
            }
        }
        try (var people = new People()) {
            customers.stream()
                    .filter(c -> c.habit == Customer.Habit.COMES_BACK)
                    .forEach(c -> people.send(c, Customer::comesBack));
        }
    }

    /** As many as stand at the counters at once; closing waits for all. */
    private static final class People implements AutoCloseable {
        private final Semaphore places = new Semaphore(AT_ONCE);
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        interface Errand {
            void of(Customer customer) throws InterruptedException;
        }

        void send(Customer customer, Errand errand) {
            places.acquireUninterruptibly();
            threads.execute(() -> {
                try {
                    errand.of(customer);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException wrong) {
                    customer.complaints.add(customer.key + ": " + wrong);
                } finally {
                    places.release();
                }
            });
        }

        @Override
        public void close() {
            threads.close();
        }
    }

    static Map<String, String> settings(Plan plan, Map<String, String> tables) {
        var settings = new TreeMap<String, String>();
        settings.put("REGISTER_TABLE", tables.get("RegisterTable"));
        settings.put("COMPLAINT_TABLE", tables.get("ComplaintTable"));
        settings.put("AUDIT_TABLE", tables.get("AuditTable"));
        settings.put("EVIDENCE_BUCKET", "chaos-evidence");
        settings.put("FILES_BUCKET", "chaos-files");
        settings.put("SITE_BUCKET", "chaos-site");
        settings.put("SEAL_KEY", "file:" + plan.work.resolve("seal-" + plan.seed + ".key").toAbsolutePath());
        settings.put("CITY_CODE", "990100");
        settings.put("BUREAU_NAME", "云汀市卫生健康局");
        settings.put("BUREAU_NAME_EN", "Yunting Health Bureau");
        settings.put("PUBLIC_BASE_URL", "https://xm.yunting.example");
        settings.put("CONSOLE_BASE_URL", "https://desk.yunting.example");
        settings.put("HOTLINES", "12345,010-68227123");
        return settings;
    }
}

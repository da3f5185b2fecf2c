package xingma.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import xingma.evaluation.EvaluationId;
import xingma.rate.RunEvaluations;

/**
 * Fifty stars of a round, proposed by one officer and published by another: each file by two requests to the function that
 * ships, one after another in this process, from the gateway's event to its reply.
 */
final class PublishRun {
    private static final int FILES = 50;
    private static final int TIMES = 3;
    private static final int WARMING = 10;

    private final RunEvaluations office = new RunEvaluations();
    private final Row propose = new Row("propose, by one officer");
    private final Row publish = new Row("publish, by another");

    void run(PrintStream out) {
        var files = new NoticedRound().files(WARMING + TIMES * FILES);
        files.subList(0, WARMING).forEach(id -> {
            propose(id);
            publish(id);
        });
        for (var from = WARMING; from < files.size(); from += FILES) {
            var fifty = files.subList(from, from + FILES);
            propose.time(fifty, this::propose);
            publish.time(fifty, this::publish);
        }
        out.println("| step | files | ms for all, median (range) | CPU ms for all, median (range) | p50 ms of one | p99 ms |");
        out.println("|---|---|---|---|---|---|");
        propose.tell(out);
        publish.tell(out);
        out.println();
    }

    private void propose(EvaluationId id) {
        move("gao", "organiser", "propose", id);
    }

    private void publish(EvaluationId id) {
        move("fang", "checker", "publish", id);
    }

    private void move(String officer, String duty, String move, EvaluationId id) {
        var body = "{\"move\":\"%s\",\"id\":\"%s\"}".formatted(move, UUID.randomUUID()).getBytes(UTF_8);
        Call.read(office.handleRequest(
                Call.by(officer, duty, "POST /api/evaluations/{evaluation}/moves", Map.of("evaluation", id.toString()), body),
                null));
    }

    /** What one step took, in the function and the engine behind it. */
    private record Row(String step, Spread wall, Spread cpu, Spread each) {
        Row(String step) {
            this(step, new Spread(), new Spread(), new Spread());
        }

        void time(List<EvaluationId> files, Consumer<EvaluationId> work) {
            var processor = Processor.millis();
            var start = System.nanoTime();
            for (var id : files) {
                var before = System.nanoTime();
                work.accept(id);
                each.add((System.nanoTime() - before) / 1e6);
            }
            wall.add((System.nanoTime() - start) / 1e6);
            cpu.add(Processor.millis() - processor);
        }

        void tell(PrintStream out) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %.1f | %.1f |%n",
                    step,
                    FILES,
                    wall.told("%.0f"),
                    cpu.told("%.0f"),
                    each.median(),
                    each.quantile(0.99));
        }
    }
}

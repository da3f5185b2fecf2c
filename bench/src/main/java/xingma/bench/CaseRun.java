package xingma.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.complain.House;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Row;
import xingma.complaint.clock.Clocks;

/**
 * A county's year of open cases in the store that ships: how long filing takes, how soon the desk's first page is there,
 * and how many units one case costs. The store alone: no seal, no receipt, no page.
 */
final class CaseRun {
    private static final int OPEN = 22_000;
    private static final int FILED_ONE_BY_ONE = 2_000;
    private static final int WARMING = 200;
    private static final int LOOKS = 200;
    private static final int WRITERS = 8;

    private final Units units = new Units();
    private final SampleCases cases = new SampleCases();
    private final Clocks clocks = cases.clocks();

    void run(PrintStream out, Map<String, String> tables) {
        try (var client = client()) {
            var settings = Map.of(
                    "COMPLAINT_TABLE", tables.get("ComplaintTable"),
                    "AUDIT_TABLE", tables.get("AuditTable"),
                    "CITY_CODE", "990100");
            var complaints = new House(Settings.of(settings::get), client).complaints();
            life(out, complaints);
            filing(out, complaints);
            desk(out, complaints);
        }
    }

    /** The client that ships, asking each transaction what it cost. */
    private DynamoDbClient client() {
        return Clients.dynamo(AwsCrtHttpClient.create(), b -> b.overrideConfiguration(
                b.overrideConfiguration().toBuilder().addExecutionInterceptor(units).build()));
    }

    /** What each act of one ordinary case costs. */
    private void life(PrintStream out, Complaints complaints) {
        out.println("| act | write units | of them indexes | the acts in the item, bytes |");
        out.println("|---|---|---|---|");
        var whole = Units.Cost.NOTHING;
        var first = cases.filed(0);
        whole = whole.plus(told(out, first, () -> file(complaints, first, 0)));
        Complaint complaint = first.after();
        for (var next : cases.life()) {
            var step = next.apply(complaint);
            whole = whole.plus(told(out, step, () -> keep(complaints, step)));
            complaint = step.after();
        }
        out.printf(
                Locale.ROOT,
                "| **the whole case, %d acts** | **%.0f** | %.0f | |%n%n",
                complaint.docket().revision(),
                whole.writes(),
                whole.indexes());
    }

    private Units.Cost told(PrintStream out, Step step, Runnable write) {
        units.reset();
        write.run();
        var cost = units.cost();
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %d |%n",
                step.act().getClass().getSimpleName(),
                cost.writes(),
                cost.indexes(),
                SampleCases.bytes(step.after()));
        return cost;
    }

    private void filing(PrintStream out, Complaints complaints) {
        var filing = new Spread();
        for (var i = 1; i <= FILED_ONE_BY_ONE; i++) {
            var number = i;
            var step = cases.filed(number);
            var millis = millis(() -> file(complaints, step, number));
            if (i > WARMING) {
                filing.add(millis);
            }
        }
        out.println("| in the store | n | p50 ms | p99 ms |");
        out.println("|---|---|---|---|");
        row(out, "file a case, one after another", filing);
    }

    private void desk(PrintStream out, Complaints complaints) {
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            IntStream.rangeClosed(FILED_ONE_BY_ONE + 1, OPEN)
                    .forEach(i -> threads.execute(() -> file(complaints, cases.filed(i), i)));
        }
        var unit = SampleCases.UNIT;
        var seen = 0;
        var after = Optional.<String>empty();
        do {
            var page = complaints.open(unit, after);
            seen += page.items().size();
            after = page.next();
        } while (after.isPresent());
        if (seen != OPEN) {
            throw new IllegalStateException("of " + OPEN + " open cases the queue shows " + seen);
        }
        var today = clocks.day(cases.now());
        row(out, "first page of " + OPEN + " open cases", looked(() -> complaints.open(unit, Optional.empty())));
        row(out, "page after the middle", looked(() -> complaints.open(
                unit, Optional.of(Row.sort(today.plusDays(5), "")))));
        row(out, "count what is overdue, due today and due soon", looked(() ->
                complaints.count(unit, LocalDate.MIN, today.minusDays(1))
                        + complaints.count(unit, today, today)
                        + complaints.count(unit, today.plusDays(1), today.plusDays(3))));
        row(out, "open a case", looked(() -> complaints.find(unit, SampleCases.number(OPEN / 2))));
        row(out, "cases about an institution in 30 days", looked(() ->
                complaints.about(SampleCases.institution(7), cases.now().minus(Duration.ofDays(30)))));
        out.println();
    }

    private static Spread looked(Supplier<?> look) {
        var spread = new Spread();
        for (var i = 0; i < LOOKS + WARMING; i++) {
            var millis = millis(look::get);
            if (i >= WARMING) {
                spread.add(millis);
            }
        }
        return spread;
    }

    private void file(Complaints complaints, Step step, int i) {
        var kept = complaints.file(step, Row.of(step.after(), clocks), SampleCases.LOCK, SampleCases.submission(i));
        if (!(kept instanceof Complaints.Keeping.Kept)) {
            throw new IllegalStateException("a sample case was not kept: " + kept);
        }
    }

    private void keep(Complaints complaints, Step step) {
        if (!complaints.keep(step, Row.of(step.after(), clocks))) {
            throw new IllegalStateException("a sample step was not kept");
        }
    }

    private static double millis(Runnable work) {
        var before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e6;
    }

    private static void row(PrintStream out, String what, Spread spread) {
        out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f |%n",
                what,
                spread.count(),
                spread.median(),
                spread.quantile(0.99));
    }
}

package xingma.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import xingma.rating.Mark;
import xingma.rating.NextStar;
import xingma.rating.Points;
import xingma.rating.Sheet;
import xingma.rating.Simulation;
import xingma.rating.Standard;
import xingma.rating.Stars;
import xingma.rating.Track;
import xingma.rulebook.StandardBook;

/** Rates 1,700 seeded sheets of the draft's 56 clauses, puts a stricter draft to all of them, and looks for paths. */
final class RatingRun {
    private static final int SHEETS = 1700;
    private static final int EVALUATIONS = 20_000;
    private static final int PATHS = 100;
    private static final String TYPE = "医疗美容门诊部";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    void run(PrintStream out, int rounds) {
        var standard = StandardBook.shipped().getFirst();
        var sheets = sheets(standard);
        var stricter = stricter(standard);
        var past = new ArrayList<Simulation.Past>();
        for (var sheet : sheets) {
            past.add(new Simulation.Past("机构" + past.size(), TYPE, standard, sheet, Track.CLEAN));
        }
        out.println("| step | items | ms for all, median (range) | CPU ms for all, median (range) | items per CPU second |");
        out.println("|---|---|---|---|---|");
        row(out, "stars with every step", EVALUATIONS, rounds, () -> {
            for (var n = 0; n < EVALUATIONS; n++) {
                Stars.of(standard, TYPE, sheets.get(n % SHEETS), Track.CLEAN, DAY);
            }
        });
        row(out, "simulation of a draft; sheets", SHEETS, rounds, () -> Simulation.of(stricter, past, DAY));
        row(out, "nearest path to five stars; sheets", PATHS, rounds, () -> {
            for (var sheet : sheets.subList(0, PATHS)) {
                NextStar.to(5, standard, TYPE, sheet, Track.CLEAN, DAY);
            }
        });
        out.println();
    }

    private static void row(PrintStream out, String step, int items, int rounds, Runnable work) {
        work.run();
        var processor = ManagementFactory.getThreadMXBean();
        var wall = new Spread();
        var cpu = new Spread();
        for (var round = 0; round < rounds; round++) {
            var start = System.nanoTime();
            var before = processor.getCurrentThreadCpuTime();
            work.run();
            cpu.add((processor.getCurrentThreadCpuTime() - before) / 1e6);
            wall.add((System.nanoTime() - start) / 1e6);
        }
        out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s | %.0f |%n",
                step,
                items,
                wall.told("%.0f"),
                cpu.told("%.0f"),
                items * 1000 / cpu.median());
    }

    private static List<Sheet> sheets(Standard standard) {
        var random = new Random(20261120);
        var sheets = new ArrayList<Sheet>();
        while (sheets.size() < SHEETS) {
            var marks = new TreeMap<String, Mark>();
            for (var clause : standard.askedOf(TYPE)) {
                var isFull = clause.redLine().isPresent() || random.nextInt(4) > 0;
                var choices = clause.method().choices(clause.most());
                var score = isFull ? clause.most()
                        : choices.isEmpty() ? new Points(random.nextInt(clause.most().hundredths()))
                        : choices.get(random.nextInt(choices.size()));
                marks.put(clause.code(), new Mark.Scored(score));
            }
            sheets.add(new Sheet(marks));
        }
        return sheets;
    }

    private static Standard stricter(Standard s) {
        var lines = s.thresholds().stream()
                .map(t -> new Standard.Threshold(t.stars(), Math.min(100, t.total() + 2), t.eachPart()))
                .toList();
        return new Standard(
                s.id(), s.edition() + 1, Standard.Status.DRAFT, s.title(), s.notice(), s.date(), s.source(), s.parts(), lines,
                s.rules());
    }
}

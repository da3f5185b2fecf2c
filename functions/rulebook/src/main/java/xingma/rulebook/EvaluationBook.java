package xingma.rulebook;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import xingma.attachment.Inspection;
import xingma.evaluation.Finding;
import xingma.evaluation.rules.EvaluationRules;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.evaluation.rules.Exemption;
import xingma.evaluation.rules.ExhibitRules;
import xingma.rating.Clause.Side;
import xingma.territory.TimeLimits;
import xingma.territory.WorkingDays;

/**
 * The part of the rulebook about how a city evaluates (评价管理办法): limits, clocks, panel, declaration and exemption. Apart
 * from {@link Rulebook}, so that a scan never loads it.
 */
public final class EvaluationBook {
    private static final String FOLDER = "rating/";
    private static final int MEGABYTE = 1 << 20;

    private final Function<String, InputStream> files;
    private final WorkingDays calendar;

    public EvaluationBook(Rulebook rulebook) {
        this(name -> rulebook.opened(FOLDER + name), rulebook.calendar());
    }

    /** @param files each by its name */
    EvaluationBook(Function<String, InputStream> files, WorkingDays calendar) {
        this.files = requireNonNull(files, "files");
        this.calendar = requireNonNull(calendar, "calendar");
    }

    /** The rules that ship. */
    public static EvaluationBook standard() {
        return new EvaluationBook(Rulebook.standard());
    }

    /**
     * All rules, read and held against each other.
     *
     * @throws BadRule when a file cannot be used; it says where and why
     */
    public EvaluationRules rules() {
        var limits = LimitReader.read(rows("limits.json"), List.of());
        var clocks = clocks(limits);
        var process = only("process.json");
        var exemption = process.maybeRow("exemption")
                .orElseThrow(() -> process.wrong("缺少“exemption”", "exemption is missing"));
        var exhibits = process.maybeRow("exhibits")
                .orElseThrow(() -> process.wrong("缺少“exhibits”", "exhibits is missing"));
        var panel = new TreeMap<>(Map.of(
                Side.ENFORCEMENT, atLeastOne(process, "enforcement"), Side.ASSOCIATION, atLeastOne(process, "association")));
        var rules = new EvaluationRules(
                limits,
                clocks,
                panel,
                process.text("declaration"),
                stars(process, "commended"),
                new HashSet<>(process.texts("vetoCategories")),
                exemption(exemption),
                exhibits(exhibits),
                calendar);
        process.sourced();
        return rules;
    }

    private static Exemption.Rules exemption(RuleRow row) {
        var rules = new Exemption.Rules(
                stars(row, "leastStars"),
                atLeastOne(row, "cleanMonths"),
                atLeastOne(row, "freshMonths"),
                atLeastOne(row, "mostMonths"),
                row.text("basis"));
        row.end();
        return rules;
    }

    private static ExhibitRules exhibits(RuleRow row) {
        var perClause = atMost(row, "perClause", Finding.MOST_EXHIBITS);
        var perWriter = atMost(row, "perWriter", ExhibitRules.MOST);
        if (perWriter < perClause) {
            throw row.wrong("“perWriter”不能小于“perClause”", "perWriter is no less than perClause");
        }
        var largest = MEGABYTE * atMost(row, "largestMegabytes", Inspection.LARGEST / MEGABYTE);
        var rules = new ExhibitRules(perClause, perWriter, largest, atLeastOne(row, "keptDays"), row.text("basis"));
        row.end();
        return rules;
    }

    private static int atMost(RuleRow row, String name, int most) {
        var number = atLeastOne(row, name);
        if (number > most) {
            throw row.wrong("“" + name + "”最多是" + most, name + " is " + most + " at most");
        }
        return number;
    }

    private static int stars(RuleRow row, String name) {
        var stars = atLeastOne(row, name);
        if (stars > 5) {
            throw row.wrong("星级最多5星", "there are five stars at most");
        }
        return stars;
    }

    private static int atLeastOne(RuleRow row, String name) {
        var number = row.number(name);
        if (number < 1) {
            throw row.wrong("“" + name + "”至少是1", name + " is 1 at least");
        }
        return number;
    }

    private Map<Which, String> clocks(TimeLimits limits) {
        var row = only("clocks.json");
        var clocks = new EnumMap<Which, String>(Which.class);
        for (var which : Which.values()) {
            row.maybeText(which.name().toLowerCase(Locale.ROOT)).ifPresent(code -> {
                LimitReader.mustRun(limits, code, row);
                clocks.put(which, code);
            });
        }
        row.sourced();
        return clocks;
    }

    private RuleRow only(String name) {
        var rows = rows(name);
        if (rows.size() != 1) {
            throw new BadRule(FOLDER + name, 1, "应只有一条", "exactly one item is needed");
        }
        return rows.getFirst();
    }

    private List<RuleRow> rows(String name) {
        try (var in = files.apply(name)) {
            return RuleRow.all(in, FOLDER + name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}

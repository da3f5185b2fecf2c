package xingma.rulebook;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xingma.complaint.filing.Kind;
import xingma.complaint.notification.Notification.What;
import xingma.complaint.notification.NotificationTexts;
import xingma.complaint.rules.AnswerTemplate;
import xingma.complaint.rules.Category;
import xingma.complaint.rules.ClockRules;
import xingma.complaint.rules.ComplaintRules;
import xingma.complaint.rules.RefusalGround;
import xingma.complaint.rules.Retention;
import xingma.complaint.rules.SignalRules;
import xingma.fact.Wording;
import xingma.territory.Span;
import xingma.territory.TimeLimits;

/**
 * The part of the rulebook about complaints (投诉举报规则): limits, clocks, categories, grounds, templates and
 * retention. Apart from {@link Rulebook}, so that a scan never loads it; a file is read when it is asked for.
 */
public final class ComplaintBook {
    private static final String FOLDER = "complaint/";

    private final Rulebook rulebook;

    public ComplaintBook(Rulebook rulebook) {
        this.rulebook = requireNonNull(rulebook, "rulebook");
    }

    /** The rules that ship. */
    public static ComplaintBook standard() {
        return new ComplaintBook(Rulebook.standard());
    }

    /**
     * All rules, read and held against each other.
     *
     * @throws BadRule when a file cannot be used; it says where and why
     */
    public ComplaintRules rules() {
        var limits = limits();
        return new ComplaintRules(
                limits, clocks(limits), categories(), grounds(), templates(), retention(), rulebook.calendar());
    }

    public TimeLimits limits() {
        return LimitReader.read(rows("limits.json"), rows("events.json"));
    }

    public List<Category> categories() {
        var all = new ArrayList<Category>();
        for (var row : identified("categories.json")) {
            var urgent = row.maybeRow("urgent");
            var category = new Category(
                    row.text("id"),
                    row.text("chinese"),
                    row.text("english"),
                    new LinkedHashSet<>(kinds(row)),
                    new HashSet<>(row.texts("premises")),
                    row.word("about", Category.About.class),
                    urgent.isEmpty() ? Optional.empty() : Optional.of(hint(urgent.get())));
            row.sourced();
            all.add(category);
        }
        return all;
    }

    public List<RefusalGround> grounds() {
        var all = new ArrayList<RefusalGround>();
        for (var row : identified("grounds.json")) {
            all.add(new RefusalGround(
                    row.text("id"),
                    row.text("chinese"),
                    row.text("english"),
                    new HashSet<>(kinds(row)),
                    row.text("basis")));
            row.sourced();
        }
        return all;
    }

    public List<AnswerTemplate> templates() {
        var all = new ArrayList<AnswerTemplate>();
        for (var row : identified("templates.json")) {
            all.add(new AnswerTemplate(
                    row.text("id"),
                    row.word("use", AnswerTemplate.Use.class),
                    row.text("chinese"),
                    row.text("english")));
            row.sourced();
        }
        return all;
    }

    public List<Retention> retention() {
        var all = new ArrayList<Retention>();
        for (var row : identified("retention.json")) {
            var what = row.words("erased", Retention.What.class);
            if (what.isEmpty()) {
                throw row.wrong("“erased”里至少写一样要清除的", "erased names nothing");
            }
            all.add(new Retention(
                    row.text("id"),
                    row.text("chinese"),
                    row.text("english"),
                    new HashSet<>(what),
                    new Span(row.number("amount"), row.word("unit", Span.Unit.class)),
                    row.text("basis"),
                    row.text("source"),
                    row.day("date")));
            row.sourced();
        }
        return all;
    }

    /** What complainants are told by telephone. */
    public NotificationTexts notifications() {
        var texts = new EnumMap<What, Map<String, String>>(What.class);
        for (var row : identified("notifications.json")) {
            texts.put(
                    What.valueOf(row.text("id").toUpperCase(Locale.ROOT)),
                    Map.of(
                            "zh-Hans", row.text("chinese"),
                            "zh-Hant", row.text("traditional"),
                            "en", row.text("english"),
                            "ja", row.text("japanese"),
                            "ko", row.text("korean")));
            row.sourced();
        }
        return new NotificationTexts(texts);
    }

    /** When the desk is shown that cases may belong together. */
    public SignalRules signals() {
        var row = rows("signals.json").getFirst();
        var signals = new SignalRules(
                row.number("alike"),
                row.number("seriesCases"),
                row.number("seriesDays"),
                row.number("floodCases"),
                Duration.ofMinutes(row.number("floodMinutes")),
                row.text("source"),
                row.day("date"));
        row.sourced();
        return signals;
    }

    private ClockRules clocks(TimeLimits limits) {
        var codes = new EnumMap<Kind, Map<ClockRules.Which, String>>(Kind.class);
        for (var row : rows("clocks.json")) {
            var kind = row.word("kind", Kind.class);
            var clocks = new EnumMap<ClockRules.Which, String>(ClockRules.Which.class);
            for (var which : ClockRules.Which.values()) {
                var code = row.maybeText(which.name().toLowerCase(Locale.ROOT));
                if (code.isPresent()) {
                    LimitReader.mustRun(limits, code.get(), row);
                    clocks.put(which, code.get());
                }
            }
            row.sourced();
            if (codes.put(kind, clocks) != null) {
                throw row.wrong(kind.chinese() + "写了两次", kind + " is given twice");
            }
        }
        for (var kind : Kind.values()) {
            if (!codes.containsKey(kind)) {
                throw new BadRule(FOLDER + "clocks.json", 1, "缺少" + kind.chinese(), kind + " is missing");
            }
        }
        return new ClockRules(codes);
    }

    private static Wording hint(RuleRow row) {
        var hint = new Wording(row.text("chinese"), row.text("english"));
        row.end();
        return hint;
    }

    private static List<Kind> kinds(RuleRow row) {
        var kinds = row.words("kinds", Kind.class);
        if (kinds.isEmpty()) {
            throw row.wrong("“kinds”里至少写一种", "kinds names none");
        }
        return kinds;
    }

    /** The rows of a file in which each has an id of its own. */
    private List<RuleRow> identified(String name) {
        var seen = new HashSet<String>();
        var rows = rows(name);
        for (var row : rows) {
            if (!seen.add(row.text("id"))) {
                throw row.wrong("“" + row.text("id") + "”写了两次", row.text("id") + " is given twice");
            }
        }
        return rows;
    }

    private List<RuleRow> rows(String name) {
        try (var in = rulebook.opened(FOLDER + name)) {
            return RuleRow.all(in, FOLDER + name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}

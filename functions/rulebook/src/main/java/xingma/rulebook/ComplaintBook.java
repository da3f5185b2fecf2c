package xingma.rulebook;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xingma.complaint.AnswerTemplate;
import xingma.complaint.Category;
import xingma.complaint.ClockRules;
import xingma.complaint.ComplaintRules;
import xingma.complaint.Kind;
import xingma.complaint.RefusalGround;
import xingma.complaint.Retention;
import xingma.territory.HolidayNotice;
import xingma.territory.Span;
import xingma.territory.TimeLimits;
import xingma.territory.WorkingDays;

/**
 * The part of the rulebook about complaints (投诉举报规则): calendar, limits, clocks, categories, grounds, templates and
 * retention. Apart from {@link Rulebook}, so that a scan never loads it; a file is read when it is asked for.
 */
public final class ComplaintBook {
    private static final ComplaintBook STANDARD = new ComplaintBook(ComplaintBook.class, "/xingma/rulebook/complaint/");

    private final Class<?> beside;
    private final String folder;

    /**
     * Complaint rules in another folder of the class path.
     *
     * @param folder absolute, with a slash at its end
     */
    public ComplaintBook(Class<?> beside, String folder) {
        this.beside = requireNonNull(beside, "beside");
        this.folder = requireNonNull(folder, "folder");
    }

    /** The rules that ship. */
    public static ComplaintBook standard() {
        return STANDARD;
    }

    /**
     * All rules, read and held against each other.
     *
     * @throws BadRule when a file cannot be used; it says where and why
     */
    public ComplaintRules rules() {
        var limits = limits();
        return new ComplaintRules(
                limits, clocks(limits), categories(), grounds(), templates(), retention(), calendar());
    }

    /** The calendar by the notices that were out when this rulebook was made. */
    public WorkingDays calendar() {
        var official = new ArrayList<HolidayNotice>();
        var expected = new ArrayList<HolidayNotice>();
        for (var row : rows("holidays.json")) {
            var list =
                    switch (row.word("notice", Standing.class)) {
                        case OFFICIAL -> official;
                        case EXPECTED -> expected;
                    };
            var notice = notice(row);
            for (var other : list) {
                if (other.year() == notice.year()) {
                    throw row.wrong(notice.year() + "年写了两次", notice.year() + " is given twice");
                }
            }
            list.add(notice);
        }
        return WorkingDays.of(official, expected);
    }

    /** A year's notice that is imported: one item of {@code holidays.json} in a file of its own, always official. */
    public static HolidayNotice notice(InputStream in, String file) throws IOException {
        var row = RuleRow.one(in, file);
        if (row.word("notice", Standing.class) != Standing.OFFICIAL) {
            throw row.wrong("导入的要是正式通知：“notice”写OFFICIAL", "an imported notice is OFFICIAL");
        }
        return notice(row);
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
                    new HashSet<>(what),
                    new Span(row.number("amount"), row.word("unit", Span.Unit.class)),
                    row.text("basis")));
            row.text("english");
            row.sourced();
        }
        return all;
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
                throw new BadRule(folder + "clocks.json", 1, "缺少" + kind.chinese(), kind + " is missing");
            }
        }
        return new ClockRules(codes);
    }

    private static HolidayNotice notice(RuleRow row) {
        var year = row.number("year");
        var off = row.days("off");
        var work = row.days("work");
        var source = row.text("source");
        row.sourced();
        try {
            return HolidayNotice.of(year, off, work, source);
        } catch (IllegalArgumentException impossible) {
            throw row.wrong(year + "年的放假安排有误", impossible.getMessage());
        }
    }

    private static Category.Hint hint(RuleRow row) {
        var hint = new Category.Hint(row.text("chinese"), row.text("english"));
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
        try (var in = beside.getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new IllegalStateException("the rulebook has no " + folder + name);
            }
            return RuleRow.all(in, folder + name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private enum Standing { OFFICIAL, EXPECTED }
}

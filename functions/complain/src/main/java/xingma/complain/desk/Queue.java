package xingma.complain.desk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import xingma.aws.http.Request;
import xingma.complaint.Stage;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Row;
import xingma.complaint.filing.Kind;
import xingma.complaint.number.CaseNumber;
import xingma.keeping.Page;
import xingma.territory.Officer;
import xingma.territory.RegionCode;
import xingma.territory.Span;

/** The queue of a unit's cases by the day on which they are due (待办队列), filtered and counted. */
public final class Queue {
    /** Rows that a request gives at least, unless there are no more or it has read enough. */
    private static final int LIST = 50;

    /** Pages of the store that one request reads at most: some 2,000 cases. */
    private static final int MOST_PAGES = 20;

    private static final int LONGEST_QUERY = 60;
    private static final int LONGEST_CURSOR = 200;

    /** What "soon" is, in working days from today. */
    private static final int SOON = 3;

    private final Office office;

    public Queue(Office office) {
        this.office = office;
    }

    /** The groups of the queue (分组). */
    enum Group {
        OVERDUE,
        TODAY,
        SOON,
        AWAITING,
        ALL,
        CLOSED
    }

    public Page<Row> list(Officer officer, Request request) {
        var unit = office.unit(officer, request.query("unit"));
        var words = request.query("q").orElse("").strip();
        if (words.codePointCount(0, words.length()) > LONGEST_QUERY) {
            throw Telling.malformed("q", "q.length", "查找的字最多60个。", "At most 60 characters to search for.");
        }
        var number = CaseNumber.read(words);
        if (number.isPresent()) {
            var found = office.complaints().find(office.desk().units(officer), number.get());
            return new Page<>(
                    found.map(c -> Row.of(c, office.clocks().get())).stream().toList(), Optional.empty());
        }
        var group = choice(request, "group").map(g -> Moves.word(Group.class, "group", g)).orElse(Group.ALL);
        var wanted = kind(request).and(stage(request)).and(assignee(officer, request)).and(containing(words));
        var after = request.query("after").filter(a -> !a.isEmpty() && a.length() <= LONGEST_CURSOR);
        return group == Group.CLOSED
                ? closed(unit, month(request), wanted, after)
                : open(unit, group, wanted, after);
    }

    private Page<Row> open(RegionCode unit, Group group, Predicate<Row> wanted, Optional<String> cursor) {
        var today = office.today();
        var last = lastDay(group, today);
        var found = new ArrayList<Row>();
        var after = cursor;
        for (var pages = 0; pages < MOST_PAGES; pages++) {
            var page = office.complaints().open(unit, after);
            page.items().stream().filter(isIn(group, today).and(wanted)).forEach(found::add);
            after = page.next();
            var past = page.items().isEmpty() || isPast(page.items().getLast(), last);
            if (past || after.isEmpty()) {
                return new Page<>(found, Optional.empty());
            }
            if (found.size() >= LIST) {
                break;
            }
        }
        return new Page<>(found, after);
    }

    private Page<Row> closed(RegionCode unit, YearMonth month, Predicate<Row> wanted, Optional<String> cursor) {
        var found = new ArrayList<Row>();
        var after = cursor;
        for (var pages = 0; pages < MOST_PAGES; pages++) {
            var page = office.complaints().closed(unit, month.atDay(1), month.atEndOfMonth(), after);
            page.items().stream().filter(wanted).forEach(found::add);
            after = page.next();
            if (after.isEmpty() || found.size() >= LIST) {
                break;
            }
        }
        return new Page<>(found, after);
    }

    /** Cases in each group, and how many were closed on time in the running month. */
    public Map<String, Object> counts(Officer officer, Request request) {
        var unit = office.unit(officer, request.query("unit"));
        var today = office.today();
        var told = new LinkedHashMap<String, Object>();
        told.put("overdue", count(unit, LocalDate.MIN, today.minusDays(1)));
        told.put("today", count(unit, today, today));
        told.put("soon", count(unit, today.plusDays(1), lastDay(Group.SOON, today)));
        told.put("soonUntil", lastDay(Group.SOON, today));
        var awaiting = open(unit, Group.AWAITING, row -> true, Optional.empty());
        told.put("awaiting", Map.of("count", awaiting.items().size(), "more", awaiting.next().isPresent()));
        told.put("all", count(unit, LocalDate.MIN, LocalDate.MAX));
        told.put("onTime", onTime(unit, today));
        return told;
    }

    private Map<String, Object> count(RegionCode unit, LocalDate from, LocalDate to) {
        var count = office.complaints().count(unit, from, to);
        return Map.of("count", count, "more", count >= Complaints.MOST_COUNTED);
    }

    private Optional<Map<String, Object>> onTime(RegionCode unit, LocalDate today) {
        return office.rates().find(unit, YearMonth.from(today)).map(rate -> {
            var told = new LinkedHashMap<String, Object>();
            told.put("month", rate.month().toString());
            told.put("closedOnTime", rate.closedOnTime());
            told.put("closed", rate.closed());
            told.put("openOverdue", rate.openOverdue());
            told.put(
                    "rate",
                    rate.perThousand().isEmpty()
                            ? Optional.empty()
                            : Optional.of(percent(rate.perThousand().getAsInt())));
            return told;
        });
    }

    private static String percent(int perThousand) {
        return perThousand / 10 + "." + perThousand % 10;
    }

    /** The last day that a group holds. */
    private LocalDate lastDay(Group group, LocalDate today) {
        return switch (group) {
            case OVERDUE -> today.minusDays(1);
            case TODAY -> today;
            case SOON -> office.clocks().get().calendar().due(today, Span.workingDays(SOON)).day();
            case AWAITING, ALL, CLOSED -> LocalDate.MAX;
        };
    }

    private Predicate<Row> isIn(Group group, LocalDate today) {
        var last = lastDay(group, today);
        return switch (group) {
            case OVERDUE -> row -> isDue(row, LocalDate.MIN, last);
            case TODAY -> row -> isDue(row, today, last);
            case SOON -> row -> isDue(row, today.plusDays(1), last);
            case AWAITING -> Row::awaiting;
            case ALL, CLOSED -> row -> true;
        };
    }

    private static boolean isDue(Row row, LocalDate from, LocalDate to) {
        return row.due().filter(d -> !d.day().isBefore(from) && !d.day().isAfter(to)).isPresent();
    }

    /** Rows come by their days, and those without a day last. */
    private static boolean isPast(Row row, LocalDate last) {
        return !last.equals(LocalDate.MAX) && row.due().filter(d -> !d.day().isAfter(last)).isEmpty();
    }

    private static Predicate<Row> kind(Request request) {
        var kind = choice(request, "kind").map(k -> Moves.word(Kind.class, "kind", k));
        return row -> kind.isEmpty() || row.kind() == kind.get();
    }

    private static Predicate<Row> stage(Request request) {
        var stage = choice(request, "stage").map(s -> Moves.word(Stage.class, "stage", s));
        return row -> stage.isEmpty() || row.stage() == stage.get();
    }

    /** An officer's id, {@code me}, or {@code none} for cases that nobody has. */
    private static Predicate<Row> assignee(Officer officer, Request request) {
        var asked = choice(request, "assignee").map(a -> a.equals("me") ? officer.id() : a);
        return row -> asked.isEmpty()
                || (asked.get().equals("none") ? row.assignee().isEmpty() : row.assignee().equals(asked));
    }

    private Predicate<Row> containing(String words) {
        var sought = words.toLowerCase(Locale.ROOT);
        var digits = sought.replaceAll("[ -]", "");
        return row -> sought.isEmpty()
                || row.place().toLowerCase(Locale.ROOT).contains(sought)
                || row.person().filter(p -> p.toLowerCase(Locale.ROOT).contains(sought)).isPresent()
                || !digits.isEmpty() && row.number().value().contains(digits)
                || office.clocks().get().rules().category(row.category()).filter(c -> c.chinese().contains(words)).isPresent();
    }

    private YearMonth month(Request request) {
        try {
            return choice(request, "month").map(YearMonth::parse).orElseGet(() -> YearMonth.from(office.today()));
        } catch (DateTimeParseException malformed) {
            throw Telling.malformed("month", "month.shape", "月份写成2026-11。", "A month is written 2026-11.");
        }
    }

    private static Optional<String> choice(Request request, String name) {
        return request.query(name).filter(v -> !v.isEmpty() && !v.equals("all"));
    }
}

package xingma.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.territory.Span;
import xingma.territory.TimeLimit;
import xingma.territory.TimeLimits;

/** Reads limits, and the events that shorten some of them between two dates (活动保障). */
final class LimitReader {
    private LimitReader() {}

    static TimeLimits read(List<RuleRow> limits, List<RuleRow> events) {
        var normal = new ArrayList<TimeLimit>();
        for (var row : limits) {
            var limit = limit(row);
            for (var other : normal) {
                if (other.code().equals(limit.code()) && overlap(other, limit.from(), limit.until())) {
                    throw row.wrong(
                            limit.code() + "的两条规定生效日期重叠，同一天会有两个期限",
                            limit.code() + " is in force twice on the same day");
                }
            }
            normal.add(limit);
        }
        var all = new ArrayList<TimeLimit>();
        for (var row : events) {
            all.addAll(event(row, normal));
        }
        all.addAll(normal);
        return new TimeLimits(all);
    }

    /** Refuses a clock that would not run on some day: its limit is unknown, has no number yet, or ends. */
    static void mustRun(TimeLimits limits, String code, RuleRow row) {
        var known = new ArrayList<TimeLimit>();
        for (var limit : limits.all()) {
            if (limit.code().equals(code)) {
                known.add(limit);
            }
        }
        if (known.isEmpty()) {
            throw row.wrong("没有" + code + "这个期限", "there is no limit " + code);
        }
        for (var limit : known) {
            if (limit.span().isEmpty()) {
                throw row.wrong(code + "的天数还没有填，不能拿来计时", code + " has no number yet and cannot run");
            }
            if (limit.until().isPresent() && limits.inForce(code, limit.until().get().plusDays(1)).isEmpty()) {
                throw row.wrong(
                        code + "到" + limit.until().get() + "为止，之后没有接上的规定",
                        code + " ends on " + limit.until().get() + " and nothing follows it");
            }
        }
    }

    private static TimeLimit limit(RuleRow row) {
        if (!row.has("amount") || row.maybeNumber("amount").isEmpty() != row.maybeText("unit").isEmpty()) {
            throw row.wrong("要写“amount”和“unit”；数字还不知道的，两项都写null", "amount and unit are needed; null where not known");
        }
        var span = maybeSpan(row, "amount");
        var extension = maybeSpan(row, "extension");
        if (span.isEmpty() && extension.isPresent()) {
            throw row.wrong("没有期限，就不能有延期", "there is nothing to extend");
        }
        var from = row.maybeDay("from");
        var until = row.maybeDay("until");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw row.wrong("“until”早于“from”", "until is before from");
        }
        var limit = new TimeLimit(
                row.text("code"),
                row.text("chinese"),
                row.text("english"),
                row.word("start", TimeLimit.Start.class),
                span,
                extension,
                row.text("basis"),
                from,
                until,
                row.text("status"));
        row.sourced();
        return limit;
    }

    private static List<TimeLimit> event(RuleRow row, List<TimeLimit> normal) {
        row.text("id");
        var on = row.flag("on");
        var event = new Event(
                row.text("chinese"),
                row.text("english"),
                row.day("from"),
                row.day("until"),
                row.text("basis"),
                row.text("status"));
        if (event.until.isBefore(event.from)) {
            throw row.wrong("“until”早于“from”", "until is before from");
        }
        var shortened = new ArrayList<TimeLimit>();
        for (var shorter : row.rows("limits")) {
            shortened.add(event.shortened(shorter, normal));
        }
        row.sourced();
        return on ? shortened : List.of();
    }

    private record Event(
            String chinese, String english, LocalDate from, LocalDate until, String basis, String assurance) {
        /** A limit between the event's dates. Every one that it takes the place of must be longer: nobody gets less. */
        TimeLimit shortened(RuleRow row, List<TimeLimit> normal) {
            var code = row.text("code");
            var span = span(row, row.number("amount"));
            var extension = maybeSpan(row, "extension");
            row.end();
            var under = new ArrayList<TimeLimit>();
            for (var limit : normal) {
                if (limit.code().equals(code) && overlap(limit, Optional.of(from), Optional.of(until))) {
                    under.add(limit);
                }
            }
            if (under.isEmpty()) {
                throw row.wrong("这段日子里没有" + code + "这个期限", "no limit " + code + " is in force in these days");
            }
            for (var limit : under) {
                if (longer(Optional.of(span), limit.span()) || longer(extension, limit.extension())) {
                    throw row.wrong(code + "在活动期间只能更短，单位也要相同", "an event may only shorten " + code + ", in its unit");
                }
            }
            var usual = under.getFirst();
            return new TimeLimit(
                    code,
                    usual.chinese() + "（" + chinese + "）",
                    usual.english() + " (" + english + ")",
                    usual.start(),
                    Optional.of(span),
                    extension,
                    basis,
                    Optional.of(from),
                    Optional.of(until),
                    assurance);
        }
    }

    private static boolean longer(Optional<Span> event, Optional<Span> usual) {
        return event.isPresent()
                && (usual.isEmpty()
                        || event.get().unit() != usual.get().unit()
                        || event.get().amount() > usual.get().amount());
    }

    private static boolean overlap(TimeLimit limit, Optional<LocalDate> from, Optional<LocalDate> until) {
        return !ends(limit.until(), from) && !ends(until, limit.from());
    }

    private static boolean ends(Optional<LocalDate> end, Optional<LocalDate> before) {
        return end.isPresent() && before.isPresent() && end.get().isBefore(before.get());
    }

    private static Optional<Span> maybeSpan(RuleRow row, String name) {
        var amount = row.maybeNumber(name);
        return amount.isEmpty() ? Optional.empty() : Optional.of(span(row, amount.get()));
    }

    private static Span span(RuleRow row, int amount) {
        if (amount < 1) {
            throw row.wrong("期限至少是1", "a limit is 1 at least");
        }
        return new Span(amount, row.word("unit", Span.Unit.class));
    }
}

package xingma.complain.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xingma.complaint.caseload.Row;
import xingma.complaint.clock.Clock;
import xingma.complaint.clock.Clocks;
import xingma.territory.Span;
import xingma.territory.TimeLimit;

/** Clocks as the desk's screen draws them; days are counted as the clock counts them, and below zero once it is late. */
final class ClockView {
    private ClockView() {}

    static Map<String, Object> of(Clock clock, Clocks clocks, LocalDate today) {
        var told = new LinkedHashMap<String, Object>();
        told.put("which", word(clock.which()));
        told.put("limit", limit(clock.limit()));
        told.put("start", clock.start());
        told.put("days", clock.span().amount());
        told.put("unit", word(clock.span().unit()));
        told.put("used", clocks.used(clock, today));
        told.put("left", left(clocks, clock.span().unit(), clock.due().day(), clock.stopped().orElse(today)));
        told.put("day", clock.due().day());
        told.put("provisional", clock.due().provisional());
        told.put("extended", clock.extended());
        told.put("stopped", clock.stopped());
        told.put("paused", clock.paused());
        told.put("late", clock.isLate(today));
        return told;
    }

    /** The clock of a row, whose limit the row does not hold. */
    static Optional<Map<String, Object>> of(Row row, Clocks clocks, LocalDate today) {
        return row.due().map(due -> {
            var unit = clocks.rules()
                    .limit(row.kind(), due.clock(), clocks.day(row.received()))
                    .flatMap(TimeLimit::span)
                    .map(Span::unit)
                    .orElse(Span.Unit.WORKING_DAY);
            var left = left(clocks, unit, due.day(), today);
            var told = new LinkedHashMap<String, Object>();
            told.put("clock", word(due.clock()));
            told.put("start", due.start());
            told.put("days", due.days());
            told.put("unit", word(unit));
            told.put("used", due.days() - left);
            told.put("left", left);
            told.put("day", due.day());
            told.put("weekday", due.day().getDayOfWeek().getValue());
            told.put("provisional", due.provisional());
            told.put("late", today.isAfter(due.day()));
            return told;
        });
    }

    static Map<String, Object> limit(TimeLimit limit) {
        var told = new LinkedHashMap<String, Object>();
        told.put("code", limit.code());
        told.put("chinese", limit.chinese());
        told.put("english", limit.english());
        told.put("basis", limit.basis());
        return told;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static int left(Clocks clocks, Span.Unit unit, LocalDate due, LocalDate today) {
        return switch (unit) {
            case WORKING_DAY -> today.isAfter(due)
                    ? -clocks.calendar().workingDaysBetween(due, today)
                    : clocks.calendar().workingDaysBetween(today, due);
            case CALENDAR_DAY, MONTH -> (int) (due.toEpochDay() - today.toEpochDay());
        };
    }
}

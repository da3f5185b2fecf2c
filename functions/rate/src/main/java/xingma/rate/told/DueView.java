package xingma.rate.told;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.evaluation.Deadlines;
import xingma.evaluation.Deadlines.Deadline;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Row;
import xingma.territory.Span;
import xingma.territory.TimeLimit;

/** Clocks as screens draw them; days are counted as the clock counts them, and below zero once it is late. */
public final class DueView {
    private DueView() {}

    /** Every clock that runs, with the rule by which it does. */
    public static List<Map<String, Object>> all(Evaluation evaluation, House house) {
        var deadlines = house.deadlines().get();
        return deadlines.running(evaluation).stream().map(d -> of(d, deadlines, house.today())).toList();
    }

    private static Map<String, Object> of(Deadline deadline, Deadlines deadlines, LocalDate today) {
        var span = deadline.limit().span().orElseThrow();
        var told = day(Telling.word(deadline.which()), deadline.due().day(), deadline.due().provisional(), today);
        told.put("left", left(deadlines, span.unit(), deadline.due().day(), today));
        told.put("unit", Telling.word(span.unit()));
        told.put("days", span.amount());
        told.put("start", deadline.start());
        told.put("code", deadline.limit().code());
        told.put("chinese", deadline.limit().chinese());
        told.put("english", deadline.limit().english());
        told.put("basis", deadline.limit().basis());
        return told;
    }

    /** The clock of a row, whose limit the row does not hold. */
    static Optional<Map<String, Object>> of(Row row, Deadlines deadlines, LocalDate today) {
        return row.due().map(due -> {
            var unit = deadlines.rules()
                    .limit(due.which(), today)
                    .flatMap(TimeLimit::span)
                    .map(Span::unit)
                    .orElse(Span.Unit.WORKING_DAY);
            var told = day(Telling.word(due.which()), due.day(), due.provisional(), today);
            told.put("left", left(deadlines, unit, due.day(), today));
            told.put("unit", Telling.word(unit));
            return told;
        });
    }

    private static Map<String, Object> day(String which, LocalDate day, boolean provisional, LocalDate today) {
        var told = new LinkedHashMap<String, Object>();
        told.put("which", which);
        told.put("day", day);
        told.put("weekday", day.getDayOfWeek().getValue());
        told.put("provisional", provisional);
        told.put("late", today.isAfter(day));
        return told;
    }

    private static int left(Deadlines deadlines, Span.Unit unit, LocalDate due, LocalDate today) {
        var calendar = deadlines.rules().calendar();
        return switch (unit) {
            case WORKING_DAY -> today.isAfter(due)
                    ? -calendar.workingDaysBetween(due, today)
                    : calendar.workingDaysBetween(today, due);
            case CALENDAR_DAY, MONTH -> (int) (due.toEpochDay() - today.toEpochDay());
        };
    }
}

package xingma.rate.told;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xingma.evaluation.Evaluation;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.rules.Deadlines;
import xingma.evaluation.rules.Deadlines.Deadline;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.territory.DueDay;
import xingma.territory.Span;
import xingma.territory.TimeLimit;

/**
 * Clocks as screens draw them; days are counted as the clock counts them, and below zero once it is over. Late is only
 * what somebody has to do: a time within which one may question, object or appeal just ends.
 */
public final class DueView {
    private static final Set<Which> MAY = EnumSet.of(Which.FACT_CHECK, Which.NOTICE, Which.APPEAL, Which.WITHDRAWAL_APPEAL);
    private static final Set<Which> APPEALS = EnumSet.of(Which.APPEAL, Which.WITHDRAWAL_APPEAL);

    private DueView() {}

    /** Every clock that runs, with the rule by which it does. */
    public static List<Map<String, Object>> all(Evaluation evaluation, House house) {
        var deadlines = house.deadlines().get();
        return deadlines.running(evaluation).stream().map(d -> of(d, deadlines, house.today())).toList();
    }

    private static Map<String, Object> of(Deadline deadline, Deadlines deadlines, LocalDate today) {
        var span = deadline.limit().span().orElseThrow();
        var told = day(deadline.which(), deadline.due().day(), deadline.due().provisional(), today);
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

    /**
     * The clock of a row, whose limit the row does not hold. A row is written with each step and not when a time ends: after
     * the notice it is publication that is waited for, and after the time to appeal nothing.
     */
    static Optional<Map<String, Object>> of(Row row, Deadlines deadlines, LocalDate today) {
        return row.due().filter(due -> !APPEALS.contains(due.which()) || !today.isAfter(due.day())).map(due -> {
            var publish = due.which() == Which.NOTICE && today.isAfter(due.day())
                    ? deadlines.rules().limit(Which.PUBLISH, today).flatMap(TimeLimit::span)
                    : Optional.<Span>empty();
            var which = publish.isPresent() ? Which.PUBLISH : due.which();
            var end = publish.map(span -> deadlines.rules().calendar().due(due.day(), span));
            var day = end.map(DueDay::day).orElse(due.day());
            var unit = deadlines.rules()
                    .limit(which, today)
                    .flatMap(TimeLimit::span)
                    .map(Span::unit)
                    .orElse(Span.Unit.WORKING_DAY);
            var told = day(which, day, end.map(DueDay::provisional).orElse(due.provisional()), today);
            told.put("left", left(deadlines, unit, day, today));
            told.put("unit", Telling.word(unit));
            return told;
        });
    }

    private static Map<String, Object> day(Which which, LocalDate day, boolean provisional, LocalDate today) {
        var told = new LinkedHashMap<String, Object>();
        told.put("which", Telling.word(which));
        told.put("day", day);
        told.put("weekday", day.getDayOfWeek().getValue());
        told.put("provisional", provisional);
        told.put("over", today.isAfter(day));
        told.put("late", today.isAfter(day) && !MAY.contains(which));
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

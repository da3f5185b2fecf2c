package xingma.scan;

import java.time.LocalDate;
import xingma.pages.Promise;
import xingma.rulebook.Rulebook;
import xingma.territory.DueDay;
import xingma.territory.Span;
import xingma.territory.WorkingDays;

/**
 * By when the law has a complaint accepted or refused, counted on the rulebook's calendar of this year and the next. An
 * event may make it sooner, and the form then says so; the limits themselves are not read here, since a scan that waits
 * for its first page would wait for them.
 */
final class Acceptance implements Promise {
    /** 消费者权益保护法 art. 46; {@code COMPLAINT_ACCEPT} in the rulebook. */
    static final Span WITHIN = Span.workingDays(7);

    private final Rulebook rulebook;
    private volatile Year known;

    Acceptance(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    private record Year(int number, WorkingDays calendar) {}

    @Override
    public DueDay to(LocalDate filed) {
        var year = known;
        if (year == null || year.number != filed.getYear()) {
            year = new Year(filed.getYear(), rulebook.calendarFrom(filed.getYear()));
            known = year;
        }
        return year.calendar.due(filed, WITHIN);
    }
}

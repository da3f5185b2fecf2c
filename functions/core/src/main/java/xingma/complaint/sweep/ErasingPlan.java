package xingma.complaint.sweep;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import xingma.complaint.Complaint;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.rules.Retention;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/**
 * What of closed cases is to be erased by a day (到期清单): the sweep erases by it, and a supervisor reads it beforehand,
 * so that what is announced is what happens.
 */
public final class ErasingPlan {
    /** Days after the end of its time in which a case's erasing is looked for. */
    private static final int LOOKED_BACK = 31;

    /** Between the class that a page ends in and the store's own cursor. */
    private static final char PART = '~';

    private final Complaints complaints;
    private final RetentionSchedule schedule;

    public ErasingPlan(Complaints complaints, RetentionSchedule schedule) {
        this.complaints = requireNonNull(complaints, "complaints");
        this.schedule = requireNonNull(schedule, "schedule");
    }

    /**
     * A case and the class of retention that is over for it.
     *
     * @param closed the day on which the case closed
     * @param from the first day without it
     */
    public record Due(Complaint complaint, Retention retention, LocalDate closed, LocalDate from) {}

    /**
     * A part of the plan: class by class, and in each by the day on which the cases closed. It may hold nothing and
     * still have a next.
     *
     * @param by what is over by this day, today or later
     * @param after as the part before gave it; one that it did not give begins anew
     */
    public Page<Due> page(RegionCode unit, LocalDate today, LocalDate by, Optional<String> after) {
        var all = schedule.all();
        if (all.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        var at = after.map(this::place).filter(i -> i >= 0).orElse(0);
        var each = all.get(at);
        var cursor = after.filter(a -> a.startsWith(each.id() + PART))
                .map(a -> a.substring(each.id().length() + 1))
                .filter(c -> !c.isEmpty());
        var from = schedule.closedBy(each, today).minusDays(LOOKED_BACK);
        var rows = complaints.closed(unit, from, schedule.closedBy(each, by), cursor);
        var due = new ArrayList<Due>();
        for (var row : rows.items()) {
            complaints.find(unit, row.number())
                    .filter(c -> schedule.due(c, by).contains(each))
                    .ifPresent(c -> due.add(due(c, each)));
        }
        var next = rows.next()
                .map(c -> each.id() + PART + c)
                .or(() -> at + 1 < all.size() ? Optional.of(all.get(at + 1).id() + PART) : Optional.empty());
        return new Page<>(due, next);
    }

    private Due due(Complaint complaint, Retention each) {
        var closed = schedule.closed(complaint).orElseThrow();
        return new Due(complaint, each, closed, RetentionSchedule.lastDay(closed, each).plusDays(1));
    }

    private int place(String after) {
        var all = schedule.all();
        return IntStream.range(0, all.size())
                .filter(i -> after.startsWith(all.get(i).id() + PART))
                .findFirst()
                .orElse(-1);
    }
}

package xingma.complaint.sweep;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import xingma.audit.Entry;
import xingma.audit.LedgerPage;
import xingma.audit.Trail;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Row;
import xingma.complaint.clock.Clocks;
import xingma.complaint.clock.Clocks.Task;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidenceStore;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.Retention;
import xingma.territory.DueDay;
import xingma.territory.RegionCode;
import xingma.territory.Span;
import xingma.territory.TimeLimit;

/**
 * What happens to cases without anybody's hand (催办与到期处理): reminders, climbing to the city when a clock ran out, days
 * that a notice of holidays moved, erasing what is over, the on-time rates, the ledger. It may be run at any time, twice,
 * or not for a while: every act has an id that follows from what it is about, and the next run makes up for the last.
 */
public final class Sweep {
    /** Lines bound into one page of the ledger, at most. */
    static final int LINES = 2_000;

    /** So long after an act its line may still come in, by a function whose watch or network is slow. */
    static final Duration SETTLED = Duration.ofMinutes(2);

    /** No line is older than the system. */
    static final LocalDate BEGINNING = LocalDate.of(2026, 1, 1);

    /** In the first days of a month the month before is reckoned once more. */
    private static final int STILL_LAST_MONTH = 3;

    private final Complaints complaints;
    private final Supplier<Clocks> clocks;
    private final RetentionSchedule retention;
    private final ErasingPlan plan;
    private final EvidenceStore evidence;
    private final Function<CaseNumber, EvidenceFolder> folders;
    private final OnTimeRates rates;
    private final Trail trail;
    private final InstantSource clock;

    /**
     * @param clocks with every notice of holidays that is known by now
     * @param folders where a case's files lie
     */
    public Sweep(
            Complaints complaints,
            Supplier<Clocks> clocks,
            RetentionSchedule retention,
            EvidenceStore evidence,
            Function<CaseNumber, EvidenceFolder> folders,
            OnTimeRates rates,
            Trail trail,
            InstantSource clock) {
        this.complaints = requireNonNull(complaints, "complaints");
        this.clocks = requireNonNull(clocks, "clocks");
        this.retention = requireNonNull(retention, "retention");
        this.plan = new ErasingPlan(complaints, retention);
        this.evidence = requireNonNull(evidence, "evidence");
        this.folders = requireNonNull(folders, "folders");
        this.rates = requireNonNull(rates, "rates");
        this.trail = requireNonNull(trail, "trail");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * What one run did.
     *
     * @param looked rows that were looked at
     * @param missed cases that somebody else moved meanwhile; the next run comes to them
     * @param whole false when the time was over before everything was looked at
     */
    public record Report(
            int looked, int reminded, int climbed, int moved, int erased, int missed, int pages, boolean whole) {
        static final Report NOTHING = new Report(0, 0, 0, 0, 0, 0, 0, true);

        Report plus(Report o) {
            return new Report(
                    looked + o.looked,
                    reminded + o.reminded,
                    climbed + o.climbed,
                    moved + o.moved,
                    erased + o.erased,
                    missed + o.missed,
                    pages + o.pages,
                    whole && o.whole);
        }
    }

    /**
     * Goes once through the units and then through the ledger.
     *
     * @param goOn asked before each page of work; false ends the run
     */
    public Report run(List<RegionCode> units, BooleanSupplier goOn) {
        var report = Report.NOTHING;
        for (var unit : units) {
            report = report.plus(open(unit, goOn)).plus(closed(unit, goOn));
        }
        return report.plus(bind(goOn));
    }

    // ---- open cases ---------------------------------------------------------------------------------------------

    private Report open(RegionCode unit, BooleanSupplier goOn) {
        var today = today();
        var report = Report.NOTHING;
        var overdue = 0;
        var lastMonth = YearMonth.from(today).minusMonths(1);
        var overdueThen = 0;
        var after = Optional.<String>empty();
        do {
            if (!goOn.getAsBoolean()) {
                return report.plus(unfinished());
            }
            var page = complaints.open(unit, after);
            for (var row : page.items()) {
                report = report.plus(tend(row, today));
                overdue += isDueBefore(row, today) ? 1 : 0;
                overdueThen += isDueBefore(row, lastMonth.plusMonths(1).atDay(1)) ? 1 : 0;
            }
            after = page.next();
        } while (after.isPresent());
        reckon(unit, YearMonth.from(today), overdue, goOn);
        if (today.getDayOfMonth() <= STILL_LAST_MONTH) {
            reckon(unit, lastMonth, overdueThen, goOn);
        }
        return report;
    }

    private static boolean isDueBefore(Row row, LocalDate day) {
        return row.due().filter(due -> due.day().isBefore(day)).isPresent();
    }

    /** Does for one case what its clocks ask for by this day. */
    private Report tend(Row row, LocalDate today) {
        var report = new Report(1, 0, 0, 0, 0, 0, 0, true);
        if (!hasMoved(row) && row.wake().filter(day -> !day.isAfter(today)).isEmpty()) {
            return report;
        }
        var found = complaints.find(row.unit(), row.number());
        if (found.isEmpty()) {
            return report.plus(missed());
        }
        var complaint = found.get();
        for (var step = next(complaint, row, today); step.isPresent(); step = next(complaint, row, today)) {
            if (!complaints.keep(step.get(), row(step.get().after()))) {
                return report.plus(missed());
            }
            complaint = step.get().after();
            report = report.plus(done(step.get().act()));
        }
        var renewed = row(complaint);
        if (!renewed.due().equals(row.due()) || !renewed.wake().equals(row.wake())) {
            complaints.renew(complaint, renewed);
        }
        return report;
    }

    /** Whether the calendar counts another day than the row tells, without opening the case. */
    private boolean hasMoved(Row row) {
        var known = clocks.get();
        return row.due()
                .filter(due -> known.rules()
                        .limit(row.kind(), due.clock(), known.day(row.received()))
                        .flatMap(TimeLimit::span)
                        .map(span -> known.calendar().due(due.start(), new Span(due.days(), span.unit())))
                        .filter(now -> !now.equals(new DueDay(due.day(), due.provisional())))
                        .isPresent())
                .isPresent();
    }

    /** The next step that a case's clocks ask for; the day that a notice moved comes first. */
    private Optional<Step> next(Complaint complaint, Row row, LocalDate today) {
        if (!(complaint instanceof Complaint.Open open)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var moved = moved(open, row, now);
        if (moved.isPresent()) {
            return moved;
        }
        return clocks.get().tasks(open, today).stream().findFirst().map(task -> switch (task) {
            case Task.Remind(var of, var mark, var day) -> open.remind(task.id(), now, of.which(), mark);
            case Task.Climb(var of, var day) -> open.climb(task.id(), now, of.which());
        });
    }

    private Optional<Step> moved(Complaint.Open open, Row row, Instant now) {
        return row.due().flatMap(told -> clocks.get().binding(open).stream()
                .filter(c -> c.which() == told.clock() && c.start().equals(told.start()))
                .filter(c -> c.span().amount() == told.days())
                .filter(c -> !c.due().day().equals(told.day()))
                .findFirst()
                .flatMap(c -> {
                    var id = "moved-" + c.name() + "-" + c.due().day();
                    return open.docket().byId(id).isPresent()
                            ? Optional.empty()
                            : Optional.of(open.moveDue(id, now, c.which(), told.day(), c.due().day()));
                }));
    }

    private static Report done(Act act) {
        return switch (act) {
            case Act.Reminded r -> new Report(0, 1, 0, 0, 0, 0, 0, true);
            case Act.Climbed c -> new Report(0, 0, 1, 0, 0, 0, 0, true);
            case Act.DueMoved m -> new Report(0, 0, 0, 1, 0, 0, 0, true);
            case Act.Erased e -> new Report(0, 0, 0, 0, 1, 0, 0, true);
            default -> Report.NOTHING;
        };
    }

    private void reckon(RegionCode unit, YearMonth month, int openOverdue, BooleanSupplier goOn) {
        var closed = 0;
        var onTime = 0;
        var after = Optional.<String>empty();
        do {
            if (!goOn.getAsBoolean()) {
                return;
            }
            var page = complaints.closed(unit, month.atDay(1), month.atEndOfMonth(), after);
            closed += page.items().size();
            onTime += (int) page.items().stream().filter(row -> !row.late()).count();
            after = page.next();
        } while (after.isPresent());
        rates.keep(new OnTimeRate(unit, month, onTime, closed, openOverdue, clock.instant()));
    }

    // ---- closed cases -------------------------------------------------------------------------------------------

    /** What a supervisor may read beforehand is what is erased. */
    private Report closed(RegionCode unit, BooleanSupplier goOn) {
        var report = Report.NOTHING;
        var today = today();
        var after = Optional.<String>empty();
        do {
            if (!goOn.getAsBoolean()) {
                return report.plus(unfinished());
            }
            var page = plan.page(unit, today, today, after);
            for (var due : page.items()) {
                report = report.plus(erase(due.complaint(), due.retention()));
            }
            after = page.next();
        } while (after.isPresent());
        return report;
    }

    /** Files first: a step that is kept is not due again. */
    private Report erase(Complaint complaint, Retention each) {
        if (each.erased().contains(Retention.What.EVIDENCE)) {
            evidence.erase(folders.apply(complaint.number()));
        }
        var step = retention.erase(complaint, each, clock.instant());
        return complaints.keep(step, row(step.after())) ? done(step.act()) : missed();
    }

    // ---- the ledger ---------------------------------------------------------------------------------------------

    /** Binds every line that settled since the newest page. */
    private Report bind(BooleanSupplier goOn) {
        var report = Report.NOTHING;
        var until = clock.instant().minus(SETTLED);
        var last = trail.newestPage();
        while (begin(last).isBefore(until)) {
            if (!goOn.getAsBoolean()) {
                return report.plus(unfinished());
            }
            var page = page(last, until);
            if (!trail.keep(page)) {
                return report.plus(missed());
            }
            last = Optional.of(page);
            report = report.plus(new Report(0, 0, 0, 0, 0, 0, 1, true));
        }
        return report;
    }

    private static Instant begin(Optional<LedgerPage> last) {
        return last.map(LedgerPage::to).orElseGet(() -> BEGINNING.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private LedgerPage page(Optional<LedgerPage> last, Instant until) {
        var from = begin(last);
        var lines = new ArrayList<Entry>();
        var to = until;
        while (true) {
            var more = trail.between(from, to, lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()));
            lines.addAll(more);
            if (more.size() < Trail.PAGE) {
                break;
            }
            if (lines.size() >= LINES && lines.getLast().at().isAfter(from)) {
                to = lines.getLast().at();
                var end = to;
                lines.removeIf(line -> !line.at().isBefore(end));
                break;
            }
        }
        var bound = to;
        return last.map(before -> LedgerPage.after(before, bound, lines))
                .orElseGet(() -> LedgerPage.first(from, bound, lines));
    }

    private Row row(Complaint complaint) {
        return Row.of(complaint, clocks.get());
    }

    private LocalDate today() {
        return clocks.get().day(clock.instant());
    }

    private static Report missed() {
        return new Report(0, 0, 0, 0, 0, 1, 0, true);
    }

    private static Report unfinished() {
        return new Report(0, 0, 0, 0, 0, 0, 0, false);
    }
}

package xingma.complain.desk;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import xingma.aws.http.Request;
import xingma.complaint.desk.Bar;
import xingma.complaint.rules.Retention;
import xingma.complaint.sweep.ErasingPlan;
import xingma.territory.Duty;
import xingma.territory.Officer;

/** What the sweep would erase, for a supervisor to read beforehand (到期删除试算): numbers, days and rules, nobody's data. */
public final class RetentionView {
    /** Cases that a request gives at least, unless there are no more or it has read enough. */
    private static final int LIST = 50;

    /** Parts of the plan that one request reads at most, each with a read for every case in it: some 300 cases. */
    private static final int MOST_PARTS = 3;

    private static final int LONGEST_CURSOR = 300;

    /** Who plans for more than this looks at a case that is not closed yet. */
    private static final int MOST_DAYS_AHEAD = 366;

    private final Office office;

    public RetentionView(Office office) {
        this.office = requireNonNull(office, "office");
    }

    public Map<String, Object> of(Officer officer, Request request) {
        if (!officer.has(Duty.SUPERVISOR)) {
            throw Telling.refused(Bar.NOT_SUPERVISOR);
        }
        var unit = office.unit(officer, request.query("unit"));
        var schedule = office.clocks().get().retention();
        var today = office.today();
        var by = by(request, today);
        var plan = new ErasingPlan(office.complaints(), schedule);
        var items = new ArrayList<Map<String, Object>>();
        var after = request.query("after").filter(a -> !a.isEmpty() && a.length() <= LONGEST_CURSOR);
        for (var parts = 0; parts < MOST_PARTS && items.size() < LIST; parts++) {
            var page = plan.page(unit, today, by, after);
            page.items().forEach(due -> items.add(told(due)));
            after = page.next();
            if (after.isEmpty()) {
                break;
            }
        }
        var told = new LinkedHashMap<String, Object>();
        told.put("unit", office.named(unit));
        told.put("today", today);
        told.put("by", by);
        told.put("classes", schedule.all().stream().map(RetentionView::told).toList());
        told.put("items", items);
        told.put("next", after);
        return told;
    }

    private static Map<String, Object> told(ErasingPlan.Due due) {
        var told = new LinkedHashMap<String, Object>();
        told.put("number", due.complaint().number().value());
        told.put("spoken", due.complaint().number().spoken());
        told.put("retention", due.retention().id());
        told.put("closed", due.closed());
        told.put("from", due.from());
        return told;
    }

    private static Map<String, Object> told(Retention retention) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", retention.id());
        told.put("chinese", retention.chinese());
        told.put("english", retention.english());
        told.put("erased", retention.erased().stream().sorted().map(ClockView::word).toList());
        told.put("amount", retention.afterClosing().amount());
        told.put("unit", ClockView.word(retention.afterClosing().unit()));
        told.put("basis", retention.basis());
        told.put("source", retention.source());
        told.put("since", retention.since());
        return told;
    }

    private static LocalDate by(Request request, LocalDate today) {
        try {
            return request.query("by")
                    .filter(d -> !d.isEmpty())
                    .map(LocalDate::parse)
                    .or(() -> Optional.of(today))
                    .filter(d -> !d.isBefore(today) && !d.isAfter(today.plusDays(MOST_DAYS_AHEAD)))
                    .orElseThrow(RetentionView::noDay);
        } catch (DateTimeParseException malformed) {
            throw noDay();
        }
    }

    private static RuntimeException noDay() {
        return Telling.malformed(
                "by",
                "by.day",
                "日期写作2026-12-31，从今天起最多一年。",
                "A day is written 2026-12-31, from today to a year from now.");
    }
}

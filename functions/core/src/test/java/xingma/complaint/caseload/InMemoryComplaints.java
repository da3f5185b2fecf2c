package xingma.complaint.caseload;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import xingma.audit.InMemoryTrail;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.notification.Notification;
import xingma.complaint.notification.Outbox;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/** Cases in memory, for tests. Held to the same contract as the store that ships. */
public final class InMemoryComplaints implements Complaints, Outbox {
    private final Map<CaseNumber, Kept> cases = new HashMap<>();
    private final Map<CaseNumber, Receipt.Lock> locks = new HashMap<>();
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Notification> untold = new HashMap<>();
    private final InMemoryTrail trail;
    private final RetentionSchedule retention;
    private final InstantSource now;

    public InMemoryComplaints(InMemoryTrail trail, RetentionSchedule retention, InstantSource now) {
        this.trail = trail;
        this.retention = retention;
        this.now = now;
    }

    /** A case as it lies there and the row that lists it. */
    private record Kept(Complaint complaint, Row row) {
        Kept {
            if (!row.number().equals(complaint.number()) || !row.unit().equals(complaint.unit())) {
                throw new IllegalArgumentException("a row of another case");
            }
        }
    }

    @Override
    public synchronized Keeping file(Step step, Row row, Receipt.Lock lock, Submission submission) {
        var number = step.after().number();
        var kept = new Kept(step.after(), row);
        var before = known.get(submission.key());
        if (before != null) {
            return isKept(step) ? new Keeping.Kept() : new Keeping.AlreadyKnown(before);
        }
        if (locks.containsKey(number)) {
            return new Keeping.NumberTaken();
        }
        trail.append(step.entry());
        cases.put(number, kept);
        locks.put(number, lock);
        known.put(submission.key(), new Known(submission, number));
        return new Keeping.Kept();
    }

    @Override
    public synchronized Optional<Complaint> find(RegionCode unit, CaseNumber number) {
        return lying(unit, number).map(kept -> retention.shown(kept.complaint, today()));
    }

    private Optional<Kept> lying(RegionCode unit, CaseNumber number) {
        return Optional.ofNullable(cases.get(number)).filter(kept -> kept.row.unit().equals(unit));
    }

    @Override
    public synchronized Optional<Whereabouts> whereabouts(CaseNumber number) {
        return Optional.ofNullable(cases.get(number))
                .map(kept -> new Whereabouts(kept.row.unit(), locks.get(number)));
    }

    @Override
    public synchronized Optional<Known> submitted(String key) {
        return Optional.ofNullable(known.get(key));
    }

    @Override
    public synchronized boolean keep(Step step, Row row) {
        var before = step.before().orElseThrow();
        var kept = new Kept(step.after(), row);
        if (isKept(step)) {
            return true;
        }
        if (lying(before.unit(), before.number()).filter(k -> stands(k, before)).isEmpty()) {
            return false;
        }
        trail.append(step.entry());
        cases.put(before.number(), kept);
        Notification.of(step).ifPresent(n -> untold.put(n.id(), n));
        return true;
    }

    // ---- the outbox ---------------------------------------------------------------------------------------------

    @Override
    public synchronized List<Notification> due(Instant until, int most) {
        return untold.values().stream()
                .filter(n -> !n.due().isAfter(until))
                .sorted(Comparator.comparing(Notification::due).thenComparing(Notification::id))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized boolean take(Notification notification, Notification begun) {
        return untold.replace(notification.id(), notification, begun);
    }

    @Override
    public synchronized void drop(Notification notification) {
        untold.remove(notification.id());
    }

    private boolean isKept(Step step) {
        var entry = step.entry();
        return trail.at(entry.subject(), entry.position()).filter(entry::equals).isPresent();
    }

    private static boolean stands(Kept kept, Complaint complaint) {
        return kept.complaint.docket().head().equals(complaint.docket().head());
    }

    @Override
    public synchronized boolean renew(Complaint complaint, Row row) {
        var there = lying(complaint.unit(), complaint.number()).filter(kept -> stands(kept, complaint));
        there.ifPresent(kept -> cases.put(complaint.number(), new Kept(kept.complaint, row)));
        return there.isPresent();
    }

    @Override
    public synchronized Page<Row> open(RegionCode unit, Optional<String> after) {
        return page(rows(row -> row.unit().equals(unit) && row.isOpen()), after);
    }

    @Override
    public synchronized int count(RegionCode unit, LocalDate from, LocalDate to) {
        return (int) rows(row -> row.unit().equals(unit) && row.isOpen())
                .filter(row -> isBetween(row, from, to))
                .limit(MOST_COUNTED)
                .count();
    }

    @Override
    public synchronized Page<Row> closed(RegionCode unit, LocalDate from, LocalDate to, Optional<String> after) {
        return page(rows(row -> row.unit().equals(unit) && !row.isOpen()).filter(r -> isBetween(r, from, to)), after);
    }

    @Override
    public synchronized List<Row> about(InstitutionId institution, Instant since) {
        return rows(row -> row.institution().equals(Optional.of(institution)))
                .filter(row -> !row.received().isBefore(since))
                .sorted(Comparator.comparing(Row::received).thenComparing(Row::number).reversed())
                .limit(MOST_ABOUT)
                .toList();
    }

    private Stream<Row> rows(Predicate<Row> wanted) {
        return cases.values().stream().map(Kept::row).filter(wanted).map(row -> row.shown(retention, today()));
    }

    private static boolean isBetween(Row row, LocalDate from, LocalDate to) {
        return row.sort().compareTo(Row.sort(from, "")) >= 0 && row.sort().compareTo(Row.sort(to, "~")) <= 0;
    }

    private static Page<Row> page(Stream<Row> rows, Optional<String> after) {
        var rest = rows.filter(row -> after.isEmpty() || row.sort().compareTo(after.get()) > 0)
                .sorted(Comparator.comparing(Row::sort))
                .toList();
        var items = rest.stream().limit(PAGE).toList();
        return new Page<>(items, rest.size() > PAGE ? Optional.of(items.getLast().sort()) : Optional.empty());
    }

    private LocalDate today() {
        return retention.day(now.instant());
    }
}

package xingma.complaint.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/** A store to which something happens just before each step would be kept: somebody is faster, or it breaks. */
public final class Disturbed implements Complaints {
    private final Complaints store;
    private final Consumer<Step> before;

    Disturbed(Complaints store, Consumer<Step> before) {
        this.store = store;
        this.before = before;
    }

    /** Somebody else takes a step first, so many times. */
    public static Disturbed overtaken(Complaints store, int times, Consumer<Complaint> faster) {
        var left = new AtomicInteger(times);
        return new Disturbed(store, step -> {
            if (left.getAndDecrement() > 0) {
                faster.accept(step.before().orElseThrow());
            }
        });
    }

    /** Keeps so many steps and breaks on every later one. */
    public static Disturbed breaking(Complaints store, int kept) {
        var left = new AtomicInteger(kept);
        return new Disturbed(store, step -> {
            if (left.getAndDecrement() <= 0) {
                throw new Outage();
            }
        });
    }

    public static final class Outage extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public boolean keep(Step step, Row row) {
        before.accept(step);
        return store.keep(step, row);
    }

    @Override
    public Keeping file(Step step, Row row, Receipt.Lock lock, Submission submission) {
        return store.file(step, row, lock, submission);
    }

    @Override
    public Optional<Complaint> find(RegionCode unit, CaseNumber number) {
        return store.find(unit, number);
    }

    @Override
    public Optional<Whereabouts> whereabouts(CaseNumber number) {
        return store.whereabouts(number);
    }

    @Override
    public Optional<Known> submitted(String key) {
        return store.submitted(key);
    }

    @Override
    public boolean renew(Complaint complaint, Row row) {
        return store.renew(complaint, row);
    }

    @Override
    public Page<Row> open(RegionCode unit, Optional<String> after) {
        return store.open(unit, after);
    }

    @Override
    public int count(RegionCode unit, LocalDate from, LocalDate to) {
        return store.count(unit, from, to);
    }

    @Override
    public Page<Row> closed(RegionCode unit, LocalDate from, LocalDate to, Optional<String> after) {
        return store.closed(unit, from, to, after);
    }

    @Override
    public List<Row> about(InstitutionId institution, Instant since) {
        return store.about(institution, since);
    }
}

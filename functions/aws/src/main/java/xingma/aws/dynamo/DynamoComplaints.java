package xingma.aws.dynamo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import xingma.aws.dynamo.Table.Condition;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Row;
import xingma.complaint.caseload.Submission;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.notification.Notification;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/**
 * Cases in the complaints' table, each step with its line in the trail's table.
 *
 * <pre>
 * pk              sk            what
 * UNIT#unit       CASE#number   acts (JSON lines in gzip), revision, head; row (JSON) for the lists:
 *                               index queue: list OPEN#unit or CLOSED#unit, sort day it is due or was closed + number
 *                               index about: about the institution, received
 * NUMBER#number   RECEIPT       unit: where the case lies; salt, rounds, hash: the receipt's lock
 * KEY#mark        SUBMISSION    body, draw, number: what was filed with this key
 * NOTIFY#number   act's id      what is to be told of a step: see {@link DynamoOutbox}
 * </pre>
 *
 * A step is one transaction, with what is to be told of it: its line of the trail, on the condition that its place is empty; the case, on the condition
 * that its head is the one before the step. Whoever goes to another unit is deleted there, put here and its whereabouts
 * changed. The line that stands in a step's place tells the echo of this very step from the step of somebody else, also
 * when others have followed it.
 */
public final class DynamoComplaints implements Complaints {
    /** The trail's line is the first action of every step. */
    private static final int LINE = 0;

    private final Table table;
    private final Table audit;
    private final Index queue;
    private final Index about;
    private final Transactions transactions;
    private final RetentionSchedule retention;
    private final InstantSource now;

    public DynamoComplaints(
            DynamoDbClient dynamo,
            String complaintTable,
            String auditTable,
            RetentionSchedule retention,
            InstantSource now) {
        this.table = new Table(dynamo, complaintTable);
        this.audit = new Table(dynamo, auditTable);
        this.queue = new Index(table, "queue", "list", "sort");
        this.about = new Index(table, "about", "about", "received");
        this.transactions = new Transactions(dynamo);
        this.retention = retention;
        this.now = now;
    }

    /** For those who read rows and keep nothing. */
    public static DynamoComplaints reading(
            DynamoDbClient dynamo, String complaintTable, RetentionSchedule retention, InstantSource now) {
        return new DynamoComplaints(dynamo, complaintTable, Table.NEVER, retention, now);
    }

    @Override
    public Keeping file(Step step, Row row, Receipt.Lock lock, Submission submission) {
        var complaint = step.after();
        var number = complaint.number();
        var known = Cases.submission(submission, number);
        var taken = Cases.receipt(number, complaint.unit(), lock);
        var actions = List.of(
                audit.putting(TrailLines.item(step.entry()), Condition.absent()),
                table.putting(known, Condition.absent()),
                table.putting(taken, Condition.absent()),
                table.putting(Cases.item(complaint, row), Condition.absent()));
        return switch (transactions.write(actions)) {
            case Transactions.Outcome.Kept kept -> new Keeping.Kept();
            case Transactions.Outcome.Refused(var standing) -> settled(standing, step, submission);
        };
    }

    private Keeping settled(Map<Integer, Attributes> standing, Step step, Submission submission) {
        if (TrailLines.isEcho(standing.get(LINE), step.entry())) {
            return new Keeping.Kept();
        }
        var before = submitted(submission.key());
        if (before.isPresent()) {
            return new Keeping.AlreadyKnown(before.get());
        }
        if (whereabouts(step.after().number()).isPresent()) {
            return new Keeping.NumberTaken();
        }
        throw new IllegalStateException("a case lies there whose number was never given out");
    }

    @Override
    public Optional<Complaint> find(RegionCode unit, CaseNumber number) {
        return table.get(Cases.key(unit, number)).map(item -> retention.shown(Cases.read(item), today()));
    }

    @Override
    public Optional<Complaint> find(List<RegionCode> units, CaseNumber number) {
        if (units.size() == 1) {
            return find(units.getFirst(), number);
        }
        return table.getAll(units.stream().map(unit -> Cases.key(unit, number)).toList()).stream()
                .findFirst()
                .map(item -> retention.shown(Cases.read(item), today()));
    }

    @Override
    public Optional<Whereabouts> whereabouts(CaseNumber number) {
        return table.get(Cases.receiptKey(number)).map(Cases::readReceipt);
    }

    @Override
    public Optional<Known> submitted(String key) {
        return table.get(Cases.submissionKey(key)).map(Cases::readSubmission);
    }

    @Override
    public boolean keep(Step step, Row row) {
        var before = step.before().orElseThrow();
        var after = step.after();
        var stands = Condition.same(Cases.HEAD, before.docket().head());
        var item = Cases.item(after, row);
        var actions = new ArrayList<TransactWriteItem>();
        actions.add(audit.putting(TrailLines.item(step.entry()), Condition.absent()));
        if (before.unit().equals(after.unit())) {
            actions.add(table.putting(item, stands));
        } else {
            actions.add(table.deleting(Cases.key(before.unit(), before.number()), stands));
            actions.add(table.putting(item, Condition.absent()));
            actions.add(table.changing(
                    Cases.receiptKey(after.number()),
                    Cases.UNIT,
                    before.unit().value(),
                    after.unit().value()));
        }
        // Put whatever stands there: the line's place says whether this step was kept before.
        Notification.of(step).ifPresent(n -> actions.add(table.putting(DynamoOutbox.item(n))));
        return switch (transactions.write(actions)) {
            case Transactions.Outcome.Kept kept -> true;
            case Transactions.Outcome.Refused(var standing) -> TrailLines.isEcho(standing.get(LINE), step.entry());
        };
    }

    @Override
    public boolean renew(Complaint complaint, Row row) {
        var listed = Cases.listed(Attributes.none(), complaint, row);
        try {
            table.dynamo().updateItem(r -> r.tableName(table.name())
                    .key(Cases.key(complaint.unit(), complaint.number()).map())
                    .updateExpression("SET #list = :list, #sort = :sort, #row = :row")
                    .conditionExpression("#head = :head")
                    .expressionAttributeNames(
                            Map.of("#list", "list", "#sort", "sort", "#row", "row", "#head", Cases.HEAD))
                    .expressionAttributeValues(Attributes.none()
                            .put(":list", listed.text("list"))
                            .put(":sort", listed.text("sort"))
                            .put(":row", listed.text("row"))
                            .put(":head", complaint.docket().head())
                            .map()));
            return true;
        } catch (ConditionalCheckFailedException movedOn) {
            return false;
        }
    }

    @Override
    public Page<Row> open(RegionCode unit, Optional<String> after) {
        return list(Cases.openList(unit), LocalDate.MIN, LocalDate.MAX, after);
    }

    @Override
    public int count(RegionCode unit, LocalDate from, LocalDate to) {
        return queue.count(Cases.openList(unit), Cases.fromDay(from), Cases.toDay(to), MOST_COUNTED);
    }

    @Override
    public Page<Row> closed(RegionCode unit, LocalDate from, LocalDate to, Optional<String> after) {
        return list(Cases.closedList(unit), from, to, after);
    }

    private Page<Row> list(String list, LocalDate from, LocalDate to, Optional<String> after) {
        var today = today();
        return queue.page(
                list,
                Cases.fromDay(from),
                Cases.toDay(to),
                after,
                item -> Cases.readRow(item).shown(retention, today));
    }

    @Override
    public List<Row> about(InstitutionId institution, Instant since) {
        var today = today();
        return about.newest(institution.value(), Cases.received(since), "~", MOST_ABOUT).stream()
                .map(item -> Cases.readRow(item).shown(retention, today))
                .toList();
    }

    private LocalDate today() {
        return retention.day(now.instant());
    }
}

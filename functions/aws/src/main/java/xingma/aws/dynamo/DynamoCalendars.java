package xingma.aws.dynamo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.audit.Entry;
import xingma.aws.Unavailable;
import xingma.complaint.clock.NoticeLine;
import xingma.territory.Calendars;
import xingma.territory.HolidayNotice;
import xingma.territory.Officer;

/**
 * Notices of holidays in the complaints' table, each with its line in the trail's table.
 *
 * <pre>
 * pk         sk     what
 * CALENDAR   year   off, work (days), source, revision, head: the hash of the newest line of the trail
 * </pre>
 *
 * A notice is written on the condition that the one read before still stands. Of two supervisors who import at once the
 * later one takes the place of the earlier one, and the trail has both.
 */
public final class DynamoCalendars implements Calendars {
    private static final String PK = "CALENDAR";
    private static final String HEAD = "head";
    private static final int ATTEMPTS = 5;
    private static final int MOST_YEARS = 200;

    private final Table table;
    private final Table audit;
    private final Transactions transactions;

    public DynamoCalendars(DynamoDbClient dynamo, String complaintTable, String auditTable) {
        this.table = new Table(dynamo, complaintTable);
        this.audit = new Table(dynamo, auditTable);
        this.transactions = new Transactions(dynamo);
    }

    /** For those who read notices and keep none. */
    public static DynamoCalendars reading(DynamoDbClient dynamo, String complaintTable) {
        return new DynamoCalendars(dynamo, complaintTable, Table.NEVER);
    }

    @Override
    public List<HolidayNotice> notices() {
        return table.aside(PK, "0", MOST_YEARS).stream().map(DynamoCalendars::read).toList();
    }

    @Override
    public void keep(HolidayNotice notice, Officer by, Instant at) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var standing = table.get(key(notice.year()));
            if (standing.map(DynamoCalendars::read).filter(notice::equals).isPresent()) {
                return;
            }
            var line = NoticeLine.of(
                    notice,
                    by,
                    at,
                    standing.map(item -> (int) item.number("revision")).orElse(0) + 1,
                    standing.map(item -> item.text(HEAD)).orElse(Entry.FIRST));
            var condition = standing.map(item -> Table.Condition.same(HEAD, item.text(HEAD)))
                    .orElse(Table.Condition.absent());
            var actions = List.of(
                    audit.putting(TrailLines.item(line), Table.Condition.absent()),
                    table.putting(item(notice, line), condition));
            if (transactions.write(actions) instanceof Transactions.Outcome.Kept) {
                return;
            }
        }
        throw new Unavailable("others kept importing notices of one year", null);
    }

    private static Attributes key(int year) {
        return Attributes.key(PK, "%04d".formatted(year));
    }

    private static Attributes item(HolidayNotice notice, Entry line) {
        return key(notice.year())
                .put("off", written(notice.off()))
                .put("work", written(notice.work()))
                .put("source", notice.source())
                .put("revision", line.position())
                .put(HEAD, line.hash());
    }

    private static HolidayNotice read(Attributes item) {
        return new HolidayNotice(
                Integer.parseInt(item.text("sk")), days(item.text("off")), days(item.text("work")), item.text("source"));
    }

    private static String written(SortedSet<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    private static SortedSet<LocalDate> days(String written) {
        return written.isEmpty()
                ? Collections.emptySortedSet()
                : Arrays.stream(written.split(" "))
                        .map(LocalDate::parse)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}

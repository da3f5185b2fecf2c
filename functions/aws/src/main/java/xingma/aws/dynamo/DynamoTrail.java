package xingma.aws.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.audit.Entry;
import xingma.audit.LedgerPage;
import xingma.audit.Trail;

/**
 * The trail in its own table. Its lines are written by the stores of their subjects, in one transaction with what they
 * tell of, and only where no line stands; nothing here alters or deletes.
 *
 * <pre>
 * pk        sk                  what
 * subject   position, 6 digits  at, by, what, facts (JSON), before; index day: list the day in UTC,
 *                               sort instant + subject + position
 * LEDGER    number, 12 digits   from, to, lines, content, before
 * </pre>
 */
public final class DynamoTrail implements Trail {
    private final Table table;
    private final Index days;

    public DynamoTrail(DynamoDbClient dynamo, String auditTable) {
        this.table = new Table(dynamo, auditTable);
        this.days = new Index(table, "day", "list", "sort");
    }

    @Override
    public List<Entry> of(String subject, int after) {
        return table.after(subject, TrailLines.sk(after), PAGE).stream().map(TrailLines::read).toList();
    }

    /** One request for each day of the span, until a page is full. */
    @Override
    public List<Entry> between(Instant from, Instant to, Optional<Entry> after) {
        var found = new ArrayList<Entry>();
        var begin = after.map(entry -> TrailLines.sort(entry) + ' ').orElse(Table.sortable(from));
        var end = Table.sortable(to);
        var first = TrailLines.day(after.map(Entry::at).orElse(from));
        for (var day = first; found.size() < PAGE && !day.isAfter(TrailLines.day(to)); day = day.plusDays(1)) {
            days.oldest(day.toString(), begin, end, PAGE - found.size())
                    .forEach(item -> found.add(TrailLines.read(item)));
        }
        return List.copyOf(found);
    }

    @Override
    public Optional<LedgerPage> newestPage() {
        return table.newestUnder(TrailLines.LEDGER, "0", 1).stream().findFirst().map(TrailLines::readPage);
    }

    @Override
    public List<LedgerPage> pages(long after) {
        return table.after(TrailLines.LEDGER, TrailLines.pageSk(after), PAGE).stream()
                .map(TrailLines::readPage)
                .toList();
    }

    @Override
    public boolean keep(LedgerPage page) {
        return table.put(
                TrailLines.item(page),
                Table.Condition.absent(),
                there -> TrailLines.readPage(there).equals(page));
    }
}

package xingma.aws.dynamo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import xingma.audit.Entry;
import xingma.audit.LedgerPage;
import xingma.aws.json.FactsJson;

/** Lines of the trail and pages of the ledger as items: see {@link DynamoTrail}. */
final class TrailLines {
    static final String LEDGER = "LEDGER";

    private TrailLines() {}

    static Attributes item(Entry entry) {
        return Attributes.key(entry.subject(), sk(entry.position()))
                .put("at", entry.at().toString())
                .put("by", entry.by())
                .put("what", entry.what())
                .put("facts", FactsJson.write(entry.facts()))
                .put("before", entry.before())
                .put("list", day(entry.at()).toString())
                .put("sort", sort(entry));
    }

    static Entry read(Attributes item) {
        return new Entry(
                item.text("pk"),
                Integer.parseInt(item.text("sk")),
                Instant.parse(item.text("at")),
                item.text("by"),
                item.text("what"),
                FactsJson.read(item.text("facts")),
                item.text("before"));
    }

    /** Whether the line that stands in an entry's place is that very entry: then it was kept before. */
    static boolean isEcho(Attributes standing, Entry entry) {
        return standing != null && !standing.isEmpty() && read(standing).equals(entry);
    }

    static String sk(int position) {
        return "%06d".formatted(position);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    static String sort(Entry entry) {
        return Table.sortable(entry.at()) + ' ' + entry.subject() + ' ' + sk(entry.position());
    }

    static Attributes item(LedgerPage page) {
        return Attributes.key(LEDGER, pageSk(page.number()))
                .put("from", page.from().toString())
                .put("to", page.to().toString())
                .put("lines", page.lines())
                .put("content", page.content())
                .put("before", page.before());
    }

    static LedgerPage readPage(Attributes item) {
        return new LedgerPage(
                Long.parseLong(item.text("sk")),
                Instant.parse(item.text("from")),
                Instant.parse(item.text("to")),
                (int) item.number("lines"),
                item.text("content"),
                item.text("before"));
    }

    static String pageSk(long number) {
        return "%012d".formatted(number);
    }
}

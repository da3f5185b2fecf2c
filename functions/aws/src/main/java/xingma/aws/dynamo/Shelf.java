package xingma.aws.dynamo;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.audit.Entry;
import xingma.aws.dynamo.Table.Condition;

/**
 * A short list in a partition of its own, each thing with a text, its revision and its head: the hash of the newest line
 * of its trail. A thing and its line are written in one transaction; the line that stands in a step's place tells its echo.
 */
final class Shelf {
    private static final String TEXT = "text";
    private static final String REVISION = "revision";
    private static final String HEAD = "head";

    private final Table table;
    private final Table audit;
    private final Transactions transactions;
    private final String pk;

    Shelf(DynamoDbClient dynamo, String ratingTable, String auditTable, String pk) {
        this.table = new Table(dynamo, ratingTable);
        this.audit = new Table(dynamo, auditTable);
        this.transactions = new Transactions(dynamo);
        this.pk = pk;
    }

    record Thing(String text, int revision, String head) {}

    /** All, in the order of their ids, as they are now. */
    List<Thing> all(int most) {
        return table.after(pk, " ", most).stream().map(Shelf::read).toList();
    }

    Optional<Thing> find(String id) {
        return table.get(Attributes.key(pk, id)).map(Shelf::read);
    }

    /** @param revision what stood there before; 0 for nothing */
    boolean keep(String id, String text, int revision, Entry entry) {
        var item = Attributes.key(pk, id)
                .put(TEXT, text)
                .put(REVISION, revision + 1)
                .put(HEAD, entry.hash());
        var actions = List.of(
                audit.putting(TrailLines.item(entry), Condition.absent()),
                table.putting(item, Condition.follows(revision + 1)));
        return switch (transactions.write(actions)) {
            case Transactions.Outcome.Kept kept -> true;
            case Transactions.Outcome.Refused(var standing) -> TrailLines.isEcho(standing.get(0), entry);
        };
    }

    private static Thing read(Attributes item) {
        return new Thing(item.text(TEXT), (int) item.number(REVISION), item.text(HEAD));
    }
}

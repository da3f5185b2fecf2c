package xingma.aws.dynamo;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.dynamo.Table.Condition;
import xingma.complaint.notification.Notification;
import xingma.complaint.notification.Notification.What;
import xingma.complaint.notification.Outbox;
import xingma.complaint.number.CaseNumber;

/**
 * Notifications in the complaints' table, where {@link DynamoComplaints} puts them in the transaction of their step.
 *
 * <pre>
 * pk              sk        what
 * NOTIFY#number   act's id  happened, at, attempts, due: no contact, no words
 *                           index queue: list OUTBOX, sort when it is due + number + act's id
 * </pre>
 *
 * One is taken on the condition that its attempts are those that were read; who finds his own attempt there has met the
 * echo of his own write.
 */
public final class DynamoOutbox implements Outbox {
    private static final String LIST = "OUTBOX";
    private static final String PK = "NOTIFY#";
    private static final String DUE = "due";

    /** Sorts before every instant. */
    private static final String FIRST = "0";

    private final Table table;
    private final Index queue;

    public DynamoOutbox(DynamoDbClient dynamo, String complaintTable) {
        this.table = new Table(dynamo, complaintTable);
        this.queue = new Index(table, "queue", "list", "sort");
    }

    @Override
    public List<Notification> due(Instant now, int most) {
        var found = queue.oldest(LIST, FIRST, Table.sortable(now) + '~', most);
        // The index knows the keys alone; what was dropped meanwhile is not there any more.
        return found.stream()
                .flatMap(place -> table.get(Attributes.key(place.text("pk"), place.text("sk"))).stream())
                .map(DynamoOutbox::read)
                .filter(n -> !n.due().isAfter(now))
                .toList();
    }

    @Override
    public boolean take(Notification notification, Notification begun) {
        var item = item(begun);
        return table.put(
                item, Condition.same(DUE, notification.due().toString()), there -> item.text(DUE).equals(there.text(DUE)));
    }

    @Override
    public void drop(Notification notification) {
        table.dynamo().deleteItem(r -> r.tableName(table.name()).key(key(notification).map()));
    }

    private static Attributes key(Notification notification) {
        return Attributes.key(PK + notification.number(), notification.act());
    }

    static Attributes item(Notification notification) {
        return key(notification)
                .put("happened", notification.what().name())
                .put("at", notification.at().toString())
                .put("attempts", notification.attempts())
                .put(DUE, notification.due().toString())
                .put("list", LIST)
                .put("sort", Table.sortable(notification.due()) + ' ' + notification.id());
    }

    private static Notification read(Attributes item) {
        return new Notification(
                new CaseNumber(item.text("pk").substring(PK.length())),
                item.text("sk"),
                What.valueOf(item.text("happened")),
                Instant.parse(item.text("at")),
                (int) item.number("attempts"),
                Instant.parse(item.text(DUE)));
    }
}

package xingma.aws.dynamo;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.territory.Officer;
import xingma.territory.Roster;

/**
 * The roster in the one table.
 *
 * <pre>
 * pk           sk     what
 * OFFICER#id   NAME   name
 * </pre>
 *
 * Written on the condition that another name stands, or none; the same name once more, also as the echo of a lost
 * answer, changes nothing.
 */
public final class DynamoRoster implements Roster {
    private static final String SK = "NAME";
    private static final String PREFIX = "OFFICER#";
    private static final String NAME = "name";

    private final Table table;

    public DynamoRoster(DynamoDbClient dynamo, String table) {
        this.table = new Table(dynamo, table);
    }

    @Override
    public void note(Officer officer) {
        var item = Attributes.key(PREFIX + officer.id(), SK).put(NAME, officer.name());
        table.put(item, Table.Condition.notYet(NAME, officer.name()), there -> true);
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        var keys = Roster.sought(ids).stream().map(id -> Attributes.key(PREFIX + id, SK)).toList();
        return table.getAll(keys).stream()
                .collect(Collectors.toMap(item -> item.text("pk").substring(PREFIX.length()), item -> item.text(NAME)));
    }
}

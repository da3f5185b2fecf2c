package xingma.aws.dynamo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
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
 * answer, changes nothing. An officer's work does not wait for names: both requests are given up early.
 */
public final class DynamoRoster implements Roster {
    private static final String SK = "NAME";
    private static final String PREFIX = "OFFICER#";
    private static final String NAME = "name";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoRoster(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void note(Officer officer) {
        var item = Attributes.key(PREFIX + officer.id(), SK).put(NAME, officer.name());
        try {
            dynamo.putItem(r -> r.tableName(table)
                    .item(item.map())
                    .conditionExpression("attribute_not_exists(#name) OR #name <> :name")
                    .expressionAttributeNames(Map.of("#name", NAME))
                    .expressionAttributeValues(Attributes.none().put(":name", officer.name()).map())
                    .overrideConfiguration(Table.ASIDE));
        } catch (ConditionalCheckFailedException known) {
            // this very name stands already
        }
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        var keys = Roster.sought(ids).stream().map(id -> Attributes.key(PREFIX + id, SK).map()).toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        var asked = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
        // What a busy engine leaves for later is left out: an id does for once.
        return dynamo
                .batchGetItem(r -> r.requestItems(Map.of(table, asked)).overrideConfiguration(Table.ASIDE))
                .responses()
                .getOrDefault(table, List.of())
                .stream()
                .map(Attributes::of)
                .collect(Collectors.toMap(item -> item.text("pk").substring(PREFIX.length()), item -> item.text(NAME)));
    }
}

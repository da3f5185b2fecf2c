package xingma.aws.dynamo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;
import xingma.territory.Roster;

/**
 * The roster in the one table.
 *
 * <pre>
 * pk           sk     what
 * OFFICER#id   NAME   name; of one who handles cases: list HANDLER#territory, sort name + id
 * </pre>
 *
 * Written on the condition that something else stands, or nothing; the same once more, also as the echo of a lost
 * answer, changes nothing. An officer's work does not wait for names: all requests are given up early.
 */
public final class DynamoRoster implements Roster {
    private static final String SK = "NAME";
    private static final String PREFIX = "OFFICER#";
    private static final String NAME = "name";
    private static final String LIST = "HANDLER#";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoRoster(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void note(Officer officer) {
        var list = Optional.of(LIST + officer.territory()).filter(l -> officer.has(Duty.HANDLER));
        var item = Attributes.key(PREFIX + officer.id(), SK)
                .put(NAME, officer.name())
                .put("list", list)
                .put("sort", list.map(l -> Table.sort(officer.name(), officer.id())));
        var values = Attributes.none().put(":name", officer.name()).put(":list", list);
        var elsewhere = list.isPresent() ? "attribute_not_exists(#list) OR #list <> :list" : "attribute_exists(#list)";
        try {
            dynamo.putItem(r -> r.tableName(table)
                    .item(item.map())
                    .conditionExpression("attribute_not_exists(#name) OR #name <> :name OR " + elsewhere)
                    .expressionAttributeNames(Map.of("#name", NAME, "#list", "list"))
                    .expressionAttributeValues(values.map())
                    .overrideConfiguration(Table.ASIDE));
        } catch (ConditionalCheckFailedException known) {
            // this very line stands already
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

    @Override
    public List<Colleague> handlers(RegionCode unit) {
        var asked = QueryRequest.builder()
                .tableName(table)
                .indexName(Table.LISTING)
                .keyConditionExpression("#list = :list")
                .expressionAttributeNames(Map.of("#list", "list"))
                .expressionAttributeValues(Attributes.none().put(":list", LIST + unit).map())
                .limit(MOST)
                .overrideConfiguration(Table.ASIDE)
                .build();
        return dynamo.query(asked).items().stream()
                .map(Attributes::of)
                .map(item -> new Colleague(item.text("pk").substring(PREFIX.length()), item.text(NAME)))
                .toList();
    }
}

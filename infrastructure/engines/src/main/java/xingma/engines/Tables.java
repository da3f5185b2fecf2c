package xingma.engines;

import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/**
 * Makes the tables that a template describes: keys, indexes, billing. What the engine has not (backups, encryption,
 * protection) is left to the cloud.
 */
public final class Tables {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DynamoDbClient client;

    public Tables(DynamoDbClient client) {
        this.client = client;
    }

    /** Makes the tables of a template on its own, each name after a prefix, and answers the names by logical id. */
    public Map<String, String> of(Path template, String prefix) {
        return of(Stack.of(template, prefix, Map.of()));
    }

    /** Makes the tables that a stack lacks, keeps those that stand, and answers their names by logical id. */
    public Map<String, String> of(Stack stack) {
        var names = new TreeMap<String, String>();
        for (var table : stack.resources("AWS::DynamoDB::Table")) {
            create(table);
            names.put(table.id(), table.name());
        }
        return names;
    }

    private void create(Stack.Resource table) {
        try {
            client.createTable(request(table));
        } catch (ResourceInUseException standing) {
            return;
        }
        try (var waiter = client.waiter()) {
            waiter.waitUntilTableExists(t -> t.tableName(table.name()), w -> w.waitTimeout(PATIENCE));
        }
    }

    private static CreateTableRequest request(Stack.Resource table) {
        var spec = table.properties();
        var indexes = list(spec.get("GlobalSecondaryIndexes")).stream().map(i -> index(map(i))).toList();
        return CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(spec.getOrDefault("BillingMode", "PROVISIONED").toString())
                .attributeDefinitions(list(spec.get("AttributeDefinitions")).stream()
                        .map(Template::map)
                        .map(a -> AttributeDefinition.builder()
                                .attributeName(a.get("AttributeName").toString())
                                .attributeType(a.get("AttributeType").toString())
                                .build())
                        .toList())
                .keySchema(keys(spec))
                .globalSecondaryIndexes(indexes.isEmpty() ? null : indexes)
                .build();
    }

    private static GlobalSecondaryIndex index(Map<String, Object> spec) {
        var projection = map(spec.get("Projection"));
        var extra = list(projection.get("NonKeyAttributes")).stream().map(Object::toString).toList();
        return GlobalSecondaryIndex.builder()
                .indexName(spec.get("IndexName").toString())
                .keySchema(keys(spec))
                .projection(p -> p.projectionType(projection.get("ProjectionType").toString())
                        .nonKeyAttributes(extra.isEmpty() ? null : extra))
                .build();
    }

    private static List<KeySchemaElement> keys(Map<String, Object> spec) {
        return list(spec.get("KeySchema")).stream()
                .map(Template::map)
                .map(k -> KeySchemaElement.builder()
                        .attributeName(k.get("AttributeName").toString())
                        .keyType(k.get("KeyType").toString())
                        .build())
                .toList();
    }
}

package xingma.aws.dynamo;

import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.registry.Stores;

/** Stores over a table of their own in some engine. */
public final class DynamoStores {
    private DynamoStores() {}

    /** Makes a table that nobody else knows and the stores over it. */
    static Stores over(DynamoDbClient dynamo) {
        return over(dynamo, freshTable(dynamo));
    }

    static String freshTable(DynamoDbClient dynamo) {
        var table = "register-" + UUID.randomUUID();
        dynamo.createTable(Table.definition(table));
        try (var waiter = dynamo.waiter()) {
            waiter.waitUntilTableExists(t -> t.tableName(table));
        }
        return table;
    }

    static Stores over(DynamoDbClient dynamo, String table) {
        return new Stores(
                new DynamoRegister(dynamo, table), new DynamoPlacards(dynamo, table), new DynamoScans(dynamo, table));
    }
}

package xingma.aws.dynamo;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.institution.PlacardCode;
import xingma.placard.Scan;
import xingma.placard.Scans;

/** What a scan reads: one item, one request. */
public final class DynamoScans implements Scans {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoScans(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Scan> scan(PlacardCode code) {
        throw new UnsupportedOperationException(table + dynamo);
    }
}

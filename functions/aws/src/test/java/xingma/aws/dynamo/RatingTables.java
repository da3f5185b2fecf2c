package xingma.aws.dynamo;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import xingma.aws.dynamo.BadLine.Fault;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.RatingStores;
import xingma.registry.Stores;
import xingma.territory.RegionCode;

/** Tables of one's own in the engine of these tests, for functions of the rating that are to run over real stores. */
public final class RatingTables implements AutoCloseable {
    private final Map<String, String> tables = DynamoStores.freshTables(Embedded.client());
    private final BadLine line = new BadLine(AwsCrtHttpClient.create(), 1).forWrites();
    private final DynamoDbClient client = Embedded.rashClientOver(line);

    public RatingStores ratings() {
        return DynamoStores.ratings(client, tables);
    }

    /** The bureau's own stores, which know of the stars. */
    public Stores bureau() {
        return DynamoStores.over(client, tables);
    }

    /** From now on everything is written, and no answer to it ever comes back. */
    public void loseAnswers() {
        line.with(Fault.LOST_ANSWER, 1_000);
    }

    public void answerAgain() {
        line.with(Fault.LOST_ANSWER, 0);
    }

    /** What stands there is no evaluation any more, and its row is listed as before. */
    public void spoil(RegionCode district, EvaluationId id) {
        client.updateItem(r -> r.tableName(tables.get("RatingTable"))
                .key(Ratings.key(district, id).map())
                .updateExpression("SET proceedings = :spoilt")
                .expressionAttributeValues(Map.of(":spoilt", AttributeValue.fromB(SdkBytes.fromUtf8String("?")))));
    }

    public int lostAnswers() {
        return line.seen(Fault.LOST_ANSWER);
    }

    @Override
    public void close() {
        client.close();
    }
}

package xingma.aws.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import xingma.complaint.receipt.Tries;

/**
 * Attempts in the complaints' table, as the set of their ids: adding an id once more, as the echo of a lost answer
 * does, leaves the set as it is.
 *
 * <pre>
 * pk             sk           what
 * TRIES#about    hour         attempts: a set of ids; expires: the engine may clear it from then on
 * </pre>
 */
public final class DynamoTries implements Tries {
    private static final Duration KEPT = Duration.ofHours(2);

    /** Who was right does not wait for being given the attempt back. */
    private static final AwsRequestOverrideConfiguration BRIEF = AwsRequestOverrideConfiguration.builder()
            .apiCallAttemptTimeout(Duration.ofMillis(500))
            .apiCallTimeout(Duration.ofSeconds(1))
            .build();

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoTries(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public boolean take(String about, String attemptId, Instant at) {
        try {
            dynamo.updateItem(r -> r.tableName(table)
                    .key(key(about, at))
                    .updateExpression("ADD #attempts :one SET #expires = :expires")
                    .conditionExpression("attribute_not_exists(#attempts)"
                            + " OR contains(#attempts, :attempt) OR size(#attempts) < :most")
                    .expressionAttributeNames(Map.of("#attempts", "attempts", "#expires", "expires"))
                    .expressionAttributeValues(Map.of(
                            ":one", AttributeValue.fromSs(List.of(attemptId)),
                            ":attempt", AttributeValue.fromS(attemptId),
                            ":most", AttributeValue.fromN(Integer.toString(MOST)),
                            ":expires", AttributeValue.fromN(Long.toString(expires(at))))));
            return true;
        } catch (ConditionalCheckFailedException usedUp) {
            return false;
        }
    }

    /** Not given back, the attempt counts until the hour is over: no reason to withhold a page from who was right. */
    @Override
    public void giveBack(String about, String attemptId, Instant at) {
        try {
            dynamo.updateItem(r -> r.tableName(table)
                    .key(key(about, at))
                    .updateExpression("DELETE #attempts :one")
                    .conditionExpression("contains(#attempts, :attempt)")
                    .expressionAttributeNames(Map.of("#attempts", "attempts"))
                    .expressionAttributeValues(Map.of(
                            ":one", AttributeValue.fromSs(List.of(attemptId)),
                            ":attempt", AttributeValue.fromS(attemptId)))
                    .overrideConfiguration(BRIEF));
        } catch (ConditionalCheckFailedException neverTaken) {
            // or given back already
        } catch (SdkException unanswered) {
            // it counts
        }
    }

    private static Map<String, AttributeValue> key(String about, Instant at) {
        return Attributes.key("TRIES#" + about, Tries.hour(at).toString()).map();
    }

    private static long expires(Instant at) {
        return Tries.hour(at).plus(KEPT).getEpochSecond();
    }
}

package xingma.aws.dynamo;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The same contracts on whatever speaks like DynamoDB at {@code XINGMA_AWS_ENDPOINT}. Region and key are those of the
 * usual variables, or an emulator's usual {@code us-east-1} and {@code test}.
 */
@EnabledIfEnvironmentVariable(
        named = "XINGMA_AWS_ENDPOINT",
        matches = "https?://.+",
        disabledReason = "XINGMA_AWS_ENDPOINT names no emulator of the AWS API")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnyEndpointTest extends EngineContracts {
    @Override
    DynamoDbClient client() {
        return client(
                URI.create(System.getenv("XINGMA_AWS_ENDPOINT")),
                variable("AWS_REGION", "us-east-1"),
                variable("AWS_ACCESS_KEY_ID", "test"),
                variable("AWS_SECRET_ACCESS_KEY", "test"));
    }

    private static String variable(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }
}

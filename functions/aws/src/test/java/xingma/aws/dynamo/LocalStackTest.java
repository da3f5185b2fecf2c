package xingma.aws.dynamo;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The same contracts on LocalStack, where this machine has a Docker engine; {@code -Dlocalstack.image=} names another
 * image.
 */
@Testcontainers(disabledWithoutDocker = true)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalStackTest extends EngineContracts {
    @Container
    private static final LocalStackContainer LOCALSTACK = new LocalStackContainer(
                    DockerImageName.parse(System.getProperty("localstack.image", "localstack/localstack:4.14.0"))
                            .asCompatibleSubstituteFor("localstack/localstack"))
            .withServices("dynamodb");

    @Override
    DynamoDbClient client() {
        return client(
                LOCALSTACK.getEndpoint(), LOCALSTACK.getRegion(), LOCALSTACK.getAccessKey(), LOCALSTACK.getSecretKey());
    }
}

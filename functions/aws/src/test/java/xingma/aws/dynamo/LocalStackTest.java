package xingma.aws.dynamo;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.placard.PlacardsContract;
import xingma.placard.ScansContract;
import xingma.registry.RegisterContract;
import xingma.registry.Stores;

/**
 * The same contracts on LocalStack, where this machine has a Docker engine; {@code -Dlocalstack.image=} names another
 * image.
 */
@Testcontainers(disabledWithoutDocker = true)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalStackTest {
    @Container
    private static final LocalStackContainer LOCALSTACK = new LocalStackContainer(
                    DockerImageName.parse(System.getProperty("localstack.image", "localstack/localstack:4.14.0"))
                            .asCompatibleSubstituteFor("localstack/localstack"))
            .withServices("dynamodb");

    private static Stores fresh() {
        return DynamoStores.over(DynamoDbClient.builder()
                .endpointOverride(LOCALSTACK.getEndpoint())
                .region(Region.of(LOCALSTACK.getRegion()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(LOCALSTACK.getAccessKey(), LOCALSTACK.getSecretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
    }

    @Nested
    class TheRegister extends RegisterContract {
        @Override
        protected Stores stores() {
            return fresh();
        }
    }

    @Nested
    class ThePlacards extends PlacardsContract {
        @Override
        protected Stores stores() {
            return fresh();
        }
    }

    @Nested
    class TheScans extends ScansContract {
        @Override
        protected Stores stores() {
            return fresh();
        }
    }
}

package xingma.aws.dynamo;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.placard.PlacardsContract;
import xingma.placard.ScansContract;
import xingma.registry.RegisterContract;
import xingma.registry.Stores;
import xingma.territory.Roster;
import xingma.territory.RosterContract;

/**
 * The same contracts on whatever speaks like DynamoDB at {@code XINGMA_AWS_ENDPOINT}. Region and key are those of the
 * usual variables, or an emulator's usual {@code us-east-1} and {@code test}.
 */
@EnabledIfEnvironmentVariable(
        named = "XINGMA_AWS_ENDPOINT",
        matches = "https?://.+",
        disabledReason = "XINGMA_AWS_ENDPOINT names no emulator of the AWS API")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnyEndpointTest {
    private static Stores fresh() {
        return DynamoStores.over(client());
    }

    private static DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(System.getenv("XINGMA_AWS_ENDPOINT")))
                .region(Region.of(variable("AWS_REGION", "us-east-1")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        variable("AWS_ACCESS_KEY_ID", "test"), variable("AWS_SECRET_ACCESS_KEY", "test"))))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static String variable(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
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
    class TheRoster extends RosterContract {
        @Override
        protected Roster roster() {
            var client = client();
            return new DynamoRoster(client, DynamoStores.freshTable(client));
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

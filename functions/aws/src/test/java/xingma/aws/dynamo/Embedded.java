package xingma.aws.dynamo;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.Clients;
import xingma.engines.Access;
import xingma.engines.LocalDynamo;

/** One engine for all tests of this module, started when the first one asks and gone with the JVM. */
final class Embedded {
    private static final LocalDynamo ENGINE = LocalDynamo.inMemory(Access.fresh());
    private static final DynamoDbClient CLIENT = ENGINE.client();

    private Embedded() {}

    static DynamoDbClient client() {
        return CLIENT;
    }

    static URI endpoint() {
        return ENGINE.endpoint();
    }

    /** The same without its time limits, where they are not what is tested. */
    static DynamoDbClient patientClientOver(SdkHttpClient http) {
        return DynamoDbClient.builder()
                .httpClient(http)
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(ENGINE.access().id(), ENGINE.access().secret())))
                .build();
    }

    /** One that hears of a failure at once: nothing is asked a second time. */
    static DynamoDbClient rashClientOver(SdkHttpClient http) {
        return Clients.dynamo(http, b -> b.endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(ENGINE.access().id(), ENGINE.access().secret()))));
    }

    /** The client that ships, retries and time limits included, but over this connection. */
    static DynamoDbClient clientOver(SdkHttpClient http) {
        return Clients.dynamo(http, b -> b.endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(ENGINE.access().id(), ENGINE.access().secret()))));
    }
}

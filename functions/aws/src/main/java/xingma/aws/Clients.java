package xingma.aws;

import java.security.Security;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients of the services. Region, credentials and endpoints come from the environment under the SDK's own names
 * ({@code AWS_REGION}, {@code AWS_ENDPOINT_URL_DYNAMODB}, {@code AWS_ENDPOINT_URL_S3} …), so that the same code runs in
 * both partitions, in a private cloud and on a laptop; the store's client looks for no profile, since a function has
 * no home, and each look would be paid by a cold start. Ceph, OSS, COS and other stores of private clouds refuse the
 * SDK's trailing checksums; there {@code AWS_REQUEST_CHECKSUM_CALCULATION} and {@code AWS_RESPONSE_CHECKSUM_VALIDATION} are
 * {@code WHEN_REQUIRED}. Nothing here is kept in static state, for a snapshot's sake.
 */
public final class Clients {
    /** A hung connection costs one second, and the caller hears within five, long before the gateway gives up. */
    public static final Duration ATTEMPT = Duration.ofSeconds(1);

    public static final Duration CALL = Duration.ofSeconds(4);

    /** What is only good to know is given up early: two of these and one call end within five seconds. */
    public static final Duration ASIDE_ATTEMPT = Duration.ofMillis(450);

    public static final Duration ASIDE = Duration.ofMillis(450);

    /** Files are larger than items. */
    public static final Duration FILE_ATTEMPT = Duration.ofSeconds(4);

    public static final Duration FILE_CALL = Duration.ofSeconds(12);

    private Clients() {}

    public static DynamoDbClient dynamo() {
        return dynamo(http(), builder -> {});
    }

    /** The same client over another connection or to another place, as tests of its failures need it. */
    public static DynamoDbClient dynamo(SdkHttpClient http, Consumer<DynamoDbClientBuilder> otherwise) {
        Startup.lookUpLess();
        var builder = DynamoDbClient.builder()
                .httpClient(http)
                .defaultsMode(DefaultsMode.LEGACY)
                .endpointDiscoveryEnabled(false)
                .overrideConfiguration(within(ATTEMPT, CALL).toBuilder()
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .build());
        setting("AWS_REGION", "aws.region").map(Region::of).ifPresent(builder::region);
        if (Startup.hasKeysOfItsOwn()) {
            builder.credentialsProvider(EnvironmentVariableCredentialsProvider.create());
        }
        otherwise.accept(builder);
        return builder.build();
    }

    public static S3Client s3() {
        return S3Files.client(http());
    }

    public static S3Presigner presigner() {
        return S3Files.presigner();
    }

    public static KmsClient kms() {
        return Keys.client(http(), builder -> {});
    }

    /** The same client over another connection or to another place, as tests of its failures need it. */
    public static KmsClient kms(SdkHttpClient http, Consumer<KmsClientBuilder> otherwise) {
        return Keys.client(http, otherwise);
    }

    public static SqsClient sqs() {
        return Queues.client(http());
    }

    private static SdkHttpClient http() {
        return AwsCrtHttpClient.builder()
                .connectionTimeout(ATTEMPT)
                .connectionMaxIdleTime(Duration.ofSeconds(20))
                .build();
    }

    private static ClientOverrideConfiguration within(Duration attempt, Duration call) {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(call)
                .build();
    }

    private static Optional<String> setting(String variable, String property) {
        return Optional.ofNullable(System.getenv(variable)).or(() -> Optional.ofNullable(System.getProperty(property)));
    }

    /** What a process of its own may know beforehand and need not search for. */
    private static final class Startup {
        private static final String PREFERRED = "jdk.security.provider.preferred";

        /** Requests are signed with one algorithm, of one provider; the others need not be loaded to look for it. */
        static void lookUpLess() {
            if (Security.getProperty(PREFERRED) == null) {
                Security.setProperty(PREFERRED, "Mac.HmacSHA256:SunJCE");
            }
        }

        /** With a snapshot there are none: what restores it asks Lambda for keys each time they expire. */
        static boolean hasKeysOfItsOwn() {
            return System.getenv("AWS_ACCESS_KEY_ID") != null
                    && System.getenv("AWS_CONTAINER_CREDENTIALS_FULL_URI") == null
                    && System.getProperty("aws.accessKeyId") == null;
        }
    }

    /** Apart, so that a function without S3 never loads its classes. */
    private static final class S3Files {
        static S3Client client(SdkHttpClient http) {
            return S3Client.builder()
                    .httpClient(http)
                    .forcePathStyle(pathStyle())
                    .overrideConfiguration(within(FILE_ATTEMPT, FILE_CALL))
                    .build();
        }

        static S3Presigner presigner() {
            return S3Presigner.builder()
                    .serviceConfiguration(
                            S3Configuration.builder().pathStyleAccessEnabled(pathStyle()).build())
                    .build();
        }

        /** AWS itself is asked by virtual host; an endpoint of one's own seldom has such names. */
        private static boolean pathStyle() {
            return setting("AWS_ENDPOINT_URL_S3", "aws.endpointUrlS3")
                    .or(() -> setting("AWS_ENDPOINT_URL", "aws.endpointUrl"))
                    .isPresent();
        }
    }

    /** Apart, so that a function without queues never loads its classes. */
    private static final class Queues {
        static SqsClient client(SdkHttpClient http) {
            return SqsClient.builder()
                    .httpClient(http)
                    .overrideConfiguration(within(ATTEMPT, CALL))
                    .build();
        }
    }

    /** Apart, so that a function without sealed texts never loads its classes. */
    private static final class Keys {
        static KmsClient client(SdkHttpClient http, Consumer<KmsClientBuilder> otherwise) {
            var builder = KmsClient.builder().httpClient(http).overrideConfiguration(within(ATTEMPT, CALL));
            otherwise.accept(builder);
            return builder.build();
        }
    }
}

package xingma.engines;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * The key to the engines of one JVM, made when it starts and known to nobody else. Letters and digits alone: DynamoDB
 * Local refuses others.
 */
public record Access(String id, String secret) {
    static final Region REGION = Region.US_EAST_1;

    public static Access fresh() {
        return new Access("local" + random(8), random(32));
    }

    AwsCredentialsProvider provider() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }

    /** What the AWS SDK reads from system properties, so that handlers need no code for the local run. */
    public Map<String, String> systemProperties() {
        return Map.of("aws.accessKeyId", id, "aws.secretAccessKey", secret, "aws.region", REGION.id());
    }

    private static String random(int bytes) {
        var some = new byte[bytes];
        new SecureRandom().nextBytes(some);
        return HexFormat.of().formatHex(some);
    }

    @Override
    public String toString() {
        return "Access[" + id + "]";
    }
}

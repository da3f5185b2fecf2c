package xingma.engines;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/** Makes the buckets that a template names. Versions, encryption and access rules are the cloud's. */
public final class Buckets {
    private final S3Client client;

    public Buckets(S3Client client) {
        this.client = client;
    }

    /** Makes the buckets that a stack lacks and answers their names by logical id. */
    public Map<String, String> of(Stack stack) {
        var names = new TreeMap<String, String>();
        for (var bucket : stack.resources("AWS::S3::Bucket")) {
            try {
                client.createBucket(b -> b.bucket(bucket.name()));
            } catch (BucketAlreadyOwnedByYouException standing) {
                // The folder of an earlier start.
            }
            names.put(bucket.id(), bucket.name());
        }
        return names;
    }
}

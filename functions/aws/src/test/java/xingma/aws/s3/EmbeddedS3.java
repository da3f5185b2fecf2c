package xingma.aws.s3;

import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import xingma.engines.Access;
import xingma.engines.LocalS3;

/** An engine of a class's own, and as many buckets in it as its tests ask for. */
final class EmbeddedS3 implements BeforeAllCallback, AfterAllCallback {
    private LocalS3 engine;
    private S3Client client;

    @Override
    public void beforeAll(ExtensionContext context) {
        engine = LocalS3.inMemory(Access.fresh());
        client = engine.client();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        client.close();
        engine.close();
    }

    S3Client client() {
        return client;
    }

    S3Presigner presigner() {
        return engine.presigner();
    }

    String bucket() {
        var name = "b" + UUID.randomUUID();
        client.createBucket(b -> b.bucket(name));
        return name;
    }

    /** One that keeps what was there before, as those do into which others send. */
    String versioned() {
        var name = bucket();
        client.putBucketVersioning(
                v -> v.bucket(name).versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
        return name;
    }
}

package xingma.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.s3.Bucket;
import xingma.aws.s3.S3Bucket;
import xingma.engines.Engines;

/** The clients that ship, told where to go only by what the SDK itself reads. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientsTest {
    private static Engines engines;

    @BeforeAll
    static void start() {
        engines = Engines.inMemory();
        engines.systemProperties().forEach(System::setProperty);
    }

    @AfterAll
    static void stop() {
        engines.systemProperties().keySet().forEach(System::clearProperty);
        engines.close();
    }

    @Test
    void the_store_is_reached() {
        try (var dynamo = Clients.dynamo()) {
            assertTrue(dynamo.listTables().tableNames().isEmpty());
        }
    }

    @Test
    void files_go_up_and_come_down_whole() {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        try (var s3 = Clients.s3()) {
            s3.createBucket(b -> b.bucket("shelf"));
            var bucket = new S3Bucket(s3, Clients::presigner, "shelf");

            bucket.put("a/b.pdf", Bucket.Stored.of(bytes, "application/pdf"));

            assertArrayEquals(bytes, bucket.get("a/b.pdf", bytes.length).orElseThrow().bytes());
            assertTrue(bucket.putIfAbsent("a/b.pdf", Bucket.Stored.of(bytes, "application/pdf")));
            assertTrue(bucket.linkTo("a/b.pdf", Duration.ofMinutes(5), "b.pdf")
                    .startsWith(engines.s3().endpoint() + "/shelf/a/b.pdf?"));
        }
    }

    @Test
    void the_caller_hears_long_before_the_gateway_gives_up() {
        try (var dynamo = Clients.dynamo()) {
            var limits = dynamo.serviceClientConfiguration().overrideConfiguration();
            assertEquals(Duration.ofSeconds(1), limits.apiCallAttemptTimeout().orElseThrow());
            assertEquals(Duration.ofSeconds(4), limits.apiCallTimeout().orElseThrow());
        }
    }
}

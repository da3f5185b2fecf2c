package xingma.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3BucketTest extends BucketContract {
    @RegisterExtension
    static final EmbeddedS3 S3 = new EmbeddedS3();

    @Override
    Bucket bucket() {
        return new S3Bucket(S3.client(), S3::presigner, S3.bucket());
    }

    @Test
    void whoever_holds_a_link_may_fetch_that_file_under_its_name() throws Exception {
        var bucket = bucket();
        bucket.put("sheets/1.pdf", Bucket.Stored.of(new byte[] {1, 2, 3}, "application/pdf"));

        var link = bucket.linkTo("sheets/1.pdf", Duration.ofMinutes(5), "青岚区 公示牌.pdf");

        assertTrue(link.contains("X-Amz-Expires=300"));
        try (var http = HttpClient.newHttpClient()) {
            var found = http.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray());
            assertEquals(200, found.statusCode());
            assertEquals(3, found.body().length);
            assertEquals(
                    "attachment; filename*=UTF-8''%E9%9D%92%E5%B2%9A%E5%8C%BA%20%E5%85%AC%E7%A4%BA%E7%89%8C.pdf",
                    found.headers().firstValue("content-disposition").orElseThrow());
            var another = URI.create(link.replace("1.pdf", "2.pdf"));
            var other = http.send(HttpRequest.newBuilder(another).build(), BodyHandlers.discarding());
            assertEquals(403, other.statusCode());
        }
    }
}

package xingma.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The site's bucket behind the public host: photo sheets, placard images, verification files. */
final class PublicFiles implements Host.Site {
    private final S3Client s3;
    private final String bucket;

    PublicFiles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Answer answer(Asked asked) {
        var key = Event.decoded(asked.path(), false).substring(1);
        if (key.isEmpty()) {
            return denied();
        }
        try {
            var object = s3.getObjectAsBytes(g -> g.bucket(bucket).key(key));
            var headers = new TreeMap<String, String>();
            headers.put("content-type", object.response().contentType());
            headers.put("etag", object.response().eTag());
            if (object.response().cacheControl() != null) {
                headers.put("cache-control", object.response().cacheControl());
            }
            var same = asked.header("if-none-match").map(tag -> tag.replace("W/", ""))
                    .filter(object.response().eTag()::equals);
            return new Answer(same.isPresent() ? 304 : 200, headers, List.of(), object.asByteArray());
        } catch (S3Exception unreadable) {
            return denied();
        }
    }

    /** A bucket that may not be listed does not say whether a file exists. */
    static Answer denied() {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>AccessDenied</Code></Error>";
        return Answer.of(403, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
    }
}

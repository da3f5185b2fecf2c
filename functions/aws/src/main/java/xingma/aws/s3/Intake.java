package xingma.aws.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import xingma.attachment.FileKind;
import xingma.attachment.Sent;
import xingma.attachment.UploadForm;

/**
 * A private bucket that browsers send files to: as sent under one key, which an event reports and the bucket itself
 * forgets after two days, cleaned under another. A browser sends to and fetches from the bucket directly: a function's
 * event and reply hold 6 MB, a photo of today's telephones more.
 */
final class Intake {
    /** What a file says of itself is not believed: as it was sent, it is bytes. */
    private static final String UNKNOWN = "application/octet-stream";

    private static final int GONE = 404;

    private final S3Client s3;
    private final Supplier<S3Presigner> presigner;
    private final String bucket;
    private final Clock clock;

    Intake(S3Client s3, Supplier<S3Presigner> presigner, String bucket, Clock clock) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
        this.clock = clock;
    }

    /**
     * A form by which a browser sends one file of at most so many bytes under this key, and under no other.
     *
     * @param more what the form says beside key and type, bound like these
     */
    UploadForm form(String key, long mostBytes, Duration validFor, Map<String, String> more) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", key);
        fields.put("Content-Type", UNKNOWN);
        fields.putAll(more);
        var about = s3.serviceClientConfiguration();
        var signed = new PostPolicy(bucket, fields, mostBytes, validFor)
                .signed(
                        about.credentialsProvider().resolveIdentity().join(),
                        about.region().id(),
                        clock.instant());
        return new UploadForm(address(), signed);
    }

    /** The bucket's own address, as the client would ask it: by partition, region, or the endpoint it was given. */
    private String address() {
        var key = "x";
        var object = s3.utilities().getUrl(u -> u.bucket(bucket).key(key)).toString();
        return object.substring(0, object.length() - key.length());
    }

    /** What lies under a key; of more than so many bytes only the beginning, one byte more. */
    Optional<Sent> sent(String key, int mostBytes) {
        try (var found = s3.getObject(g -> g.bucket(bucket).key(key))) {
            var bytes = found.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                found.abort();
            }
            return Optional.of(new Sent(bytes, Optional.ofNullable(found.response().versionId()).orElse("")));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Deletes what was read, for good; what was sent since stays. */
    void drop(String key, Sent sent) {
        var version = sent.version().isEmpty() ? null : sent.version();
        try {
            s3.deleteObject(d -> d.bucket(bucket).key(key).versionId(version));
        } catch (S3Exception refused) {
            // Some stores mind that it is gone already.
            if (refused.statusCode() != GONE) {
                throw refused;
            }
        }
    }

    /** Keeps a cleaned file unless there is another; whether it is kept now is the answer. */
    boolean keep(String key, FileKind kind, byte[] bytes) {
        return new S3Bucket(s3, presigner, bucket).putIfAbsent(key, Bucket.Stored.of(bytes, kind.contentType()));
    }

    /** An address that opens a cleaned file for a while: a picture to look at, a document to download. */
    String link(String key, FileKind kind, String name, Duration validFor) {
        var how = kind.cleaned() ? "inline" : "attachment";
        try (var signing = presigner.get()) {
            return signing.presignGetObject(p -> p.signatureDuration(validFor)
                            .getObjectRequest(g -> g.bucket(bucket)
                                    .key(key)
                                    .responseContentType(kind.contentType())
                                    .responseContentDisposition(how + "; filename=\"" + name + '.' + kind.ending() + '"')
                                    .responseCacheControl("private, no-store")))
                    .url()
                    .toString();
        }
    }

    /** Its older versions go with the bucket's own rule. */
    void erase(String key) {
        s3.deleteObject(d -> d.bucket(bucket).key(key));
    }
}

package xingma.aws.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidenceKind;
import xingma.complaint.evidence.EvidencePlace;
import xingma.complaint.evidence.EvidenceStore;
import xingma.complaint.evidence.UploadForm;

/**
 * Files of cases in a private bucket: {@code raw/<folder>/<slot>} as sent, which an event reports and the bucket itself
 * forgets after two days, and {@code clean/<folder>/<slot>}. A browser sends to and fetches from the bucket directly: a
 * function's event and reply hold 6 MB, a photo of today's telephones more.
 */
public final class S3EvidenceStore implements EvidenceStore {
    /** What a file says of itself is not believed: as it was sent, it is bytes. */
    private static final String UNKNOWN = "application/octet-stream";

    private static final int GONE = 404;

    private final S3Client s3;
    private final Supplier<S3Presigner> presigner;
    private final String bucket;
    private final Clock clock;

    public S3EvidenceStore(S3Client s3, Supplier<S3Presigner> presigner, String bucket, Clock clock) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
        this.clock = clock;
    }

    @Override
    public UploadForm form(EvidencePlace place, String then) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", place.rawKey());
        fields.put("Content-Type", UNKNOWN);
        fields.put("success_action_redirect", then);
        var about = s3.serviceClientConfiguration();
        var signed = new PostPolicy(bucket, fields, EvidencePlace.LARGEST, FORM_VALID_FOR)
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

    @Override
    public Optional<Raw> raw(EvidencePlace place) {
        try (var found = s3.getObject(g -> g.bucket(bucket).key(place.rawKey()))) {
            var bytes = found.readNBytes(EvidencePlace.LARGEST + 1);
            if (bytes.length > EvidencePlace.LARGEST) {
                found.abort();
            }
            return Optional.of(new Raw(bytes, Optional.ofNullable(found.response().versionId()).orElse("")));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public boolean keep(EvidencePlace place, EvidenceKind kind, byte[] bytes) {
        return new S3Bucket(s3, presigner, bucket)
                .putIfAbsent(place.cleanKey(), Bucket.Stored.of(bytes, kind.contentType()));
    }

    @Override
    public void drop(EvidencePlace place, Raw raw) {
        var version = raw.version().isEmpty() ? null : raw.version();
        try {
            s3.deleteObject(d -> d.bucket(bucket).key(place.rawKey()).versionId(version));
        } catch (S3Exception refused) {
            // Some stores mind that it is gone already.
            if (refused.statusCode() != GONE) {
                throw refused;
            }
        }
    }

    @Override
    public String link(EvidencePlace place, EvidenceKind kind) {
        var name = place.folder().number() + "-" + place.slot() + '.' + kind.ending();
        var how = kind.cleaned() ? "inline" : "attachment";
        try (var signing = presigner.get()) {
            return signing.presignGetObject(p -> p.signatureDuration(LINK_VALID_FOR)
                            .getObjectRequest(g -> g.bucket(bucket)
                                    .key(place.cleanKey())
                                    .responseContentType(kind.contentType())
                                    .responseContentDisposition(how + "; filename=\"" + name + '"')
                                    .responseCacheControl("private, no-store")))
                    .url()
                    .toString();
        }
    }

    @Override
    public void erase(EvidenceFolder folder) {
        EvidencePlace.all(folder).stream()
                .flatMap(place -> Stream.of(place.rawKey(), place.cleanKey()))
                .forEach(key -> s3.deleteObject(d -> d.bucket(bucket).key(key)));
    }
}

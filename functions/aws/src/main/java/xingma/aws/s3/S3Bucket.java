package xingma.aws.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A bucket in S3, or in anything that speaks like it. */
public final class S3Bucket implements Bucket {
    private static final int EXISTS_ALREADY = 412;

    private final S3Client s3;
    private final Supplier<S3Presigner> presigner;
    private final String name;

    public S3Bucket(S3Client s3, Supplier<S3Presigner> presigner, String name) {
        this.s3 = s3;
        this.presigner = presigner;
        this.name = name;
    }

    @Override
    public void put(String key, Stored file) {
        s3.putObject(request(key, file).build(), RequestBody.fromBytes(file.bytes()));
    }

    @Override
    public boolean putIfAbsent(String key, Stored file) {
        try {
            s3.putObject(request(key, file).ifNoneMatch("*").build(), RequestBody.fromBytes(file.bytes()));
            return true;
        } catch (S3Exception refused) {
            if (refused.statusCode() != EXISTS_ALREADY) {
                throw refused;
            }
            // Our own first attempt may be what stands there.
            return holds(key, file.bytes());
        }
    }

    private boolean holds(String key, byte[] bytes) {
        try {
            return get(key, bytes.length).filter(there -> Arrays.equals(there.bytes(), bytes)).isPresent();
        } catch (TooLarge another) {
            return false;
        }
    }

    private PutObjectRequest.Builder request(String key, Stored file) {
        return PutObjectRequest.builder()
                .bucket(name)
                .key(key)
                .contentType(file.contentType())
                .cacheControl(file.cacheControl().orElse(null));
    }

    @Override
    public Optional<Stored> get(String key, int mostBytes) {
        try (var found = s3.getObject(r -> r.bucket(name).key(key))) {
            var about = found.response();
            if (about.contentLength() != null && about.contentLength() > mostBytes) {
                found.abort();
                throw new TooLarge();
            }
            var bytes = found.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                found.abort();
                throw new TooLarge();
            }
            return Optional.of(new Stored(bytes, about.contentType(), Optional.ofNullable(about.cacheControl())));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public boolean has(String key) {
        try {
            s3.headObject(r -> r.bucket(name).key(key));
            return true;
        } catch (NoSuchKeyException none) {
            return false;
        }
    }

    @Override
    public String linkTo(String key, Duration validFor, String downloadName) {
        var quoted = URLEncoder.encode(downloadName, StandardCharsets.UTF_8).replace("+", "%20");
        try (var signing = presigner.get()) {
            return signing.presignGetObject(p -> p.signatureDuration(validFor)
                            .getObjectRequest(g -> g.bucket(name)
                                    .key(key)
                                    .responseContentDisposition("attachment; filename*=UTF-8''" + quoted)))
                    .url()
                    .toString();
        }
    }
}

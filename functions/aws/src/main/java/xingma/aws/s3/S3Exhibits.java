package xingma.aws.s3;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Exhibits;
import xingma.evaluation.Finding.Exhibit;

/**
 * Exhibits in the private bucket of files: {@code exhibits/<evaluation>/<sha256>}, served as what they were kept. The key
 * holds the content's digest, so a file is never written over by another.
 */
public final class S3Exhibits implements Exhibits {
    private static final String FOLDER = "exhibits/";
    private static final Duration LINK_VALID_FOR = Duration.ofMinutes(1);

    private final Bucket bucket;

    public S3Exhibits(Bucket bucket) {
        this.bucket = requireNonNull(bucket, "bucket");
    }

    @Override
    public void keep(EvaluationId evaluation, Exhibit exhibit, byte[] bytes) {
        bucket.putIfAbsent(key(evaluation, exhibit.sha256()), Bucket.Stored.of(bytes, type(exhibit.kind())));
    }

    @Override
    public Optional<Exhibit> find(EvaluationId evaluation, String sha256) {
        return bucket.get(key(evaluation, sha256), LARGEST)
                .map(file -> new Exhibit(sha256, kind(file.contentType()), file.bytes().length, Optional.empty()));
    }

    @Override
    public String link(EvaluationId evaluation, Exhibit exhibit) {
        return bucket.linkTo(key(evaluation, exhibit.sha256()), LINK_VALID_FOR, exhibit.sha256().substring(0, 8) + ending(exhibit.kind()));
    }

    private static String key(EvaluationId evaluation, String sha256) {
        return FOLDER + evaluation + "/" + sha256;
    }

    private static String type(Exhibit.Kind kind) {
        return switch (kind) {
            case JPEG -> "image/jpeg";
            case PNG -> "image/png";
            case PDF -> "application/pdf";
        };
    }

    private static String ending(Exhibit.Kind kind) {
        return switch (kind) {
            case JPEG -> ".jpg";
            case PNG -> ".png";
            case PDF -> ".pdf";
        };
    }

    private static Exhibit.Kind kind(String contentType) {
        return switch (contentType) {
            case "image/jpeg" -> Exhibit.Kind.JPEG;
            case "image/png" -> Exhibit.Kind.PNG;
            case "application/pdf" -> Exhibit.Kind.PDF;
            default -> throw new IllegalStateException("a file of no kind among exhibits");
        };
    }
}

package xingma.aws.s3;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import xingma.attachment.Inspection;
import xingma.attachment.Sent;
import xingma.attachment.UploadForm;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.exhibit.ExhibitFolder;
import xingma.evaluation.exhibit.ExhibitPlace;
import xingma.evaluation.exhibit.Exhibits;

/**
 * Exhibits of evaluations: {@code raw/<evaluation>/<writer's mark>/<file>} as sent and
 * {@code clean/<evaluation>/<writer's mark>/<sha256>}. The key holds the content's digest, so that a file is never written
 * over by another.
 */
public final class S3Exhibits implements Exhibits {
    /** Of the digest in the name under which a file is saved. */
    private static final int ENOUGH = 8;

    private final Intake intake;

    public S3Exhibits(S3Client s3, Supplier<S3Presigner> presigner, String bucket, Clock clock) {
        this.intake = new Intake(s3, presigner, bucket, clock);
    }

    /** Of the largest size for every city: the form says the city's own. */
    @Override
    public Optional<Sent> sent(ExhibitPlace place) {
        return intake.sent(place.rawKey(), Inspection.LARGEST);
    }

    @Override
    public UploadForm form(ExhibitPlace place, int largest) {
        return intake.form(place.rawKey(), largest, FORM_VALID_FOR, Map.of());
    }

    @Override
    public void drop(ExhibitPlace place, Sent sent) {
        intake.drop(place.rawKey(), sent);
    }

    @Override
    public void keep(ExhibitFolder.Id folder, Exhibit exhibit, byte[] bytes) {
        if (!intake.keep(key(folder, exhibit.sha256()), exhibit.kind(), bytes)) {
            throw new IllegalStateException("another file lies under this digest");
        }
    }

    @Override
    public String link(ExhibitFolder.Id folder, Exhibit exhibit) {
        var name = folder.evaluation() + "-" + exhibit.sha256().substring(0, ENOUGH);
        return intake.link(key(folder, exhibit.sha256()), exhibit.kind(), name, LINK_VALID_FOR);
    }

    @Override
    public void erase(ExhibitFolder.Id folder, String sha256) {
        intake.erase(key(folder, sha256));
    }

    private static String key(ExhibitFolder.Id folder, String sha256) {
        return "clean/" + folder + '/' + sha256;
    }
}

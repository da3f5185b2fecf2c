package xingma.aws.s3;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import xingma.attachment.FileKind;
import xingma.attachment.Sent;
import xingma.attachment.UploadForm;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidencePlace;
import xingma.complaint.evidence.EvidenceStore;

/** Files of cases: {@code raw/<folder>/<slot>} as sent and {@code clean/<folder>/<slot>}. */
public final class S3EvidenceStore implements EvidenceStore {
    private final Intake intake;

    public S3EvidenceStore(S3Client s3, Supplier<S3Presigner> presigner, String bucket, Clock clock) {
        this.intake = new Intake(s3, presigner, bucket, clock);
    }

    @Override
    public UploadForm form(EvidencePlace place, String then) {
        return intake.form(
                place.rawKey(), EvidencePlace.LARGEST, FORM_VALID_FOR, Map.of("success_action_redirect", then));
    }

    @Override
    public Optional<Sent> raw(EvidencePlace place) {
        return intake.sent(place.rawKey(), EvidencePlace.LARGEST);
    }

    @Override
    public boolean keep(EvidencePlace place, FileKind kind, byte[] bytes) {
        return intake.keep(place.cleanKey(), kind, bytes);
    }

    @Override
    public void drop(EvidencePlace place, Sent raw) {
        intake.drop(place.rawKey(), raw);
    }

    @Override
    public String link(EvidencePlace place, FileKind kind) {
        return intake.link(place.cleanKey(), kind, place.folder().number() + "-" + place.slot(), LINK_VALID_FOR);
    }

    @Override
    public void erase(EvidenceFolder folder) {
        EvidencePlace.all(folder).stream()
                .flatMap(place -> Stream.of(place.rawKey(), place.cleanKey()))
                .forEach(intake::erase);
    }
}

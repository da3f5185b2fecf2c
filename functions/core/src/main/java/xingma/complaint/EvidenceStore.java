package xingma.complaint;

import java.time.Duration;
import java.util.Optional;

/** Where the files of cases lie: as they were sent for two days at most, cleaned for as long as the case. */
public interface EvidenceStore {
    /** How long a form may be used. */
    Duration FORM_VALID_FOR = Duration.ofMinutes(15);

    /**
     * A form by which a browser sends one file to this place, and to no other, straight to the store.
     *
     * @param then the page that the browser is sent to afterwards, an absolute address of the public host
     */
    UploadForm form(EvidencePlace place, String then);

    /** The cleaned file of a place, if there is one. */
    Optional<Clean> clean(EvidencePlace place);

    /** A cleaned file. */
    record Clean(EvidenceKind kind, byte[] bytes) {}
}

package xingma.complaint.evidence;

import java.time.Duration;
import java.util.Optional;
import xingma.attachment.FileKind;
import xingma.attachment.Sent;
import xingma.attachment.UploadForm;

/**
 * Where the files of cases lie (材料库): as they were sent for two days at most, cleaned for as long as the case. Nobody
 * opens a file as it was sent.
 */
public interface EvidenceStore {
    /** How long a form may be used. */
    Duration FORM_VALID_FOR = Duration.ofMinutes(15);

    /** How long a link opens a file: as long as it takes to follow it. */
    Duration LINK_VALID_FOR = Duration.ofMinutes(1);

    // ---- for the complainant -------------------------------------------------------------------------------------

    /**
     * A form by which a browser sends one file to this place, and to no other, straight to the store.
     *
     * @param then the page that the browser is sent to afterwards, an absolute address of the public host; the store
     *     adds parameters of its own
     */
    UploadForm form(EvidencePlace place, String then);

    // ---- for the cleaning ----------------------------------------------------------------------------------------

    /**
     * The file that was sent to a place, if it has not been cleaned; of a larger one than is taken only the beginning.
     */
    Optional<Sent> raw(EvidencePlace place);

    /**
     * Keeps a cleaned file unless there is another; whether it is kept now is the answer. Twice the same is kept twice.
     */
    boolean keep(EvidencePlace place, FileKind kind, byte[] bytes);

    /** Deletes a file as it was sent; one that was sent since stays. */
    void drop(EvidencePlace place, Sent raw);

    // ---- for the desk --------------------------------------------------------------------------------------------

    /**
     * An address under which whoever holds it may fetch a cleaned file for {@link #LINK_VALID_FOR}: a picture to look
     * at, a document to download. The caller has made sure that the case is the officer's.
     *
     * @param kind as the case was told when the file was kept
     */
    String link(EvidencePlace place, FileKind kind);

    // ---- when the case's time is over ----------------------------------------------------------------------------

    /** Deletes whatever lies in a folder. */
    void erase(EvidenceFolder folder);
}

package xingma.evaluation.exhibit;

import java.time.Duration;
import java.util.Optional;
import xingma.attachment.Sent;
import xingma.attachment.UploadForm;
import xingma.evaluation.Finding.Exhibit;

/**
 * Where photos and documents of evaluations lie (佐证材料库): as they were sent for two days at most; cleaned, each in its
 * writer's folder under its own digest. They are never changed, and nobody opens a file as it was sent.
 */
public interface Exhibits {
    /** How long a form may be used. */
    Duration FORM_VALID_FOR = Duration.ofMinutes(15);

    /** How long a link opens a file: as long as it takes to follow it. */
    Duration LINK_VALID_FOR = Duration.ofMinutes(1);

    /** A form by which a browser sends one file of at most so many bytes to this place, and to no other. */
    UploadForm form(ExhibitPlace place, int largest);

    /** The file that was sent to a place, if it was not cleaned; of a larger one than is taken only the beginning. */
    Optional<Sent> sent(ExhibitPlace place);

    /** Deletes a file as it was sent; one that was sent since stays. */
    void drop(ExhibitPlace place, Sent sent);

    /** Keeps a cleaned file; keeping the same again is the same. */
    void keep(ExhibitFolder.Id folder, Exhibit exhibit, byte[] bytes);

    /** An address under which whoever holds it may fetch a file for {@link #LINK_VALID_FOR}. */
    String link(ExhibitFolder.Id folder, Exhibit exhibit);

    /** Deletes a cleaned file. */
    void erase(ExhibitFolder.Id folder, String sha256);
}

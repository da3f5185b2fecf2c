package xingma.complaint.desk;

import java.util.Optional;
import xingma.complaint.Complaint;
import xingma.complaint.Words;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.seal.Seals;

/** Words that are sealed once, however often the step that says them has to be decided anew. */
final class Envelope {
    private final Seals seals;
    private Optional<Sealed> sealed = Optional.empty();

    Envelope(Seals seals) {
        this.seals = seals;
    }

    Sealed seal(Complaint complaint, Part part, String words) {
        if (sealed.isEmpty()) {
            sealed = Optional.of(Words.sealed(complaint, part, words, seals));
        }
        return sealed.get();
    }
}

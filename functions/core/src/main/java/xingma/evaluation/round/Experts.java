package xingma.evaluation.round;

import java.util.List;
import java.util.Optional;
import xingma.audit.Entry;
import xingma.evaluation.Expert;

/** The list of experts (专家库). */
public interface Experts {
    /** More than a province has; the whole list is read for a draw. */
    int MOST = 1_000;

    /** All, by id. */
    List<Listed> all();

    Optional<Listed> find(String id);

    /**
     * Keeps an expert in the place of what stood at that revision, with its line of the trail; keeping the same again is
     * true again.
     *
     * @param revision what the list showed; 0 for somebody new
     */
    boolean keep(Expert expert, int revision, Entry entry);

    /** @param head the hash of the newest line of the expert's trail */
    record Listed(Expert expert, int revision, String head) {}
}

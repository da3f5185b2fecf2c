package xingma.evaluation.round;

import java.util.List;
import java.util.Optional;
import xingma.audit.Entry;

/** The rounds that were called. */
public interface Rounds {
    int MOST = 200;

    /** All, the newest first. */
    List<Called> all();

    /** @param id whatever somebody asks for; what no round can be called is found nowhere */
    Optional<Called> find(String id);

    /** Keeps a round in the place of what stood at that revision, with its line of the trail; 0 for a new one. */
    boolean keep(Round round, int revision, Entry entry);

    /** @param head the hash of the newest line of the round's trail */
    record Called(Round round, int revision, String head) {}
}

package xingma.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The bureau's list of who is who (花名册). The register keeps the sign-in's subject of everybody who acts; the roster
 * remembers by which name the sign-in last introduced them, so that officers read names.
 */
public interface Roster {
    /** Ids that are looked up at once, at most; far more than sign one institution's file. */
    int MOST = 100;

    /** Remembers an officer's name; a later one takes the place of an earlier. */
    void note(Officer officer);

    /** Names by id, of the first {@link #MOST} different ids; who was never noted is not in it. */
    Map<String, String> names(Collection<String> ids);

    static List<String> sought(Collection<String> ids) {
        return ids.stream().distinct().limit(MOST).toList();
    }
}

package xingma.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The bureau's list of who is who (花名册). The register keeps the sign-in's subject of everybody who acts; the roster
 * remembers by which name the sign-in last introduced them, so that officers read names, and who of them handles cases
 * where, so that cases can be assigned.
 */
public interface Roster {
    /** Ids that are looked up at once, at most; far more than sign one institution's file. */
    int MOST = 100;

    /** Remembers an officer's name, and the territory of one who handles cases; what is later takes the place of earlier. */
    void note(Officer officer);

    /** Names by id, of the first {@link #MOST} different ids; who was never noted is not in it. */
    Map<String, String> names(Collection<String> ids);

    /**
     * Who handles cases in a unit, by name, at most {@link #MOST}: everybody whom the sign-in last introduced as such. A
     * moment may pass until somebody new is in it.
     */
    List<Colleague> handlers(RegionCode unit);

    /** Somebody of the bureau, as others see them. */
    record Colleague(String id, String name) {}

    static List<String> sought(Collection<String> ids) {
        return ids.stream().distinct().limit(MOST).toList();
    }
}

package xingma.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/** Every dossier the bureau holds (登记簿). */
public interface Register {
    Optional<Dossier> find(InstitutionId id);

    /** The dossiers that exist among these; at most {@value #MOST_AT_ONCE} ids. */
    Map<InstitutionId, Dossier> findAll(Collection<InstitutionId> ids);

    /**
     * A page of a district's list, in the order of names. Eventually consistent; never a person's facts, and nothing of
     * a dossier that is {@link Dossier#isVacant vacant}.
     */
    Page<Summary> in(RegionCode district, Optional<String> after);

    /** Decided changes of one institution, newest first, at most {@value #LONGEST_HISTORY}. */
    List<Change.Decided> history(InstitutionId id);

    /**
     * Keeps a step, provided the dossier still stands as before it: the dossier, its decided change and, when the
     * step publishes, what a scan of its placard shows, all or nothing. Keeping the same step again is true again.
     */
    boolean keep(Dossier.Step step);

    /** Keeps many steps, each for itself. Returns those that were not kept because the dossier had moved on. */
    Set<InstitutionId> keepAll(List<Dossier.Step> steps);

    int MOST_AT_ONCE = 2_000;
    int LONGEST_HISTORY = 200;
}

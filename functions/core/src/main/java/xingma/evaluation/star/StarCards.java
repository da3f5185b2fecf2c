package xingma.evaluation.star;

import java.util.Optional;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/** What the public reads of every star (星级名录). Written with the step that brings it about, never alone. */
public interface StarCards {
    int PAGE = 100;

    Optional<StarCard> find(InstitutionId institution);

    /**
     * A district's cards, most stars first, then those that are no number, each by name. Eventually consistent.
     *
     * @param rank only those of this {@link StarCard#rank() rank}; empty for all
     */
    Page<StarCard> in(RegionCode district, Optional<Integer> rank, Optional<String> after);
}

package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import xingma.institution.InstitutionId;
import xingma.rating.Clause.Side;

/**
 * Somebody who may be drawn into a panel (评价专家).
 *
 * @param id the sign-in's subject
 * @param ties institutions for which the expert works, worked or has an interest (利害关系): never drawn for them
 * @param available whether the expert takes part in draws at present
 */
public record Expert(String id, String name, Side side, Set<InstitutionId> ties, boolean available) {
    public Expert {
        requireNonNull(side, "side");
        ties = Set.copyOf(ties);
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("an expert has an id and a name");
        }
    }
}

package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import xingma.institution.InstitutionId;
import xingma.territory.RegionCode;

/**
 * What an evaluation needs to know of an institution when it begins (被评机构).
 *
 * @param kind the kind of premises, such as {@code medical-institution}
 * @param type the type by which clauses are asked or not, as the register holds it
 */
public record Premises(InstitutionId id, String kind, String type, RegionCode district, String name) {
    public Premises {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(type, "type");
        requireNonNull(district, "district");
        requireNonNull(name, "name");
    }
}

package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import xingma.rating.Standard;
import xingma.territory.RegionCode;

/**
 * With what an evaluation begins (立项): it keeps this to its end, whatever becomes of the standard or the institution's
 * type meanwhile.
 *
 * @param round the round of evaluation to which it belongs
 * @param standard the standard's id
 * @param type the institution's type, by which clauses are asked or not
 * @param name the institution's name on that day
 * @param again the evaluation whose star it would replace (复评); the star may become lower
 */
public record Beginning(
        EvaluationId id,
        String round,
        String standard,
        int edition,
        String type,
        RegionCode district,
        String name,
        Optional<EvaluationId> again) {
    public Beginning {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
        requireNonNull(district, "district");
        requireNonNull(name, "name");
        if (round.isBlank() || standard.isBlank() || edition < 1) {
            throw new IllegalArgumentException("an evaluation belongs to a round and an edition of a standard");
        }
        if (again.filter(a -> !a.institution().equals(id.institution()) || a.sequence() >= id.sequence()).isPresent()) {
            throw new IllegalArgumentException("only an earlier star of the same institution is replaced");
        }
    }

    public boolean isUnder(Standard other) {
        return other.id().equals(standard) && other.edition() == edition;
    }
}

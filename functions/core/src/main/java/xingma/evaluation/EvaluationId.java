package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import xingma.institution.InstitutionId;

/**
 * Names one evaluation (评价编号): the institution, and the how-manieth time it is evaluated.
 *
 * @param sequence 1 for an institution's first evaluation
 */
public record EvaluationId(InstitutionId institution, int sequence) {
    private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{20})-([1-9][0-9]{0,2})");

    public EvaluationId {
        requireNonNull(institution, "institution");
        if (sequence < 1 || sequence > 999) {
            throw new IllegalArgumentException("evaluations are counted from 1 to 999");
        }
    }

    /** @throws IllegalArgumentException if it is none */
    public static EvaluationId of(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an evaluation's id");
        }
        return new EvaluationId(new InstitutionId(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    public EvaluationId next() {
        return new EvaluationId(institution, sequence + 1);
    }

    @Override
    public String toString() {
        return institution.value() + '-' + sequence;
    }
}

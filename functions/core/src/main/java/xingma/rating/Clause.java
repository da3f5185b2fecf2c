package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xingma.fact.Wording;

/**
 * One thing that the standard asks for (条款).
 *
 * @param appliesTo types of institution for which it is asked; empty for all
 * @param side whose matter it is: their experts see it first, and they confirm that its red line failed
 * @param interpretation how it is to be read (条文解读)
 * @param effort what mending it costs compared with others, 1 to 5; the nearest path to the next star weighs it
 * @param findings what a score below full can be for
 * @param crosswalk the matching clauses of other standards, by standard
 */
public record Clause(
        String code,
        Wording title,
        Wording requirement,
        Points most,
        Method method,
        Optional<RedLine> redLine,
        boolean mayNotApply,
        Set<String> appliesTo,
        Side side,
        List<String> evidence,
        Basis basis,
        Wording interpretation,
        int effort,
        List<Wording> findings,
        Map<String, String> crosswalk) {
    /** Which of the two co-owners of the standard (共同制定): both send experts. */
    public enum Side {
        /** 行政执法. */
        ENFORCEMENT,
        /** 行业协会. */
        ASSOCIATION
    }

    /** Where a clause comes from, and whether somebody read it there. */
    public record Basis(String text, boolean verified) {
        public Basis {
            requireNonNull(text, "text");
        }
    }

    public Clause {
        requireNonNull(title, "title");
        requireNonNull(requirement, "requirement");
        requireNonNull(method, "method");
        requireNonNull(redLine, "redLine");
        requireNonNull(side, "side");
        requireNonNull(basis, "basis");
        requireNonNull(interpretation, "interpretation");
        appliesTo = Set.copyOf(appliesTo);
        evidence = List.copyOf(evidence);
        findings = List.copyOf(findings);
        crosswalk = Map.copyOf(crosswalk);
        if (code.isBlank() || most.equals(Points.NONE)) {
            throw new IllegalArgumentException("a clause has a code and points");
        }
        if (effort < 1 || effort > 5) {
            throw new IllegalArgumentException("effort is 1 to 5");
        }
    }

    public boolean isAskedOf(String type) {
        return appliesTo.isEmpty() || appliesTo.contains(type);
    }

    public boolean isFailedBy(Points score) {
        return redLine.filter(line -> line.isFailedBy(score, most)).isPresent();
    }
}

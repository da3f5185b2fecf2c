package xingma.practitioner;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * Which registered scope of practice leads to which aesthetic specialty (主诊专业与执业范围). Provinces differ, so a
 * specialty outside its scopes is a warning, never a refusal.
 */
public record SpecialtyScopes(Map<String, List<String>> scopes, String source) {
    public SpecialtyScopes {
        scopes = Map.copyOf(scopes);
        requireNonNull(source, "source");
    }

    /** Whether the registered scope names one of those that lead to the specialty; an unknown specialty never fits. */
    public boolean fits(String specialty, String registeredScope) {
        return scopes.getOrDefault(specialty, List.of()).stream().anyMatch(registeredScope::contains);
    }

    /** The doctor's specialties that the registered scope does not lead to; none where no scope is registered. */
    public List<String> outside(Practitioner doctor) {
        return doctor.facts()
                .text("scope")
                .map(scope -> doctor.specialties().stream().filter(s -> !fits(s, scope)).toList())
                .orElse(List.of());
    }
}

package xingma.institution;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** May this place do what its kind does, on this day (判定)? Yes only when every reason is met; all reasons are told. */
public record Verdict(LocalDate day, List<Reason> reasons) {
    public Verdict {
        reasons = List.copyOf(reasons);
    }

    public static Verdict of(Institution institution, List<Condition> conditions, LocalDate day) {
        return new Verdict(day, conditions.stream().map(c -> judge(institution, c, day)).toList());
    }

    public boolean yes() {
        return reasons.stream().allMatch(Reason::met);
    }

    private static Reason judge(Institution institution, Condition condition, LocalDate day) {
        return switch (condition) {
            case Condition.CredentialInForce(var every) -> {
                var standings = institution.credentials().stream().map(c -> c.on(day)).toList();
                var inForce = standings.stream().filter(Credential.Standing.InForce.class::isInstance).count();
                var met = inForce > 0 && (!every || inForce == standings.size());
                yield new Reason.Credentials(met, standings);
            }
            case Condition.Lists(var field, var anyOf) ->
                new Reason.Listed(
                        institution.facts().items(field).stream().anyMatch(anyOf::contains), field, anyOf);
            case Condition.MayPractise() -> {
                var status = institution.statusOn(day);
                yield new Reason.Practice(status.mayPractise(), status);
            }
        };
    }

    /** One condition, whether it is met, and the facts that say so. */
    public sealed interface Reason {
        boolean met();

        record Credentials(boolean met, List<Credential.Standing> standings) implements Reason {
            public Credentials {
                standings = List.copyOf(standings);
            }
        }

        record Listed(boolean met, String field, Set<String> sought) implements Reason {}

        record Practice(boolean met, PracticeStatus status) implements Reason {}
    }
}

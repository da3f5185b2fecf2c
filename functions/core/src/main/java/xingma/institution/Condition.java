package xingma.institution;

import java.time.LocalDate;
import java.util.Set;

/** What must hold for the verdict to be yes. A premises kind lists its own, so that a new kind needs data alone. */
public sealed interface Condition {
    Verdict.Reason judge(Institution institution, LocalDate day);

    /** At least one credential, or every one, is in force on the day. */
    record CredentialInForce(boolean every) implements Condition {
        @Override
        public Verdict.Reason judge(Institution institution, LocalDate day) {
            var standings = institution.credentials().stream().map(c -> c.on(day)).toList();
            var inForce = standings.stream().filter(Credential.Standing.InForce.class::isInstance).count();
            return new Verdict.Reason.Credentials(inForce > 0 && (!every || inForce == standings.size()), standings);
        }
    }

    /** A field of the premises lists one of these values, such as 医疗美容科 among the registered departments. */
    record Lists(String field, Set<String> anyOf) implements Condition {
        public Lists {
            anyOf = Set.copyOf(anyOf);
        }

        @Override
        public Verdict.Reason judge(Institution institution, LocalDate day) {
            var met = institution.facts().items(field).stream().anyMatch(anyOf::contains);
            return new Verdict.Reason.Listed(met, field, anyOf);
        }
    }

    /** No decision of the bureau stops the practice on the day. */
    record MayPractise() implements Condition {
        @Override
        public Verdict.Reason judge(Institution institution, LocalDate day) {
            var status = institution.statusOn(day);
            return new Verdict.Reason.Practice(status.mayPractise(), status);
        }
    }
}

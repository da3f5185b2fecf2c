package xingma.institution;

import java.util.Set;

/** What must hold for the verdict to be yes. A premises kind lists its own, so that a new kind needs data alone. */
public sealed interface Condition {
    /** At least one credential, or every one, is in force on the day. */
    record CredentialInForce(boolean every) implements Condition {}

    /** A field of the premises lists one of these values, such as 医疗美容科 among the registered departments. */
    record Lists(String field, Set<String> anyOf) implements Condition {
        public Lists {
            anyOf = Set.copyOf(anyOf);
        }
    }

    /** No decision of the bureau stops the practice on the day. */
    record MayPractise() implements Condition {}
}

package xingma.institution;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * How long a type of credential holds, how often it is verified and when its renewal is asked for (有效期, 校验, 延续).
 *
 * @param credentialType as field {@code credentialType} says it
 * @param validity absent where no end is set, or where the paper itself states it
 * @param renewBefore how long before its last day the renewal must be asked for
 * @param source the rule it comes from
 */
public record CredentialTerm(
        String credentialType,
        Optional<Period> validity,
        Optional<Period> verifiedEvery,
        Optional<Period> renewBefore,
        String source) {
    public CredentialTerm {
        requireNonNull(credentialType, "credentialType");
        requireNonNull(source, "source");
    }

    /** The last day on which renewal may be asked for in time. */
    public Optional<LocalDate> renewalAskedBy(Credential credential) {
        return renewBefore.flatMap(before -> credential.validUntil().map(until -> until.minus(before)));
    }
}

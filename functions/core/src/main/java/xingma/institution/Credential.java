package xingma.institution;

import java.time.LocalDate;
import java.util.Optional;
import xingma.fact.Facts;

/** A licence, filing or permit under which an institution works (执业许可证, 诊所备案凭证, 卫生许可证, 卫生许可批件). */
public record Credential(String number, Facts facts) {
    public Optional<LocalDate> validFrom() {
        return facts.date("validFrom");
    }

    /** The last day on which it holds; absent where the law sets none, as for a filed clinic. */
    public Optional<LocalDate> validUntil() {
        return facts.date("validUntil");
    }

    public String type() {
        return facts.textOrEmpty("credentialType");
    }

    public Standing on(LocalDate day) {
        if (validFrom().filter(day::isBefore).isPresent()) {
            return new Standing.NotYet(validFrom().get());
        }
        return validUntil().filter(day::isAfter).isPresent()
                ? new Standing.Lapsed(validUntil().get())
                : new Standing.InForce(validUntil());
    }

    /** How a credential stands on a day. */
    public sealed interface Standing {
        /** In the place of a switch over types, which a scan after a cold start would be slow to link. */
        <T> T told(Telling<T> telling);

        record NotYet(LocalDate from) implements Standing {
            @Override
            public <T> T told(Telling<T> telling) {
                return telling.notYet(from);
            }
        }

        record InForce(Optional<LocalDate> until) implements Standing {
            @Override
            public <T> T told(Telling<T> telling) {
                return telling.inForce(until);
            }
        }

        record Lapsed(LocalDate lastDay) implements Standing {
            @Override
            public <T> T told(Telling<T> telling) {
                return telling.lapsed(lastDay);
            }
        }

        interface Telling<T> {
            T notYet(LocalDate from);

            T inForce(Optional<LocalDate> until);

            T lapsed(LocalDate lastDay);
        }
    }
}

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
        return new Verdict(day, conditions.stream().map(c -> c.judge(institution, day)).toList());
    }

    public boolean yes() {
        return reasons.stream().allMatch(Reason::met);
    }

    /** One condition, whether it is met, and the facts that say so. */
    public sealed interface Reason {
        boolean met();

        /** The word used in JSON and in the keys of our sentences. */
        String word();

        <T> T told(Telling<T> telling);

        record Credentials(boolean met, List<Credential.Standing> standings) implements Reason {
            public Credentials {
                standings = List.copyOf(standings);
            }

            @Override
            public String word() {
                return "credential";
            }

            @Override
            public <T> T told(Telling<T> telling) {
                return telling.credentials(this);
            }
        }

        record Listed(boolean met, String field, Set<String> sought) implements Reason {
            @Override
            public String word() {
                return "listed";
            }

            @Override
            public <T> T told(Telling<T> telling) {
                return telling.listed(this);
            }
        }

        record Practice(boolean met, PracticeStatus status) implements Reason {
            @Override
            public String word() {
                return "practice";
            }

            @Override
            public <T> T told(Telling<T> telling) {
                return telling.practice(this);
            }
        }

        interface Telling<T> {
            T credentials(Credentials reason);

            T listed(Listed reason);

            T practice(Practice reason);
        }
    }
}

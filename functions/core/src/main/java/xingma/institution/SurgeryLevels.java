package xingma.institution;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import xingma.fact.Facts;

/**
 * How difficult a surgery each type of institution may do (手术级别): the highest level by type, departments and
 * whether it has an anaesthesia department. A higher level than this in the register is a warning, never a refusal.
 */
public record SurgeryLevels(List<Limit> limits) {
    public static final int HIGHEST = 4;
    public static final String AESTHETICS = "医疗美容科";

    public SurgeryLevels {
        limits = List.copyOf(limits);
    }

    /** The highest level for premises of this type; 0 without 医疗美容科, empty where no rule names the type. */
    public OptionalInt highestFor(Facts premises) {
        if (!premises.items("departments").contains(AESTHETICS)) {
            return OptionalInt.of(0);
        }
        return limits.stream().filter(l -> l.covers(premises)).mapToInt(Limit::highest).max();
    }

    /** The level the register gives the institution, but no higher than its type allows; 0 where neither is known. */
    public int registeredFor(Institution institution) {
        var facts = institution.facts();
        var declared = facts.text("surgeryLevel").map(Integer::valueOf);
        var highest = highestFor(facts);
        if (highest.isEmpty()) {
            return declared.orElse(0);
        }
        return declared.map(d -> Math.min(d, highest.getAsInt())).orElse(highest.getAsInt());
    }

    /** Whether the register gives the premises a higher level than their type allows (超范围). */
    public boolean exceededBy(Facts premises) {
        var highest = highestFor(premises);
        return highest.isPresent()
                && premises.text("surgeryLevel").map(Integer::valueOf).filter(d -> d > highest.getAsInt()).isPresent();
    }

    /**
     * One row of the rule.
     *
     * @param types institution types it covers, as WS 218 names them
     * @param grades hospital grades (医院级别) it covers; empty means any or none
     * @param withAnaesthesia whether it asks for an anaesthesia department
     */
    public record Limit(Set<String> types, Set<String> grades, boolean withAnaesthesia, int highest, String source) {
        public Limit {
            types = Set.copyOf(types);
            grades = Set.copyOf(grades);
            requireNonNull(source, "source");
            if (highest < 0 || highest > HIGHEST) {
                throw new IllegalArgumentException("levels end at " + HIGHEST);
            }
        }

        boolean covers(Facts premises) {
            return types.contains(premises.textOrEmpty("institutionType"))
                    && (grades.isEmpty() || grades.contains(premises.textOrEmpty("hospitalGrade")))
                    && (!withAnaesthesia || premises.textOrEmpty("hasAnaesthesia").equals("是"));
        }
    }
}

package xingma.registry.sheet;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xingma.fact.Field;
import xingma.fact.FieldType;
import xingma.fact.Section;
import xingma.institution.InstitutionCategory;
import xingma.institution.SurgeryLevels;
import xingma.practitioner.SpecialtyScopes;

/** What the rulebook lets an import compare, beyond the fields of a kind. */
public record SheetRules(SpecialtyScopes scopes, SurgeryLevels levels, List<InstitutionCategory> categories) {
    public static final SheetRules NONE =
            new SheetRules(new SpecialtyScopes(Map.of(), ""), new SurgeryLevels(List.of()), List.of());

    /** What stands on a placard: when it changes, the placard is printed anew. */
    static final Set<String> PRINTED = Set.of("name", "address");

    private static final Set<String> BY_THEIR_OWN_STEP = Set.of("photoConsentOn");

    public SheetRules {
        requireNonNull(scopes, "scopes");
        requireNonNull(levels, "levels");
        categories = List.copyOf(categories);
    }

    /** Photos, consent and decisions of the bureau come into the register by steps of their own. */
    public static boolean isInSheets(Field field) {
        return field.section() != Section.PRACTICE
                && field.type() != FieldType.PHOTO
                && !BY_THEIR_OWN_STEP.contains(field.id());
    }

    Optional<String> categoryNamed(String code) {
        return categories.stream().filter(c -> c.code().equals(code)).map(InstitutionCategory::name).findFirst();
    }

    boolean knowsType(String name) {
        return categories.stream().anyMatch(c -> c.name().equals(name));
    }
}

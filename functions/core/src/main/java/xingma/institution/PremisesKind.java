package xingma.institution;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.fact.Field;
import xingma.fact.Section;

/**
 * A kind of place that the bureau supervises (场所类别): its fields, its verdict and its words, all from the rulebook.
 *
 * @param id the word used in JSON and in stores
 * @param identifiedBy the field whose value tells one institution from another at import
 * @param conditions what must hold for a yes
 * @param words texts by key and language ({@code verdict.yes} → {@code zh-Hans} → 可以做医疗美容)
 */
public record PremisesKind(
        String id,
        String chinese,
        String english,
        List<Field> fields,
        String identifiedBy,
        List<Condition> conditions,
        Map<String, Map<String, String>> words) {
    public PremisesKind {
        requireNonNull(id, "id");
        fields = List.copyOf(fields);
        conditions = List.copyOf(conditions);
        words = Map.copyOf(words);
    }

    public Optional<Field> field(Section section, String id) {
        return fields.stream().filter(f -> f.section() == section && f.id().equals(id)).findFirst();
    }

    public List<Field> fields(Section section) {
        return fields.stream().filter(f -> f.section() == section).toList();
    }

    /** Whether people are registered here, as in medical institutions. */
    public boolean hasPeople() {
        return fields.stream().anyMatch(f -> f.section() == Section.PERSON);
    }
}

package xingma.registry.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.fact.Path;
import xingma.fact.Section;
import xingma.institution.InstitutionId;

/** One row on its way through a trial: what its cells say, whom it is about, and what has been found so far. */
final class Line {
    final Layout layout;
    final Sheet.Row row;
    final Map<String, Reading> readings = new HashMap<>();
    /** What the row says, path by path; known once its key is. */
    final SortedMap<Path, String> says = new TreeMap<>();
    final Map<Path, Column> from = new HashMap<>();
    Optional<InstitutionId> institution = Optional.empty();
    boolean wrong;
    boolean warned;
    Becomes becomes = Becomes.UNCHANGED;

    enum Becomes {
        FRESH,
        CHANGED,
        UNCHANGED
    }

    Line(Layout layout, Sheet.Row row) {
        this.layout = layout;
        this.row = row;
    }

    boolean isPerson() {
        return layout.form() == Layout.Form.PEOPLE;
    }

    Optional<String> value(String field) {
        return Optional.ofNullable(readings.get(field)).flatMap(Reading::value);
    }

    Optional<String> value(Section section, String key, String field) {
        return Optional.ofNullable(says.get(new Path(section, key, field)));
    }

    /** Places every value at its path, now that the keys are known. */
    void place() {
        for (var column : layout.columns()) {
            column.field().ifPresent(field -> value(field.id()).ifPresent(value -> {
                var key = switch (field.section()) {
                    case PREMISES -> Optional.of("");
                    case CREDENTIAL -> value("number");
                    case PERSON -> value("code");
                    case PRACTICE -> Optional.<String>empty();
                };
                key.ifPresent(k -> {
                    var path = new Path(field.section(), k, field.id());
                    says.put(path, value);
                    from.put(path, column);
                });
            }));
        }
    }
}

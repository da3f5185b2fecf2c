package xingma.fact;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the register holds of one thing, by field id (登记事项). Every value is text in its one canonical
 * form: dates ISO, lists joined by {@value #BETWEEN}, codes in capitals; a field without a value is absent, never empty.
 */
public record Facts(SortedMap<String, String> values) {
    public static final Facts NONE = new Facts(Map.of());
    public static final String BETWEEN = "、";

    public Facts {
        for (var value : values.values()) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("a fact without a value is absent");
            }
        }
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public Facts(Map<String, String> values) {
        this(new TreeMap<>(values));
    }

    public Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** Empty text where the register holds nothing. */
    public String textOrEmpty(String field) {
        return values.getOrDefault(field, "");
    }

    public Optional<LocalDate> date(String field) {
        return text(field).map(LocalDate::parse);
    }

    public List<String> items(String field) {
        return text(field).map(t -> Arrays.asList(t.split(BETWEEN))).orElse(List.of());
    }

    /** The same facts with one field changed, or taken away when there is no value. */
    public Facts with(String field, Optional<String> value) {
        var changed = new TreeMap<>(values);
        value.ifPresentOrElse(v -> changed.put(field, v), () -> changed.remove(field));
        return new Facts(changed);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}

package xingma.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** One row of an officer's sheet before it is written: values by field id, blank ones left out. */
record Row(Map<String, String> values) {
    Row {
        values = Map.copyOf(values);
    }

    String get(String field) {
        return values.getOrDefault(field, "");
    }

    /** The row with one more value, or with another. */
    Row with(String field, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(field, value);
        return new Row(changed);
    }

    Row without(String field) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(field);
        return new Row(changed);
    }
}

package xingma.registry.sheet;

import java.util.Optional;
import xingma.fact.Field;

/**
 * One recognised column.
 *
 * @param index from 0
 * @param field what it holds; absent for the column by which a person's row names the institution
 */
record Column(int index, String heading, Optional<Field> field) {
    String id() {
        return field.map(Field::id).orElse("institution");
    }
}

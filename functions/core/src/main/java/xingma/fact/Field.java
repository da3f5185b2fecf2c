package xingma.fact;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One column of a premises kind's register, as the rulebook defines it (登记项目).
 *
 * @param id the word used in JSON and in {@link Facts}
 * @param heading the Chinese heading of the template's column
 * @param english the English label
 * @param longest most characters (code points) a value may have
 * @param choices the values allowed for CHOICE and ITEMS; empty means any
 * @param pattern what a LICENCE_NUMBER must match, possessive or linear
 * @param shown whether the public page may show it
 * @param example a fictional value for the template's second row
 */
public record Field(
        String id,
        Section section,
        String heading,
        String english,
        FieldType type,
        boolean required,
        int longest,
        List<String> choices,
        Optional<Pattern> pattern,
        boolean shown,
        String example) {
    public Field {
        requireNonNull(id, "id");
        requireNonNull(section, "section");
        requireNonNull(type, "type");
        choices = List.copyOf(choices);
        if (longest < 1) {
            throw new IllegalArgumentException("a field has room for one character at least");
        }
    }
}

package xingma.fact;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** Where one fact stands in a register entry: {@code premises//name}, {@code person/110330102000417/specialties}. */
public record Path(Section section, String key, String field) implements Comparable<Path> {
    public Path {
        requireNonNull(section, "section");
        if (section == Section.PREMISES != key.isEmpty()) {
            throw new IllegalArgumentException("only the premises have no key");
        }
        if (field.isEmpty() || field.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a field id has no slash");
        }
    }

    public static Path premises(String field) {
        return new Path(Section.PREMISES, "", field);
    }

    /** Reads what {@link #toString} wrote; a key may hold slashes, a field never does. */
    public static Path parse(String text) {
        var first = text.indexOf('/');
        var last = text.lastIndexOf('/');
        if (first < 0 || first == last) {
            throw new IllegalArgumentException("a path is section/key/field");
        }
        var section = Section.valueOf(text.substring(0, first).toUpperCase(Locale.ROOT));
        return new Path(section, text.substring(first + 1, last), text.substring(last + 1));
    }

    @Override
    public int compareTo(Path other) {
        var bySection = section.compareTo(other.section);
        var byKey = bySection != 0 ? bySection : key.compareTo(other.key);
        return byKey != 0 ? byKey : field.compareTo(other.field);
    }

    @Override
    public String toString() {
        return section.word() + '/' + key + '/' + field;
    }
}

package xingma.pages;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one reader wants the page.
 *
 * @param big the elder view (大字)
 * @param day the city's day, for which the verdict is made
 * @param path the page's own path, for the links that change only the view
 * @param procedure the treatment that the reader looked up
 * @param asked what else the address asked for, by name; the links that change only the view keep it
 */
public record View(
        Language language,
        boolean big,
        LocalDate day,
        String path,
        Optional<String> procedure,
        SortedMap<String, String> asked) {
    public static final int LONGEST_SEARCH = 40;

    public View(Language language, boolean big, LocalDate day, String path, Optional<String> procedure) {
        this(language, big, day, path, procedure, new TreeMap<>());
    }

    /** A page that is asked for with these words in its address. */
    public static View asking(Language language, boolean big, LocalDate day, String path, Map<String, String> asked) {
        return new View(language, big, day, path, Optional.empty(), new TreeMap<>(asked));
    }

    public View {
        procedure = procedure
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .map(p -> Text.cut(p, LONGEST_SEARCH));
    }

    /** The query of the same page in another language. */
    String in(Language other) {
        return query(other, big);
    }

    /** The query of the very same page. */
    String again() {
        return query(language, big);
    }

    /** The query of the same page in the other size. */
    String resized() {
        return query(language, !big);
    }

    private String query(Language language, boolean big) {
        var query = new StringBuilder("?l=").append(language.tag());
        if (big) {
            query.append("&v=big");
        }
        procedure.ifPresent(p -> query.append("&p=").append(Attribute.encoded(p)));
        asked.forEach((name, value) -> query.append('&').append(name).append('=').append(Attribute.encoded(value)));
        return query.toString();
    }
}

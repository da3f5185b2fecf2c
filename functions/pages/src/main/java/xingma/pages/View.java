package xingma.pages;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How one reader wants the page.
 *
 * @param big the elder view (大字)
 * @param day the city's day, for which the verdict is made
 * @param path the page's own path, for the links that change only the view
 * @param procedure the treatment that the reader looked up
 */
public record View(Language language, boolean big, LocalDate day, String path, Optional<String> procedure) {
    public static final int LONGEST_SEARCH = 40;

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
        return query.toString();
    }
}

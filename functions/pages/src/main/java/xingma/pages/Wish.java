package xingma.pages;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How somebody wants to be answered, as the address and the browser say.
 *
 * @param data no page: what a program reads
 * @param big the elder view (大字)
 */
public record Wish(boolean data, Language language, boolean big) {
    /** @param header by its name in lower case */
    public static Wish of(Function<String, Optional<String>> query, Function<String, Optional<String>> header) {
        var accept = header.apply("accept").orElse("").toLowerCase(Locale.ROOT);
        return new Wish(
                accept.contains("application/json") && !accept.contains("text/html"),
                Language.choose(query.apply("l").or(() -> query.apply("lang")), header.apply("accept-language")),
                query.apply("v").filter("big"::equals).isPresent());
    }
}

package xingma.registry.sheet;

import java.util.List;
import java.util.Optional;
import xingma.registry.sheet.Finding.Severity;
import xingma.registry.sheet.Finding.Span;

/**
 * What reading one cell brought up, before it is known where the cell stands.
 *
 * @param telling what the message names, in the order of its {0}, {1} …
 * @param secret whether the cell's value must not be told again
 */
record Remark(Severity severity, String code, List<String> telling, Optional<Span> mark, boolean secret) {
    Remark {
        telling = List.copyOf(telling);
    }

    static Remark error(String code, Optional<Span> mark, Object... telling) {
        return new Remark(Severity.ERROR, code, texts(telling), mark, false);
    }

    static Remark warning(String code, Optional<Span> mark, Object... telling) {
        return new Remark(Severity.WARNING, code, texts(telling), mark, false);
    }

    static Remark secret(String code, Object... telling) {
        return new Remark(Severity.ERROR, code, texts(telling), Optional.empty(), true);
    }

    private static List<String> texts(Object... telling) {
        return List.of(telling).stream().map(String::valueOf).toList();
    }
}

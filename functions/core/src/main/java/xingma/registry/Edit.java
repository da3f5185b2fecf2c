package xingma.registry;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import xingma.fact.Path;

/** One fact from what it was to what it becomes; absent means that the register holds nothing there. */
public record Edit(Path path, Optional<String> before, Optional<String> after) {
    public Edit {
        requireNonNull(path, "path");
        if (before.equals(after)) {
            throw new IllegalArgumentException("an edit changes something");
        }
    }

    int weight() {
        return weight(path.toString()) + weight(before.orElse("")) + weight(after.orElse(""));
    }

    static int weight(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

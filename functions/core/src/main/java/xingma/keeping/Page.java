package xingma.keeping;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list, and where the next part begins.
 *
 * @param next absent where the list ends
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}

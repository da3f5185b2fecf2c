package xingma.pages;

import java.util.List;

/**
 * A piece of a page. Text comes in through {@link Text} alone, which escapes it; elements and attributes have names
 * that only this package knows; so no fact of the register can ever become markup.
 */
public sealed interface Html permits Text, Element, Html.Many, Artwork {
    Html NOTHING = new Many(List.of());

    void write(StringBuilder out);

    static Html text(String text) {
        return new Text(text);
    }

    static Html all(List<? extends Html> pieces) {
        return new Many(List.copyOf(pieces));
    }

    static Html all(Html... pieces) {
        return new Many(List.of(pieces));
    }

    /** Pieces side by side. */
    record Many(List<Html> pieces) implements Html {
        @Override
        public void write(StringBuilder out) {
            pieces.forEach(p -> p.write(out));
        }
    }
}

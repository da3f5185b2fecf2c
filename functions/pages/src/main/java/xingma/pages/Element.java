package xingma.pages;

import java.util.List;
import java.util.stream.Stream;

/** An element with its attributes and children; closed by construction. */
record Element(Tag tag, List<Attribute> attributes, List<Html> children) implements Html {
    Element {
        if (tag.isVoid() && !children.isEmpty()) {
            throw new IllegalArgumentException(tag + " is empty");
        }
    }

    Element of(Html... more) {
        return new Element(tag, attributes, Stream.concat(children.stream(), Stream.of(more)).toList());
    }

    Element of(List<? extends Html> more) {
        return new Element(tag, attributes, Stream.concat(children.stream(), more.stream()).toList());
    }

    Element of(String text) {
        return of(Html.text(text));
    }

    Element with(Attribute... more) {
        return new Element(tag, Stream.concat(attributes.stream(), Stream.of(more)).toList(), children);
    }

    @Override
    public void write(StringBuilder out) {
        out.append('<').append(tag.word());
        attributes.forEach(a -> a.write(out));
        out.append('>');
        if (!tag.isVoid()) {
            children.forEach(c -> c.write(out));
            out.append("</").append(tag.word()).append('>');
        }
    }
}

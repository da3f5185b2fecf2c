package xingma.pages;

/** The signs that carry meaning besides colour; drawn once per page. */
enum Sign {
    /** Circle and tick: met. */
    MET("y"),
    /** Octagon and cross: not met. */
    UNMET("n"),
    /** Triangle and mark: take care. */
    CARE("c"),
    /** Hollow circle: not yet, ended. */
    HOLLOW("h"),
    PHONE("t"),
    /** Disc and clock hand: running. */
    RUNNING("q"),
    MARK("m");

    private final String id;

    Sign(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    Element small() {
        return sized("i");
    }

    Element sized(String classes) {
        return Tag.SVG.with(Attribute.cls(classes), Attribute.hidden()).of(Tag.USE.with(Attribute.use(this)));
    }
}

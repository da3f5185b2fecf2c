package xingma.registry.sheet;

/** What an edit does to what the public sees (影响). */
public enum Effect {
    REPRINT,
    VERDICT_YES,
    VERDICT_NO,
    LONGER,
    SHORTER,
    MORE_ITEMS,
    FEWER_ITEMS,
    OTHER_ITEMS,
    PERSON_NEW,
    PERSON_LEFT,
    PAGE,
    NONE;

    public String in(Words words) {
        return words.say("effect." + name());
    }

    /** Whether the public page or a placard changes at all. */
    public boolean isPublic() {
        return this != NONE;
    }
}

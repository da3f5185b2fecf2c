package xingma.rating;

import java.util.Optional;

/** The editions of every standard that was ever laid on the table (标准库). */
public interface Standards {
    /** All editions of a standard; {@link Editions#NONE} if there is none. */
    Editions editions(String id);

    default Optional<Standard> find(String id, int edition) {
        return editions(id).edition(edition);
    }

    /** Whether everybody may read it, and it reads so for ever; not so what an office is still writing. */
    default boolean isOut(Standard standard) {
        return true;
    }
}

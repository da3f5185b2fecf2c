package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import xingma.audit.Entry;

/**
 * Where a bureau's own editions stand beside those that ship (标准库). An edition's text is kept as the file that was laid on
 * the table, so that it reads for ever as it was published.
 */
public interface StandardShelf extends Standards {
    /** What the trail calls a standard. */
    static String subject(String id) {
        return "STANDARD " + id;
    }

    /** The ids of all standards, in their order. */
    List<String> ids();

    /** A standard's editions and their trail; nothing and no line for one that nobody laid on the table. */
    Shelved shelved(String id);

    @Override
    default Editions editions(String id) {
        return shelved(id).editions();
    }

    /** Keeps a step with its line of the trail, provided nobody took one since; keeping the same again is true again. */
    boolean keep(Shelving shelving);

    /**
     * @param revision one more with every step; 0 for what ships and was never moved
     * @param head the hash of the newest line of the standard's trail
     */
    record Shelved(Editions editions, int revision, String head) {
        public Shelved {
            requireNonNull(editions, "editions");
            requireNonNull(head, "head");
        }
    }

    /**
     * One step of one edition, and what it brings with it.
     *
     * @param after what {@link Editions} made of it
     * @param file the file of the edition that is laid on the table; absent where an edition only moves
     */
    record Shelving(Shelved before, Editions after, Optional<File> file, Entry entry) {
        public Shelving {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
            requireNonNull(file, "file");
            requireNonNull(entry, "entry");
            var moved = changed(before.editions(), after).stream()
                    .filter(s -> file.filter(f -> f.edition() == s.edition()).isEmpty());
            if (!moved.allMatch(s -> isTheSameText(before.editions(), s))) {
                throw new IllegalArgumentException("another text is kept with its file");
            }
        }

        public String id() {
            return after.all().getFirst().id();
        }

        /** The editions that are not as they were. */
        public List<Standard> changed() {
            return changed(before.editions(), after);
        }

        private static List<Standard> changed(Editions before, Editions after) {
            return after.all().stream().filter(s -> !before.all().contains(s)).toList();
        }

        private static boolean isTheSameText(Editions before, Standard standard) {
            return before.edition(standard.edition())
                    .filter(b -> b.at(standard.status()).equals(standard))
                    .isPresent();
        }
    }

    /** An edition's file as it was read. */
    record File(int edition, String text) {}
}

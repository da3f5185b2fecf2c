package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

    @Override
    default boolean isOut(Standard standard) {
        return shelved(standard.id()).isOut(standard);
    }

    /** The file of an edition as it was laid on the table; empty for one that ships. */
    Optional<String> file(String id, int edition);

    /** What was said of an edition, by the day and the id. */
    List<Opinion> opinions(String id, int edition);

    /** Keeps a step with its line of the trail, provided nobody took one since; keeping the same again is true again. */
    boolean keep(Shelving shelving);

    /**
     * @param courses by edition; none for one that nobody moved
     * @param revision one more with every step; 0 for what ships and was never moved
     * @param head the hash of the newest line of the standard's trail
     */
    record Shelved(Editions editions, SortedMap<Integer, Course> courses, int revision, String head) {
        public Shelved {
            requireNonNull(editions, "editions");
            requireNonNull(head, "head");
            courses = Collections.unmodifiableSortedMap(new TreeMap<>(courses));
        }

        public Course course(int edition) {
            return courses.getOrDefault(edition, Course.NONE);
        }

        /** Whether everybody may read it: what was put out for opinions, or ships; not what an office is still writing. */
        public boolean isOut(Standard standard) {
            var course = course(standard.edition());
            return course.drafted().isEmpty() || course.consulted().isPresent();
        }
    }

    /**
     * One step, and what it brings with it.
     *
     * @param after what {@link Editions} made of it
     * @param courses with the step in them
     * @param file the file of the edition that is laid on the table; absent where an edition only moves
     * @param said opinions that are new, or newly answered
     */
    record Shelving(
            Shelved before,
            Editions after,
            SortedMap<Integer, Course> courses,
            Optional<File> file,
            Optional<Said> said,
            Entry entry) {
        public Shelving {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
            requireNonNull(file, "file");
            requireNonNull(said, "said");
            requireNonNull(entry, "entry");
            courses = Collections.unmodifiableSortedMap(new TreeMap<>(courses));
            var others = after.all().stream()
                    .filter(s -> !before.editions().all().contains(s))
                    .filter(s -> file.filter(f -> f.edition() == s.edition()).isEmpty());
            if (!others.allMatch(s -> isTheSameText(before.editions(), s))) {
                throw new IllegalArgumentException("another text is kept with its file");
            }
        }

        public String id() {
            return after.all().getFirst().id();
        }

        public Shelved now() {
            return new Shelved(after, courses, before.revision() + 1, entry.hash());
        }

        /** The editions that are not as they were, or had a step. */
        public List<Standard> changed() {
            return after.all().stream()
                    .filter(s -> !before.editions().all().contains(s)
                            || !before.course(s.edition()).equals(now().course(s.edition())))
                    .toList();
        }

        private static boolean isTheSameText(Editions before, Standard standard) {
            return before.edition(standard.edition())
                    .filter(b -> b.at(standard.status()).equals(standard))
                    .isPresent();
        }
    }

    /** @param opinions as they are from now on */
    record Said(int edition, List<Opinion> opinions) {
        public Said {
            opinions = List.copyOf(opinions);
        }
    }

    /** An edition's file as it was read. */
    record File(int edition, String text) {}
}

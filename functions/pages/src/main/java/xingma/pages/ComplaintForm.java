package xingma.pages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.complaint.clock.Clock;
import xingma.complaint.filing.Kind;
import xingma.complaint.rules.Category;
import xingma.complaint.rules.Retention;

/**
 * What the complaint form shows: whom it is about, what was typed so far, and what is still wrong with it.
 *
 * @param key by which sending it twice is sending it once; drawn for this form
 * @param about absent where the consumer names the place
 * @param categories those that are offered for this place
 * @param promises the clock that each kind would start today
 * @param typed what stands in the fields, by their names
 * @param wrong what must be mended, in the order of the page
 * @param retention how long what is sent will be kept
 * @param puzzle work that the device does first, while very much is being filed
 */
public record ComplaintForm(
        String key,
        Optional<About> about,
        List<Category> categories,
        Map<Kind, Clock> promises,
        Map<String, String> typed,
        List<Wrong> wrong,
        List<Retention> retention,
        Optional<String> puzzle) {
    /** Names of fields, the same in the form and in JSON. */
    public static final String KEY = "key";
    public static final String PLACARD = "placard";
    public static final String PRACTITIONER = "practitioner";
    public static final String PLACE = "place";
    public static final String DISTRICT = "district";
    public static final String KIND = "kind";
    public static final String CATEGORY = "category";
    public static final String WORDS = "words";
    public static final String IDENTITY = "identity";
    public static final String PHONE = "phone";
    public static final String NAME = "name";
    public static final String NOTIFY = "notify";
    public static final String URGENT = "urgent";
    public static final String NOTICE = "notice";
    public static final String PUZZLE = "puzzle";
    public static final String ANSWER = "answer";

    /** The value of the district that stands for "I do not know". */
    public static final String NO_DISTRICT = "unknown";

    public ComplaintForm {
        requireNonNull(key, "key");
        requireNonNull(about, "about");
        categories = List.copyOf(categories);
        promises = Map.copyOf(promises);
        typed = Map.copyOf(typed);
        wrong = List.copyOf(wrong);
        retention = List.copyOf(retention);
        requireNonNull(puzzle, "puzzle");
    }

    /**
     * The place behind a placard.
     *
     * @param code as the placard says it
     * @param practitioner how the page calls one of its people, and the name
     */
    public record About(String code, String institution, Optional<String> practitioner, Optional<String> person) {
        public About {
            requireNonNull(code, "code");
            requireNonNull(institution, "institution");
            requireNonNull(practitioner, "practitioner");
            requireNonNull(person, "person");
        }
    }

    /** A field and what is wrong with it: a key of the words that follow {@code wrong.} */
    public record Wrong(String field, String key, List<String> arguments) {
        public Wrong {
            arguments = List.copyOf(arguments);
        }

        public static Wrong of(String field, String key, String... arguments) {
            return new Wrong(field, key, List.of(arguments));
        }
    }

    /** The same with this to mend. */
    public ComplaintForm with(List<Wrong> found) {
        return new ComplaintForm(key, about, categories, promises, typed, found, retention, puzzle);
    }

    /** The same with another puzzle. */
    public ComplaintForm with(Optional<String> posed) {
        return new ComplaintForm(key, about, categories, promises, typed, wrong, retention, posed);
    }

    String value(String field) {
        return typed.getOrDefault(field, "");
    }

    Optional<Wrong> wrongAt(String field) {
        return wrong.stream().filter(w -> w.field().equals(field)).findFirst();
    }

    Kind kind() {
        for (var kind : Kind.values()) {
            if (kind.word().equals(value(KIND))) {
                return kind;
            }
        }
        return category().map(Category::usual).orElse(Kind.REPORT);
    }

    Optional<Category> category() {
        return categories.stream().filter(c -> c.id().equals(value(CATEGORY))).findFirst();
    }

    /** Nobody's words into a log. */
    @Override
    public String toString() {
        return "ComplaintForm";
    }
}

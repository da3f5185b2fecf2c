package xingma.complain.window;

import static java.util.Objects.requireNonNull;
import static xingma.pages.ComplaintForm.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import xingma.aws.http.Request;
import xingma.complaint.clock.Clock;
import xingma.complaint.filing.Kind;
import xingma.complaint.rules.Category;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.rules.Retention;
import xingma.institution.PlacardCode;
import xingma.pages.ComplaintForm;

/** The form that somebody is handed (表格): new, with what was typed and is to be mended, or for afterwards. */
public final class Forms {
    /** What a form shows again; the rest it carries in fields of its own. */
    private static final Set<String> TYPED = Set.of(
            PLACE, DISTRICT, KIND, CATEGORY, WORDS, IDENTITY, PHONE, NAME, NOTIFY, URGENT);

    private final Counter counter;
    private final Places places;

    public Forms(Counter counter, Places places) {
        this.counter = requireNonNull(counter, "counter");
        this.places = requireNonNull(places, "places");
    }

    public ComplaintForm of(
            String key, Optional<Places.Place> place, Map<String, String> typed, Optional<String> puzzle) {
        var about = place.map(p -> new About(p.code().spoken(), p.subject().place(), p.handle(), p.person()));
        return of(key, about, places.offered(place), typed, puzzle);
    }

    /** What was handed in, once more under this key; the register is not asked. */
    public ComplaintForm again(String key, Handed handed) {
        return of(key, about(handed), places.offered(Optional.empty()), typed(handed), handed.given(PUZZLE));
    }

    /** What was handed in, to be carried along until nobody is in danger. */
    public ComplaintForm afterwards(String key, Handed handed) {
        return of(key, about(handed), List.of(), typed(handed), Optional.empty());
    }

    private ComplaintForm of(
            String key,
            Optional<About> about,
            List<Category> offered,
            Map<String, String> typed,
            Optional<String> puzzle) {
        return new ComplaintForm(key, about, offered, promises(), typed, List.of(), retention(), puzzle);
    }

    /** Where the register was not asked, a placard is known by its code alone. */
    private static Optional<About> about(Handed handed) {
        return handed.given(PLACARD)
                .flatMap(PlacardCode::read)
                .map(c -> new About(c.spoken(), c.spoken(), handed.given(PRACTITIONER).map(Forms::cut), Optional.empty()));
    }

    private List<Retention> retention() {
        return counter.clocks().get().rules().retention();
    }

    private Map<Kind, Clock> promises() {
        var clocks = counter.clocks().get();
        var promises = new EnumMap<Kind, Clock>(Kind.class);
        for (var kind : Kind.values()) {
            if (clocks.rules().limit(kind, Which.ACCEPT, counter.today()).isPresent()) {
                promises.put(kind, clocks.promise(kind, counter.today()));
            }
        }
        return promises;
    }

    /** What the link says, or what the place and the person suggest; something is chosen, so that nothing must be. */
    public static String category(Request request, Optional<Places.Place> place, List<Category> offered) {
        var suggested = place.isEmpty()
                ? request.query("at").map(at -> "false-placard")
                : place.get().person().map(p -> "not-this-person")
                        .or(() -> place.filter(p -> p.premisesKind().isEmpty()).map(p -> "false-placard"));
        return request.query(CATEGORY)
                .or(() -> suggested)
                .filter(c -> offered.stream().anyMatch(o -> o.id().equals(c)))
                .orElse("other");
    }

    public static Map<String, String> typed(Handed handed) {
        var typed = new TreeMap<String, String>();
        TYPED.forEach(field -> handed.given(field).ifPresent(v -> typed.put(field, v)));
        return typed;
    }

    public static String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(40, text.codePointCount(0, text.length()))));
    }
}

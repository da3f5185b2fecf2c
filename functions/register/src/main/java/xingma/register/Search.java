package xingma.register;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import xingma.keeping.Page;
import xingma.registry.Register;
import xingma.registry.Summary;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/**
 * Goes through the lists of some districts, one after the other, for what an officer looks for. One request reads a
 * bounded part; its cursor names the district and the place in it.
 */
final class Search {
    /** Pages of the store that one request reads at most: some 2,000 institutions. */
    private static final int MOST_PAGES = 20;

    private static final String BETWEEN = "\n";

    private final Register register;
    private final List<RegionCode> districts;

    Search(Register register, List<Region> districts) {
        this.register = register;
        this.districts = districts.stream().map(Region::code).toList();
    }

    /**
     * At least so many matches, unless the lists end or the request has read enough.
     *
     * @param cursor as an earlier page gave it; any other is refused
     */
    Page<Summary> find(Predicate<Summary> sought, int atLeast, Optional<String> cursor) {
        var found = new ArrayList<Summary>();
        var place = cursor.map(this::place).orElseGet(() -> new Place(0, Optional.empty()));
        for (var pages = 0; pages < MOST_PAGES && place.district < districts.size(); pages++) {
            var page = register.in(districts.get(place.district), place.after);
            page.items().stream().filter(sought).forEach(found::add);
            place = page.next().isPresent()
                    ? new Place(place.district, page.next())
                    : new Place(place.district + 1, Optional.empty());
            if (found.size() >= atLeast) {
                break;
            }
        }
        return new Page<>(found, place.district < districts.size() ? Optional.of(cursor(place)) : Optional.empty());
    }

    /** Whether a summary's name, address or one of its numbers contains the words, whatever their case. */
    static Predicate<Summary> containing(String words) {
        var sought = words.strip().toLowerCase(Locale.ROOT);
        return summary -> sought.isEmpty()
                || summary.name().toLowerCase(Locale.ROOT).contains(sought)
                || summary.address().toLowerCase(Locale.ROOT).contains(sought)
                || summary.numbers().stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).contains(sought));
    }

    private String cursor(Place place) {
        var text = districts.get(place.district) + BETWEEN + place.after.orElse("");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Place place(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var district = districts.indexOf(new RegionCode(text.substring(0, text.indexOf(BETWEEN))));
            if (district >= 0) {
                return new Place(district, Optional.of(text.substring(text.indexOf(BETWEEN) + 1)).filter(a -> !a.isEmpty()));
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException malformed) {
            // refused below, like a cursor of another territory
        }
        throw Telling.malformed("after", "after.unknown", "翻页位置不对。请从第一页重新查。", "This cursor is not known. Begin again.");
    }

    private record Place(int district, Optional<String> after) {}
}

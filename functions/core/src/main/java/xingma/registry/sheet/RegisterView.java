package xingma.registry.sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xingma.institution.InstitutionId;
import xingma.registry.Dossier;
import xingma.registry.Register;
import xingma.registry.Summary;
import xingma.territory.City;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/** What a trial looks up in the register; the lists of a territory are read once, and only when they are asked for. */
public final class RegisterView {
    private final Register register;
    private final List<RegionCode> districts;
    private Map<String, List<Summary>> byNumber;
    private Map<String, List<Summary>> byName;

    public RegisterView(Register register, City city, RegionCode territory) {
        this.register = register;
        this.districts = city.districtsWithin(territory).stream().map(Region::code).toList();
    }

    /** The dossiers that exist among these, wherever they are. */
    Map<InstitutionId, Dossier> dossiers(Collection<InstitutionId> ids) {
        var found = new HashMap<InstitutionId, Dossier>();
        var all = List.copyOf(ids);
        for (var from = 0; from < all.size(); from += Register.MOST_AT_ONCE) {
            found.putAll(register.findAll(all.subList(from, Math.min(all.size(), from + Register.MOST_AT_ONCE))));
        }
        return found;
    }

    /** Institutions of a kind in the territory that bear a credit code or a credential's number. */
    List<Summary> bearing(String kind, String number) {
        list();
        return byNumber.getOrDefault(kind + '/' + number, List.of());
    }

    /** Whether an institution of a kind, other than this one, bears the number, or first came in under it anywhere. */
    public boolean bears(String kind, String number, InstitutionId otherThan) {
        var first = InstitutionId.firstRegisteredAs(kind, number);
        return bearing(kind, number).stream().anyMatch(s -> !s.id().equals(otherThan))
                || !first.equals(otherThan) && register.find(first).filter(d -> !d.isVacant()).isPresent();
    }

    List<Summary> named(String kind, String name) {
        list();
        return byName.getOrDefault(kind + '/' + name, List.of());
    }

    private void list() {
        if (byNumber != null) {
            return;
        }
        byNumber = new HashMap<>();
        byName = new HashMap<>();
        for (var district : districts) {
            var after = Optional.<String>empty();
            do {
                var page = register.in(district, after);
                page.items().forEach(this::note);
                after = page.next();
            } while (after.isPresent());
        }
    }

    private void note(Summary summary) {
        summary.numbers().forEach(number -> put(byNumber, summary.kind() + '/' + number, summary));
        put(byName, summary.kind() + '/' + summary.name(), summary);
    }

    private static void put(Map<String, List<Summary>> index, String key, Summary summary) {
        index.merge(key, List.of(summary), (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
}

package xingma.complain.window;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import xingma.complaint.filing.Subject;
import xingma.complaint.rules.Category;
import xingma.complaint.rules.ComplaintRules;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;
import xingma.placard.Scan;
import xingma.placard.Scans;
import xingma.practitioner.Practitioner;
import xingma.territory.City;
import xingma.territory.RegionCode;

/** What a placard's code leads to, as far as a complaint needs it: whose case it is, whom it is about, what it may be. */
public final class Places {
    private final Scans scans;
    private final City city;
    private final ComplaintRules rules;

    public Places(Scans scans, City city, ComplaintRules rules) {
        this.scans = requireNonNull(scans, "scans");
        this.city = requireNonNull(city, "city");
        this.rules = requireNonNull(rules, "rules");
    }

    /**
     * The place behind a code.
     *
     * @param premisesKind absent where the placard no longer stands
     * @param person the one of its people who was named, if any
     */
    public record Place(
            Subject subject, RegionCode unit, Optional<String> premisesKind, Optional<String> handle, Optional<String> person) {
        public PlacardCode code() {
            return subject.placard().orElseThrow();
        }
    }

    /** @param person a practising code, or so many of its last signs that they are nobody else's here */
    public Optional<Place> find(Optional<PlacardCode> code, Optional<String> person) {
        return code.flatMap(scans::scan).map(scan -> switch (scan) {
            case Scan.Standing standing -> standing(standing, person);
            case Scan.Withdrawn(var placard) -> ended(placard.issue());
            case Scan.Replaced(var placard) -> ended(placard.issue());
        });
    }

    private Place standing(Scan.Standing scan, Optional<String> person) {
        var entry = scan.entry();
        var found = person.flatMap(p -> named(entry.people(), p));
        return new Place(
                new Subject(
                        Optional.of(entry.id()),
                        Optional.of(scan.placard().code()),
                        entry.premises().textOrEmpty("name"),
                        found.map(Practitioner::practisingCode),
                        found.map(Practitioner::name)),
                unit(entry.district()),
                Optional.of(entry.kind()),
                person.filter(p -> found.isPresent()),
                found.map(Practitioner::name));
    }

    private Place ended(Placard.Issue issue) {
        return new Place(
                new Subject(
                        Optional.of(issue.institution()),
                        Optional.of(issue.code()),
                        issue.name(),
                        Optional.empty(),
                        Optional.empty()),
                unit(issue.district()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Practitioner> named(List<Practitioner> people, String person) {
        var found = people.stream().filter(p -> p.practisingCode().endsWith(person)).toList();
        return person.length() >= 4 && found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private RegionCode unit(RegionCode district) {
        return city.district(district).isPresent() ? district : city.code();
    }

    /** The categories that are offered for a place; for one that the consumer names, all. */
    public List<Category> offered(Optional<Place> place) {
        var kind = place.flatMap(Place::premisesKind);
        return rules.categories().stream()
                .filter(c -> kind.isEmpty() || c.premises().isEmpty() || c.premises().contains(kind.get()))
                .filter(c -> place.isPresent() || c.about() != Category.About.RECORD)
                .toList();
    }
}

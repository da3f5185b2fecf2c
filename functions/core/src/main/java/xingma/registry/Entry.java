package xingma.registry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import xingma.fact.Facts;
import xingma.fact.Path;
import xingma.fact.Section;
import xingma.institution.Credential;
import xingma.institution.Institution;
import xingma.institution.InstitutionId;
import xingma.institution.PracticeDecision;
import xingma.practitioner.Practitioner;
import xingma.territory.RegionCode;

/**
 * Everything the register holds of one institution (登记簿条目), fact by fact. It only ever changes by {@link Edit}s;
 * people and credentials are never taken out, they end.
 *
 * @param keyed the facts of credentials, people and decisions, by section and key
 */
public record Entry(InstitutionId id, String kind, Facts premises, Map<Section, SortedMap<String, Facts>> keyed) {
    /**
     * The most that an entry, or a change to it, may weigh in bytes: some three hundred people. A store keeps both in one
     * item, with the origin of every fact, and an item of DynamoDB has 400 KB.
     */
    public static final int HEAVIEST = 120_000;

    public Entry {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(premises, "premises");
        var copy = new TreeMap<Section, SortedMap<String, Facts>>();
        keyed.forEach((section, things) -> {
            if (!things.isEmpty()) {
                copy.put(section, Collections.unmodifiableSortedMap(new TreeMap<>(things)));
            }
        });
        keyed = Collections.unmodifiableMap(copy);
    }

    /** An entry before its first fact. */
    public static Entry blank(InstitutionId id, String kind) {
        return new Entry(id, kind, Facts.NONE, Map.of());
    }

    public SortedMap<String, Facts> all(Section section) {
        return keyed.getOrDefault(section, Collections.emptySortedMap());
    }

    public Optional<String> at(Path path) {
        return facts(path.section(), path.key()).text(path.field());
    }

    public RegionCode district() {
        return new RegionCode(premises.textOrEmpty("district"));
    }

    public Institution institution() {
        var credentials = new ArrayList<Credential>();
        all(Section.CREDENTIAL).forEach((number, facts) -> credentials.add(new Credential(number, facts)));
        var decisions = new ArrayList<PracticeDecision>();
        all(Section.PRACTICE).forEach((number, facts) -> decisions.add(new PracticeDecision(number, facts)));
        return new Institution(id, kind, premises, credentials, decisions);
    }

    public List<Practitioner> people() {
        var people = new ArrayList<Practitioner>();
        all(Section.PERSON).forEach((code, facts) -> people.add(new Practitioner(code, facts)));
        return List.copyOf(people);
    }

    /** The entry with these edits made. Whether they still fit is the caller's matter: see {@link #fits}. */
    public Entry with(List<Edit> edits) {
        var changedPremises = premises;
        var changed = new HashMap<Section, SortedMap<String, Facts>>();
        keyed.forEach((section, things) -> changed.put(section, new TreeMap<>(things)));
        for (var edit : edits) {
            var path = edit.path();
            if (path.section() == Section.PREMISES) {
                changedPremises = changedPremises.with(path.field(), edit.after());
            } else {
                var things = changed.computeIfAbsent(path.section(), s -> new TreeMap<>());
                var facts = things.getOrDefault(path.key(), Facts.NONE).with(path.field(), edit.after());
                if (facts.isEmpty()) {
                    things.remove(path.key());
                } else {
                    things.put(path.key(), facts);
                }
            }
        }
        return new Entry(id, kind, changedPremises, changed);
    }

    /** Whether every edit starts from what the entry says now. */
    public boolean fits(List<Edit> edits) {
        return edits.stream().allMatch(e -> at(e.path()).equals(e.before()));
    }

    /** Whether neither the edits nor what they lead to outweigh {@link #HEAVIEST}. */
    public boolean hasRoomFor(List<Edit> edits) {
        return edits.stream().mapToInt(Edit::weight).sum() <= HEAVIEST && with(edits).weight() <= HEAVIEST;
    }

    /** Its keys, fields and values in bytes of UTF-8. */
    int weight() {
        return paths().stream()
                .mapToInt(path -> Edit.weight(path.key()) + Edit.weight(path.field()) + Edit.weight(at(path).orElseThrow()))
                .sum();
    }

    /** The edits that lead from this entry to another, in the order of their paths. */
    public List<Edit> editsTo(Entry other) {
        var paths = new TreeSet<>(paths());
        paths.addAll(other.paths());
        return paths.stream()
                .filter(path -> !at(path).equals(other.at(path)))
                .map(path -> new Edit(path, at(path), other.at(path)))
                .toList();
    }

    private List<Path> paths() {
        var paths = new ArrayList<Path>();
        premises.values().keySet().forEach(field -> paths.add(Path.premises(field)));
        keyed.forEach((section, things) -> things.forEach(
                (key, facts) -> facts.values().keySet().forEach(field -> paths.add(new Path(section, key, field)))));
        return paths;
    }

    private Facts facts(Section section, String key) {
        return section == Section.PREMISES ? premises : all(section).getOrDefault(key, Facts.NONE);
    }
}

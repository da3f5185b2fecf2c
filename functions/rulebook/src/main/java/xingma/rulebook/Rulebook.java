package xingma.rulebook;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import xingma.institution.CredentialTerm;
import xingma.institution.InstitutionCategory;
import xingma.institution.PremisesKind;
import xingma.institution.Procedure;
import xingma.institution.Procedures;
import xingma.institution.SurgeryLevels;
import xingma.practitioner.SpecialtyScopes;
import xingma.territory.City;
import xingma.territory.Region;
import xingma.territory.RegionCode;
import xingma.territory.WorkingDays;

/**
 * What the bureau works by and may change without a programmer (规则): premises kinds, regions, procedures, levels,
 * scopes and terms. Each file is read when it is first asked for, since the public scan needs one kind and one city.
 */
public final class Rulebook {
    private static final Rulebook STANDARD = new Rulebook(Rulebook.class, "/xingma/rulebook/");
    private static final String INDEX = "kinds/index.json";
    private static final String HOLIDAYS = "holidays.csv";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Class<?> beside;
    private final String folder;
    private final ConcurrentMap<String, PremisesKind> kinds = new ConcurrentHashMap<>();

    /**
     * A rulebook in another folder of the class path.
     *
     * @param folder absolute, with a slash at its end
     */
    public Rulebook(Class<?> beside, String folder) {
        this.beside = requireNonNull(beside, "beside");
        this.folder = requireNonNull(folder, "folder");
    }

    /** The rulebook that ships. */
    public static Rulebook standard() {
        return STANDARD;
    }

    /** The kinds that {@code kinds/index.json} lists, in its order. A further kind is a file and its line there. */
    public List<String> kindIds() {
        try (var in = opened(INDEX)) {
            return KindReader.index(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(INDEX, unreadable);
        }
    }

    public Optional<PremisesKind> kind(String id) {
        var known = kinds.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        // An id comes from a request too: only what the index names is ever opened.
        return kindIds().contains(id) ? Optional.of(kinds.computeIfAbsent(id, this::read)) : Optional.empty();
    }

    public List<PremisesKind> kinds() {
        return kindIds().stream().map(id -> kinds.computeIfAbsent(id, this::read)).toList();
    }

    /**
     * A city with its districts.
     *
     * @throws IllegalArgumentException when the list of regions has no such city
     */
    public City city(RegionCode code) {
        Region itself = null;
        var districts = new ArrayList<Region>();
        for (var row : table("regions.csv", code.value())) {
            if (row.get("code").equals(code.value())) {
                itself = region(row);
            } else if (row.get("parent").equals(code.value())) {
                districts.add(region(row));
            }
        }
        if (itself == null) {
            throw new IllegalArgumentException("regions.csv has no city " + code);
        }
        return new City(itself, districts, CHINA);
    }

    public Procedures procedures() {
        var all = new ArrayList<Procedure>();
        for (var row : table("procedures-2009.csv")) {
            all.add(new Procedure(row.number("level"), row.get("region"), row.get("name"), row.get("source")));
        }
        return new Procedures(all, surgeryLevels());
    }

    public SurgeryLevels surgeryLevels() {
        return new SurgeryLevels(table("surgery-levels.csv").stream()
                .map(row -> new SurgeryLevels.Limit(
                        Set.copyOf(row.list("types")),
                        Set.copyOf(row.list("grades")),
                        row.get("anaesthesia").equals("是"),
                        row.number("highest"),
                        row.get("source")))
                .toList());
    }

    public SpecialtyScopes specialtyScopes() {
        var rows = table("specialty-scopes.csv");
        return new SpecialtyScopes(
                rows.stream().collect(Collectors.toMap(row -> row.get("specialty"), row -> row.list("scopes"))),
                rows.getFirst().get("source"));
    }

    public List<InstitutionCategory> categories() {
        return table("ws218-categories.csv").stream()
                .map(row -> new InstitutionCategory(row.get("code"), row.get("name"), row.get("aesthetic").equals("是")))
                .toList();
    }

    /** The terms by the credential type's name. */
    public List<CredentialTerm> credentialTerms() {
        return table("credential-terms.csv").stream()
                .map(row -> new CredentialTerm(
                        row.get("credentialType"),
                        row.maybe("validity").map(Period::parse),
                        row.maybe("verifiedEvery").map(Period::parse),
                        row.maybe("renewBefore").map(Period::parse),
                        row.get("source")))
                .toList();
    }

    /** The calendar by the notices that were out when this rulebook was made. */
    public WorkingDays calendar() {
        return HolidayTable.read(HOLIDAYS, table(HOLIDAYS), 0, Integer.MAX_VALUE);
    }

    /** The calendar of one year and the next: enough for a promise that is made in it. */
    public WorkingDays calendarFrom(int year) {
        return HolidayTable.read(HOLIDAYS, table(HOLIDAYS), year, year + 1);
    }

    private static Region region(Table.Row row) {
        return new Region(new RegionCode(row.get("code")), row.get("chinese"), row.get("english"));
    }

    private PremisesKind read(String id) {
        var name = "kinds/" + id + ".json";
        try (var in = opened(name)) {
            return KindReader.kind(in, id);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private List<Table.Row> table(String name) {
        return table(name, "");
    }

    private List<Table.Row> table(String name, String holding) {
        try (var in = opened(name)) {
            return Table.read(in, holding);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    InputStream opened(String name) {
        var in = beside.getResourceAsStream(folder + name);
        if (in == null) {
            throw new IllegalStateException("the rulebook has no " + name);
        }
        return in;
    }
}

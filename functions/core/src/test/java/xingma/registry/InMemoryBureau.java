package xingma.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import xingma.evaluation.star.StarCard;
import xingma.fact.Section;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.keeping.Page;
import xingma.placard.Placard;
import xingma.placard.Placards;
import xingma.placard.Scan;
import xingma.placard.Scans;
import xingma.territory.RegionCode;

/** The register and the placards in memory, for tests. Held to the same contracts as the stores that ship. */
public final class InMemoryBureau implements Register, Placards, Scans {
    private static final int PAGE = 100;

    private final Function<InstitutionId, Optional<StarCard.Brief>> stars;
    private final Map<InstitutionId, Dossier> dossiers = new HashMap<>();
    private final Map<InstitutionId, List<Change.Decided>> histories = new HashMap<>();
    private final Map<PlacardCode, Placard> placards = new HashMap<>();
    private final Map<PlacardCode, Listed> listed = new HashMap<>();

    public InMemoryBureau() {
        this(institution -> Optional.empty());
    }

    /** @param stars what the public reads of an institution's star */
    public InMemoryBureau(Function<InstitutionId, Optional<StarCard.Brief>> stars) {
        this.stars = stars;
    }

    @Override
    public synchronized Optional<Dossier> find(InstitutionId id) {
        return Optional.ofNullable(dossiers.get(id));
    }

    @Override
    public synchronized Map<InstitutionId, Dossier> findAll(Collection<InstitutionId> ids) {
        var found = new HashMap<InstitutionId, Dossier>();
        ids.forEach(id -> find(id).ifPresent(d -> found.put(id, d)));
        return found;
    }

    @Override
    public synchronized Page<Summary> in(RegionCode district, Optional<String> after) {
        var all = dossiers.values().stream()
                .filter(d -> d.district().equals(district) && !d.isVacant())
                .map(InMemoryBureau::summary)
                .sorted(Comparator.comparing(InMemoryBureau::sort))
                .toList();
        return page(all, InMemoryBureau::sort, after);
    }

    @Override
    public synchronized List<Change.Decided> history(InstitutionId id) {
        return histories.getOrDefault(id, List.of()).reversed().stream().limit(LONGEST_HISTORY).toList();
    }

    @Override
    public synchronized boolean keep(Dossier.Step step) {
        var id = step.before().id();
        var now = dossiers.getOrDefault(id, Dossier.open(id, step.before().kind(), step.before().district()));
        if (now.equals(step.after())) {
            return true;
        }
        if (!now.equals(step.before())) {
            return false;
        }
        dossiers.put(id, step.after());
        step.decided().ifPresent(d -> histories.computeIfAbsent(id, i -> new ArrayList<>()).add(d));
        step.after().placard().ifPresent(code -> listed.put(code, Listed.at(step.after(), code)));
        return true;
    }

    @Override
    public synchronized Set<InstitutionId> keepAll(List<Dossier.Step> steps) {
        var lost = new HashSet<InstitutionId>();
        steps.stream().filter(s -> !keep(s)).forEach(s -> lost.add(s.before().id()));
        return lost;
    }

    @Override
    public synchronized Optional<Placard> find(PlacardCode code) {
        return Optional.ofNullable(placards.get(code));
    }

    @Override
    public synchronized Page<Placard> placardsIn(RegionCode district, Optional<String> after) {
        var all = placards.values().stream()
                .filter(p -> listed.get(p.code()).district().equals(district))
                .sorted(Comparator.comparing(this::sort))
                .toList();
        return page(all, this::sort, after);
    }

    @Override
    public synchronized boolean issue(Dossier dossier, Placard.Live placard, Optional<Placard.Replaced> before) {
        var id = dossier.id();
        if (placard.equals(placards.get(placard.code()))) {
            return true;
        }
        if (!dossier.equals(dossiers.get(id)) || placards.containsKey(placard.code())) {
            return false;
        }
        before.ifPresent(b -> placards.put(b.code(), b));
        placards.put(placard.code(), placard);
        dossiers.put(id, dossier.issued(placard.code()));
        listed.put(placard.code(), Listed.at(dossier, placard.code()));
        return true;
    }

    @Override
    public synchronized boolean withdraw(Dossier dossier, Placard.Withdrawn placard) {
        if (placard.equals(placards.get(placard.code()))) {
            return true;
        }
        if (!dossier.equals(dossiers.get(dossier.id()))) {
            return false;
        }
        placards.put(placard.code(), placard);
        dossiers.put(dossier.id(), dossier.unposted());
        return true;
    }

    @Override
    public synchronized boolean post(Placard.Live before, Placard.Live after) {
        var now = placards.get(before.code());
        if (after.equals(now)) {
            return true;
        }
        if (!before.equals(now)) {
            return false;
        }
        placards.put(after.code(), after);
        return true;
    }

    @Override
    public synchronized Optional<Scan> scan(PlacardCode code) {
        return find(code).map(found -> switch (found) {
            case Placard.Live live -> {
                var published = dossiers.get(live.issue().institution()).published().orElseThrow();
                yield new Scan.Standing(
                        live,
                        published.entry(),
                        published.version(),
                        published.newest(),
                        List.of(),
                        stars.apply(live.issue().institution()));
            }
            case Placard.Withdrawn gone -> new Scan.Withdrawn(gone);
            case Placard.Replaced gone -> new Scan.Replaced(gone);
        });
    }

    private static Summary summary(Dossier dossier) {
        var entry = dossier.published().isPresent() ? dossier.entry() : dossier.entryAhead();
        return new Summary(
                dossier.id(),
                dossier.kind(),
                dossier.district(),
                entry.premises().textOrEmpty("name"),
                entry.premises().textOrEmpty("address"),
                Stream.concat(
                                entry.premises().text("creditCode").stream(),
                                entry.all(Section.CREDENTIAL).keySet().stream())
                        .toList(),
                dossier.published().map(Published::version).orElse(0),
                dossier.pending().map(p -> p.proposal().occasion()),
                dossier.placard());
    }

    private static String sort(Summary summary) {
        return summary.name() + ' ' + summary.id();
    }

    private String sort(Placard placard) {
        return listed.get(placard.code()).sort();
    }

    /** Where a placard is listed: with its institution, until it ends. */
    private record Listed(RegionCode district, String sort) {
        static Listed at(Dossier dossier, PlacardCode code) {
            return new Listed(dossier.district(), dossier.entry().institution().name() + ' ' + code);
        }
    }

    private static <T> Page<T> page(
            List<T> all, Function<T, String> sort, Optional<String> after) {
        var rest = all.stream()
                .filter(t -> after.isEmpty() || sort.apply(t).compareTo(after.get()) > 0)
                .toList();
        var items = rest.stream().limit(PAGE).toList();
        return new Page<>(items, rest.size() > PAGE ? Optional.of(sort.apply(items.getLast())) : Optional.empty());
    }
}

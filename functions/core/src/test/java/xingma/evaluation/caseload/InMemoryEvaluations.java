package xingma.evaluation.caseload;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import xingma.audit.InMemoryTrail;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.Step;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCards;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/** Evaluations, sheets and cards in memory, for tests. Held to the same contract as the store that ships. */
public final class InMemoryEvaluations implements Evaluations, StarCards {
    private static final int PAGE = 100;

    private record Kept(Evaluation evaluation, Row row) {}

    private record Place(EvaluationId id, Writer writer) {}

    private final Map<EvaluationId, Kept> evaluations = new HashMap<>();
    private final Map<Place, ScoreSheet> sheets = new HashMap<>();
    private final Map<String, Set<EvaluationId>> everSeated = new HashMap<>();
    private final Map<InstitutionId, StarCard> cards = new TreeMap<>();
    private final InMemoryTrail trail;

    public InMemoryEvaluations(InMemoryTrail trail) {
        this.trail = trail;
    }

    @Override
    public synchronized Optional<Evaluation> find(RegionCode district, EvaluationId id) {
        return lying(district, id).map(Kept::evaluation);
    }

    private Optional<Kept> lying(RegionCode district, EvaluationId id) {
        return Optional.ofNullable(evaluations.get(id)).filter(k -> k.row().district().equals(district));
    }

    @Override
    public synchronized List<Row> of(InstitutionId institution) {
        return rows(r -> r.id().institution().equals(institution))
                .sorted(Comparator.comparing((Row r) -> r.id().sequence()).reversed())
                .limit(MOST_OF_ONE)
                .toList();
    }

    @Override
    public synchronized List<Row> ofExpert(String expert) {
        var seated = everSeated.getOrDefault(expert, Set.of());
        return rows(r -> seated.contains(r.id()))
                .sorted(Comparator.comparing(Row::moved).reversed())
                .limit(MOST_OF_EXPERT)
                .toList();
    }

    @Override
    public synchronized Page<Row> open(RegionCode district, Optional<String> after) {
        return page(
                rows(r -> r.district().equals(district) && !r.stage().isOver()),
                Row::sort,
                after);
    }

    @Override
    public synchronized Page<Row> inRound(String round, RegionCode district, Optional<String> after) {
        return page(
                rows(r -> r.district().equals(district) && r.round().equals(round)),
                r -> r.name() + ' ' + r.id(),
                after);
    }

    private Stream<Row> rows(Predicate<Row> which) {
        return evaluations.values().stream().map(Kept::row).filter(which);
    }

    private static <T> Page<T> page(
            Stream<T> all, Function<T, String> key, Optional<String> after) {
        var sorted = all.sorted(Comparator.comparing(key))
                .filter(t -> after.isEmpty() || key.apply(t).compareTo(after.get()) > 0)
                .toList();
        return sorted.size() <= PAGE
                ? new Page<>(sorted, Optional.empty())
                : new Page<>(sorted.subList(0, PAGE), Optional.of(key.apply(sorted.get(PAGE - 1))));
    }

    @Override
    public synchronized Optional<ScoreSheet> sheet(RegionCode district, EvaluationId id, Writer writer) {
        return lying(district, id).flatMap(k -> Optional.ofNullable(sheets.get(new Place(id, writer))));
    }

    @Override
    public synchronized boolean keep(RegionCode district, ScoreSheet sheet) {
        var place = new Place(sheet.evaluation(), sheet.writer());
        var now = sheets.get(place);
        if (sheet.equals(now)) {
            return true;
        }
        if (lying(district, sheet.evaluation()).isEmpty() || !follows(now, sheet)) {
            return false;
        }
        sheets.put(place, sheet);
        return true;
    }

    private static boolean follows(ScoreSheet now, ScoreSheet next) {
        return now == null
                ? next.revision() == 1
                : now.handedIn().isEmpty() && next.revision() == now.revision() + 1;
    }

    @Override
    public synchronized boolean keep(Keeping keeping) {
        if (keeping.moves().stream().allMatch(m -> isKept(m.step()))) {
            return true;
        }
        if (!keeping.moves().stream().allMatch(m -> isNext(m.step()))) {
            return false;
        }
        for (var sheet : keeping.sheet().stream().toList()) {
            var now = sheets.get(new Place(sheet.evaluation(), sheet.writer()));
            if (!follows(now, sheet)) {
                return false;
            }
        }
        for (var card : keeping.card().stream().toList()) {
            var now = cards.get(card.institution());
            if ((now == null ? 0 : now.version()) + 1 != card.version()) {
                return false;
            }
        }
        keeping.moves().forEach(m -> {
            trail.append(m.step().entry());
            evaluations.put(m.step().after().id(), new Kept(m.step().after(), m.row()));
            m.row().panel().forEach(e -> everSeated.computeIfAbsent(e, n -> new HashSet<>()).add(m.row().id()));
        });
        keeping.sheet().ifPresent(s -> sheets.put(new Place(s.evaluation(), s.writer()), s));
        keeping.card().ifPresent(c -> cards.put(c.institution(), c));
        return true;
    }

    private boolean isKept(Step step) {
        return Optional.ofNullable(evaluations.get(step.after().id()))
                .flatMap(k -> k.evaluation().proceedings().byId(step.proceeding().id()))
                .filter(step.proceeding()::equals)
                .isPresent();
    }

    private boolean isNext(Step step) {
        var now = evaluations.get(step.after().id());
        return step.before().isEmpty()
                ? now == null
                : now != null
                        && now.evaluation().proceedings().revision()
                                == step.before().get().proceedings().revision();
    }

    @Override
    public synchronized boolean renew(Evaluation evaluation, Row row) {
        var now = evaluations.get(evaluation.id());
        if (now == null || now.evaluation().proceedings().revision() != evaluation.proceedings().revision()) {
            return false;
        }
        evaluations.put(evaluation.id(), new Kept(now.evaluation(), row));
        return true;
    }

    @Override
    public synchronized Optional<StarCard> find(InstitutionId institution) {
        return Optional.ofNullable(cards.get(institution));
    }

    @Override
    public synchronized Page<StarCard> in(RegionCode district, Optional<Integer> rank, Optional<String> after) {
        return page(
                cards.values().stream()
                        .filter(c -> c.district().equals(district))
                        .filter(c -> rank.isEmpty() || rank.get() == c.rank()),
                c -> c.rank() + " " + c.name() + ' ' + c.institution(),
                after);
    }
}

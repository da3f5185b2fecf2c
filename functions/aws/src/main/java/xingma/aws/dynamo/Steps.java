package xingma.aws.dynamo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import xingma.institution.InstitutionId;
import xingma.keeping.Parallel;
import xingma.registry.Dossier;

/** Keeps dossiers' steps, one by one or by the thousand. */
final class Steps {
    /** A batch that meets steps already taken goes on without them; more than this often, its steps go one by one. */
    private static final int BATCH_ATTEMPTS = 3;

    private final Table table;
    private final Transactions transactions;

    Steps(Table table) {
        this.table = table;
        this.transactions = new Transactions(table.dynamo());
    }

    boolean keep(Dossier.Step step) {
        var written = new Written(step);
        if (written.actions.size() == 1) {
            return table.put(
                    written.dossier, Dossiers.stands(step.before()), there -> Dossiers.isEcho(there, written.dossier));
        }
        return switch (transactions.write(written.actions)) {
            case Transactions.Outcome.Kept kept -> true;
            case Transactions.Outcome.Refused(var standing) -> written.isEcho(standing, 0);
        };
    }

    Set<InstitutionId> keepAll(List<Dossier.Step> steps) {
        var lost = ConcurrentHashMap.<InstitutionId>newKeySet();
        for (var round : rounds(steps)) {
            Parallel.each(batches(round), Table.AT_A_TIME, batch -> lost.addAll(keepBatch(batch)));
        }
        return new HashSet<>(lost);
    }

    /** Each institution at most once in a round, its own steps in their order. */
    private static List<List<Dossier.Step>> rounds(List<Dossier.Step> steps) {
        var rounds = new ArrayList<Map<InstitutionId, Dossier.Step>>();
        for (var step : steps) {
            var id = step.before().id();
            rounds.stream()
                    .filter(r -> !r.containsKey(id))
                    .findFirst()
                    .orElseGet(() -> {
                        rounds.add(new LinkedHashMap<>());
                        return rounds.getLast();
                    })
                    .put(id, step);
        }
        return rounds.stream().map(r -> List.copyOf(r.values())).toList();
    }

    /** As many steps together as one transaction takes. */
    private List<List<Written>> batches(List<Dossier.Step> steps) {
        var batches = new ArrayList<List<Written>>();
        var actions = 0;
        var size = 0;
        for (var step : steps) {
            var written = new Written(step);
            actions += written.actions.size();
            size += written.size;
            if (batches.isEmpty() || actions > Transactions.MOST_ACTIONS || size > Transactions.LARGEST) {
                batches.add(new ArrayList<>());
                actions = written.actions.size();
                size = written.size;
            }
            batches.getLast().add(written);
        }
        return batches;
    }

    private Set<InstitutionId> keepBatch(List<Written> batch) {
        var lost = new HashSet<InstitutionId>();
        var waiting = new ArrayList<>(batch);
        for (var attempt = 0; attempt < BATCH_ATTEMPTS && !waiting.isEmpty(); attempt++) {
            switch (transactions.write(
                    waiting.stream().flatMap(w -> w.actions.stream()).toList())) {
                case Transactions.Outcome.Kept kept -> waiting.clear();
                case Transactions.Outcome.Refused(var standing) -> settle(waiting, standing, lost);
            }
        }
        for (var left : waiting) {
            if (!keep(left.step)) {
                lost.add(left.id());
            }
        }
        return lost;
    }

    /** Takes out of the batch what was kept before or what somebody else has overtaken. */
    private static void settle(List<Written> waiting, Map<Integer, Attributes> standing, Set<InstitutionId> lost) {
        var place = 0;
        for (var steps = waiting.iterator(); steps.hasNext(); ) {
            var written = steps.next();
            if (written.isAmong(standing, place)) {
                if (!written.isEcho(standing, place)) {
                    lost.add(written.id());
                }
                steps.remove();
            }
            place += written.actions.size();
        }
    }

    /** A step as the actions of a transaction; the dossier is always the first. */
    private final class Written {
        final Dossier.Step step;
        final Attributes dossier;
        final List<TransactWriteItem> actions = new ArrayList<>();
        int size;

        Written(Dossier.Step step) {
            this.step = step;
            this.dossier = Dossiers.item(step.after());
            put(dossier, Dossiers.stands(step.before()));
            step.decided().ifPresent(decided -> put(Dossiers.change(step.after(), decided), null));
            var published = step.after().published();
            if (!published.equals(step.before().published()) && step.after().placard().isPresent()) {
                var shown = LivePlacards.shows(table, step.after().placard().get(), published.orElseThrow());
                size += dossier.size();
                actions.add(shown);
            }
        }

        private void put(Attributes item, Table.Condition condition) {
            Table.refuseTooLarge(item);
            size += item.size();
            actions.add(TransactWriteItem.builder()
                    .put(p -> {
                        p.tableName(table.name()).item(item.map());
                        if (condition != null) {
                            p.conditionExpression(condition.expression())
                                    .expressionAttributeNames(condition.namesOrNull())
                                    .expressionAttributeValues(condition.valuesOrNull())
                                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
                        }
                    })
                    .build());
        }

        InstitutionId id() {
            return step.before().id();
        }

        boolean isAmong(Map<Integer, Attributes> standing, int place) {
            return standing.keySet().stream().anyMatch(i -> i >= place && i < place + actions.size());
        }

        boolean isEcho(Map<Integer, Attributes> standing, int place) {
            if (!standing.containsKey(place)) {
                throw new IllegalStateException("dossier " + id() + " names a placard that does not stand");
            }
            return Dossiers.isEcho(standing.get(place), dossier);
        }
    }
}

package xingma.aws.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import xingma.aws.json.PlacardJson;
import xingma.institution.PlacardCode;
import xingma.keeping.Page;
import xingma.placard.Placard;
import xingma.placard.Placards;
import xingma.registry.Dossier;
import xingma.territory.RegionCode;

/**
 * The placards in the one table.
 *
 * <pre>
 * pk             sk        what
 * PLACARD#code   PLACARD   state (JSON of the placard); while it stands also entry, version and newest, for a scan
 *                          list PLACARD#district, sort the institution's name + code, both following the institution
 * </pre>
 *
 * Issuing and withdrawing write the placard and its dossier together, on the dossier's revision.
 */
public final class DynamoPlacards implements Placards {
    private static final int POST_ATTEMPTS = 4;

    /** Each issue is two actions. */
    private static final int MOST_TOGETHER = Transactions.MOST_ACTIONS / 2;

    private static final Map<String, String> MOVING =
            Map.of("#revision", "revision", "#stamp", "stamp", "#editions", "editions", "#placard", "placard");

    private final Table table;
    private final Transactions transactions;

    public DynamoPlacards(DynamoDbClient dynamo, String table) {
        this.table = new Table(dynamo, table);
        this.transactions = new Transactions(dynamo);
    }

    @Override
    public Optional<Placard> find(PlacardCode code) {
        return table.get(LivePlacards.key(code)).map(LivePlacards::read);
    }

    @Override
    public Page<Placard> placardsIn(RegionCode district, Optional<String> after) {
        return table.list(LivePlacards.list(district), after, LivePlacards::read);
    }

    @Override
    public boolean issue(Dossier dossier, Placard.Live placard, Optional<Placard.Replaced> before) {
        var actions = new ArrayList<>(issues(dossier, placard));
        before.ifPresent(replaced -> actions.add(LivePlacards.ends(table, replaced)));
        return isKept(actions, placard);
    }

    /**
     * So many together as one transaction takes. One whose condition fails, because it was issued before or has moved
     * on, undoes them all; then each of them goes alone.
     */
    @Override
    public Set<First> issueAll(List<First> all) {
        var lost = ConcurrentHashMap.<First>newKeySet();
        Parallel.each(batches(all), batch -> {
            var actions = batch.stream().flatMap(f -> issues(f.dossier(), f.placard()).stream()).toList();
            if (!(transactions.write(actions) instanceof Transactions.Outcome.Kept)) {
                batch.stream().filter(f -> !issue(f.dossier(), f.placard(), Optional.empty())).forEach(lost::add);
            }
        });
        return lost;
    }

    private static List<List<First>> batches(List<First> all) {
        var batches = new ArrayList<List<First>>();
        var size = 0;
        for (var first : all) {
            var heavy = LivePlacards.item(first.placard(), first.dossier().published().orElseThrow()).size();
            size += heavy;
            if (batches.isEmpty() || batches.getLast().size() == MOST_TOGETHER || size > Transactions.LARGEST) {
                batches.add(new ArrayList<>());
                size = heavy;
            }
            batches.getLast().add(first);
        }
        return batches;
    }

    /** The dossier learns of its placard, and the placard comes to be. */
    private List<TransactWriteItem> issues(Dossier dossier, Placard.Live placard) {
        var item = LivePlacards.item(placard, dossier.published().orElseThrow());
        Table.refuseTooLarge(item);
        return List.of(
                moves(dossier, dossier.issued(placard.code())),
                TransactWriteItem.builder()
                        .put(p -> p.tableName(table.name())
                                .item(item.map())
                                .conditionExpression("attribute_not_exists(pk)"))
                        .build());
    }

    @Override
    public boolean withdraw(Dossier dossier, Placard.Withdrawn placard) {
        return isKept(
                List.of(moves(dossier, dossier.unposted()), LivePlacards.ends(table, placard)), placard);
    }

    /** Where a condition fails, the placard itself tells whether this very step was taken before. */
    private boolean isKept(List<TransactWriteItem> actions, Placard placard) {
        return switch (transactions.write(actions)) {
            case Transactions.Outcome.Kept kept -> true;
            case Transactions.Outcome.Refused refused -> find(placard.code()).filter(placard::equals).isPresent();
        };
    }

    /** The dossier's own part of the step: only its placard changes. */
    private TransactWriteItem moves(Dossier before, Dossier after) {
        var item = Dossiers.item(after);
        var values = Attributes.none()
                .put(":before", before.revision())
                .put(":revision", after.revision())
                .put(":stamp", item.text("stamp"))
                .put(":editions", after.editions())
                .put(":placard", after.placard().map(PlacardCode::value));
        var setting = "SET #revision = :revision, #stamp = :stamp, #editions = :editions";
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table.name())
                        .key(Dossiers.key(after.id()).map())
                        .updateExpression(
                                setting + (after.placard().isPresent() ? ", #placard = :placard" : " REMOVE #placard"))
                        .conditionExpression("#revision = :before")
                        .expressionAttributeNames(MOVING)
                        .expressionAttributeValues(values.map()))
                .build();
    }

    @Override
    public boolean post(Placard.Live before, Placard.Live after) {
        for (var attempt = 0; attempt < POST_ATTEMPTS; attempt++) {
            var item = table.get(LivePlacards.key(before.code())).orElse(Attributes.none());
            if (item.isEmpty() || !LivePlacards.read(item).equals(before)) {
                return !item.isEmpty() && LivePlacards.read(item).equals(after);
            }
            if (replaces(item.text("state"), after)) {
                return true;
            }
        }
        return false;
    }

    /** Compares the very text that was read, so that a later form of this JSON compares like this one. */
    private boolean replaces(String stateBefore, Placard.Live after) {
        try {
            table.dynamo().updateItem(u -> u.tableName(table.name())
                    .key(LivePlacards.key(after.code()).map())
                    .updateExpression("SET #state = :after")
                    .conditionExpression("#state = :before")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Attributes.none()
                            .put(":before", stateBefore)
                            .put(":after", PlacardJson.write(after))
                            .map())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException failed) {
            return failed.hasItem() && LivePlacards.read(Attributes.of(failed.item())).equals(after);
        }
    }
}

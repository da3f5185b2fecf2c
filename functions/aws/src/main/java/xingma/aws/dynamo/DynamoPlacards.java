package xingma.aws.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import xingma.aws.json.PlacardJson;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;
import xingma.placard.Placards;
import xingma.registry.Dossier;
import xingma.registry.Register.Page;
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
        var actions = new ArrayList<TransactWriteItem>();
        actions.add(moves(dossier, dossier.issued(placard.code())));
        var item = LivePlacards.item(placard, dossier.published().orElseThrow());
        Table.refuseTooLarge(item);
        actions.add(TransactWriteItem.builder()
                .put(p -> p.tableName(table.name()).item(item.map()).conditionExpression("attribute_not_exists(pk)"))
                .build());
        before.ifPresent(replaced -> actions.add(LivePlacards.ends(table, replaced)));
        return isKept(actions, placard);
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

package xingma.aws.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import xingma.aws.Unavailable;
import xingma.aws.dynamo.Table.Condition;
import xingma.aws.json.PlacardJson;
import xingma.evaluation.star.StarCard;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.keeping.Page;
import xingma.keeping.Parallel;
import xingma.placard.Placard;
import xingma.placard.Placards;
import xingma.registry.Dossier;
import xingma.territory.RegionCode;

/**
 * The placards in the one table.
 *
 * <pre>
 * pk             sk        what
 * PLACARD#code   PLACARD   state (JSON of the placard); while it stands also entry, version, newest, and star, for a scan
 *                          list PLACARD#district, sort the institution's name + code, both following the institution
 * </pre>
 *
 * Issuing and withdrawing write the placard and its dossier together, on the dossier's revision. Whoever issues takes the
 * institution's star from its card in the rating's table, and holds the card to what was read: a star that becomes another
 * at the same moment is on the placard, whichever of the two is kept first.
 */
public final class DynamoPlacards implements Placards {
    private static final int POST_ATTEMPTS = 4;

    /** Of the issue's actions the one that holds the card. */
    private static final int CARD = 2;

    /** Each issue is three actions. */
    private static final int MOST_TOGETHER = Transactions.MOST_ACTIONS / 3;

    /** A card changes some times in a year; twice within one issue is a defect. */
    private static final int ISSUE_ATTEMPTS = 4;

    /** More than the brief of a star weighs, but for a long reply. */
    private static final int BRIEF = 2_000;

    private static final Map<String, String> MOVING =
            Map.of("#revision", "revision", "#stamp", "stamp", "#editions", "editions", "#placard", "placard");

    private final Table table;
    private final Optional<Table> ratings;
    private final Transactions transactions;

    public DynamoPlacards(DynamoDbClient dynamo, String table, String ratingTable) {
        this(new Table(dynamo, table), Optional.of(new Table(dynamo, ratingTable)));
    }

    private DynamoPlacards(Table table, Optional<Table> ratings) {
        this.table = table;
        this.ratings = ratings;
        this.transactions = new Transactions(table.dynamo());
    }

    /** For those who read placards and issue none. */
    public static DynamoPlacards reading(DynamoDbClient dynamo, String table) {
        return new DynamoPlacards(new Table(dynamo, table), Optional.empty());
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
        for (var attempt = 0; attempt < ISSUE_ATTEMPTS; attempt++) {
            var actions = new ArrayList<>(issues(dossier, placard, card(dossier.id())));
            before.ifPresent(replaced -> actions.add(LivePlacards.ends(table, replaced)));
            if (!(transactions.write(actions) instanceof Transactions.Outcome.Refused(var standing))
                    || isThere(placard)) {
                return true;
            }
            if (!standing.keySet().equals(Set.of(CARD))) {
                return false;
            }
        }
        throw new Unavailable("an institution's star kept changing", null);
    }

    private Table ratings() {
        return ratings.orElseThrow(() -> new IllegalStateException("whoever issues placards knows of stars"));
    }

    private Optional<StarCard> card(InstitutionId institution) {
        return ratings().get(Ratings.cardKey(institution)).map(Ratings::readCard);
    }

    /**
     * So many together as one transaction takes. One whose condition fails, because it was issued before or has moved
     * on, undoes them all; then each of them goes alone.
     */
    @Override
    public Set<First> issueAll(List<First> all) {
        var lost = ConcurrentHashMap.<First>newKeySet();
        Parallel.each(batches(all), Table.AT_A_TIME, batch -> {
            var cards = new HashMap<InstitutionId, StarCard>();
            var keys = batch.stream().map(f -> Ratings.cardKey(f.dossier().id())).toList();
            ratings().getAll(keys).stream().map(Ratings::readCard).forEach(c -> cards.put(c.institution(), c));
            var actions = batch.stream()
                    .flatMap(f -> issues(f.dossier(), f.placard(), Optional.ofNullable(cards.get(f.dossier().id())))
                            .stream())
                    .toList();
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
            var published = first.dossier().published().orElseThrow();
            var heavy = LivePlacards.item(first.placard(), published, Optional.empty()).size() + BRIEF;
            size += heavy;
            if (batches.isEmpty() || batches.getLast().size() == MOST_TOGETHER || size > Transactions.LARGEST) {
                batches.add(new ArrayList<>());
                size = heavy;
            }
            batches.getLast().add(first);
        }
        return batches;
    }

    /** The dossier learns of its placard, and the placard comes to be, with the star that the institution has. */
    private List<TransactWriteItem> issues(Dossier dossier, Placard.Live placard, Optional<StarCard> card) {
        var item = LivePlacards.item(placard, dossier.published().orElseThrow(), card);
        Table.refuseTooLarge(item);
        return List.of(
                moves(dossier, dossier.issued(placard.code())),
                TransactWriteItem.builder()
                        .put(p -> p.tableName(table.name())
                                .item(item.map())
                                .conditionExpression("attribute_not_exists(pk)"))
                        .build(),
                ratings().checking(
                        Ratings.cardKey(dossier.id()),
                        Condition.follows(card.map(StarCard::version).orElse(0) + 1)));
    }

    @Override
    public boolean withdraw(Dossier dossier, Placard.Withdrawn placard) {
        var actions = List.of(moves(dossier, dossier.unposted()), LivePlacards.ends(table, placard));
        return transactions.write(actions) instanceof Transactions.Outcome.Kept || isThere(placard);
    }

    /** Where a condition fails, the placard itself tells whether this very step was taken before. */
    private boolean isThere(Placard placard) {
        return find(placard.code()).filter(placard::equals).isPresent();
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

package xingma.aws.dynamo;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import xingma.aws.json.EntryJson;
import xingma.aws.json.PlacardJson;
import xingma.aws.json.ProvenanceJson;
import xingma.aws.json.StarCardJson;
import xingma.evaluation.star.StarCard;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;
import xingma.registry.Published;
import xingma.territory.RegionCode;

/** Placards as items, and what stands on a live one for a scan to read: see {@link DynamoPlacards}. */
final class LivePlacards {
    static final String STAR = "star";

    private LivePlacards() {}

    static Attributes key(PlacardCode code) {
        return Attributes.key("PLACARD#" + code, "PLACARD");
    }

    static String list(RegionCode district) {
        return "PLACARD#" + district;
    }

    static Attributes item(Placard.Live placard, Published published, Optional<StarCard> card) {
        return key(placard.code())
                .put("state", PlacardJson.write(placard))
                .put("entry", EntryJson.write(published.entry()))
                .put("version", published.version())
                .put("newest", ProvenanceJson.write(published.newest()))
                .put(STAR, card.map(StarCard::brief).map(StarCardJson::write))
                .put("list", list(published.entry().district()))
                .put("sort", sort(placard.code(), published));
    }

    static Placard read(Attributes item) {
        return PlacardJson.read(item.text("state"));
    }

    private static String sort(PlacardCode code, Published published) {
        return Table.sort(published.entry().institution().name(), code);
    }

    /** The placard goes on standing, shows the newest version, and is listed where the institution is. */
    static TransactWriteItem shows(Table table, PlacardCode code, Published published) {
        return update(
                table,
                code,
                "SET #entry = :entry, #version = :version, #newest = :newest, #list = :list, #sort = :sort",
                Map.of("#entry", "entry", "#version", "version", "#newest", "newest", "#list", "list", "#sort", "sort"),
                Attributes.none()
                        .put(":entry", EntryJson.write(published.entry()))
                        .put(":version", published.version())
                        .put(":newest", ProvenanceJson.write(published.newest()))
                        .put(":list", list(published.entry().district()))
                        .put(":sort", sort(code, published)));
    }

    /**
     * The placard that the institution's dossier names shows its star from now on. Where the dossier names none, it is
     * held to that.
     */
    static TransactWriteItem showsStar(Table table, StarCard card) {
        var dossier = Dossiers.key(card.institution());
        return table.text(dossier, "placard")
                .map(code -> update(
                        table,
                        new PlacardCode(code),
                        "SET #star = :star",
                        Map.of("#star", STAR, "#entry", "entry"),
                        Attributes.none().put(":star", StarCardJson.write(card.brief()))))
                .orElseGet(() -> table.checking(dossier, Table.Condition.without("placard")));
    }

    /** The placard stands no more: from now on a scan reads its end and nothing of the institution. */
    static TransactWriteItem ends(Table table, Placard ended) {
        return update(
                table,
                ended.code(),
                "SET #state = :state REMOVE #entry, #version, #newest, #star",
                Map.of("#state", "state", "#entry", "entry", "#version", "version", "#newest", "newest", "#star", STAR),
                Attributes.none().put(":state", PlacardJson.write(ended)));
    }

    private static TransactWriteItem update(
            Table table, PlacardCode code, String expression, Map<String, String> names, Attributes values) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table.name())
                        .key(key(code).map())
                        .updateExpression(expression)
                        .conditionExpression("attribute_exists(#entry)")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values.map())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }
}

package xingma.aws.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.json.EntryJson;
import xingma.aws.json.PlacardJson;
import xingma.aws.json.ProvenanceJson;
import xingma.aws.json.StarCardJson;
import xingma.institution.PlacardCode;
import xingma.placard.Scan;
import xingma.placard.Scans;

/** What a scan reads: one item by one request, eventually consistent; keys as in {@link DynamoPlacards}. */
public final class DynamoScans implements Scans {
    private static final Map<String, String> NAMES = Map.of(
            "#state", "state", "#entry", "entry", "#version", "version", "#newest", "newest", "#star", LivePlacards.STAR);

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoScans(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Scan> scan(PlacardCode code) {
        var found = dynamo.getItem(r -> r.tableName(table)
                .key(LivePlacards.key(code).map())
                .projectionExpression("#state, #entry, #version, #newest, #star")
                .expressionAttributeNames(NAMES));
        return found.hasItem() ? Optional.of(read(Attributes.of(found.item()))) : Optional.empty();
    }

    private static Scan read(Attributes item) {
        return PlacardJson.read(item.text("state")).scanned(live -> new Scan.Standing(
                live,
                EntryJson.read(item.text("entry")),
                (int) item.number("version"),
                ProvenanceJson.read(item.text("newest")),
                List.of(),
                item.optional(LivePlacards.STAR).map(StarCardJson::readBrief)));
    }
}

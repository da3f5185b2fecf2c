package xingma.aws.dynamo;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.dynamo.Table.Condition;
import xingma.aws.json.ExhibitFolderJson;
import xingma.evaluation.exhibit.ExhibitFolder;
import xingma.evaluation.exhibit.ExhibitFolders;

/**
 * What was sent for evaluations, in the rating's table.
 *
 * <pre>
 * pk                    sk              what
 * EXHIBITS#evaluation   writer's mark   entries (JSON in gzip), revision
 * </pre>
 */
public final class DynamoExhibitFolders implements ExhibitFolders {
    private static final String REVISION = "revision";
    private static final String ENTRIES = "entries";

    private final Table table;

    public DynamoExhibitFolders(DynamoDbClient dynamo, String ratingTable) {
        this.table = new Table(dynamo, ratingTable);
    }

    @Override
    public ExhibitFolder find(ExhibitFolder.Id id) {
        return table.get(key(id)).map(item -> read(id, item)).orElseGet(() -> ExhibitFolder.empty(id));
    }

    @Override
    public boolean keep(ExhibitFolder folder) {
        var item = key(folder.id())
                .put(REVISION, folder.revision())
                .put(ENTRIES, ExhibitFolderJson.pack(folder.entries()));
        return table.put(
                item, Condition.follows(folder.revision()), there -> read(folder.id(), there).equals(folder));
    }

    private static Attributes key(ExhibitFolder.Id id) {
        return Attributes.key("EXHIBITS#" + id.evaluation(), id.mark());
    }

    private static ExhibitFolder read(ExhibitFolder.Id id, Attributes item) {
        return new ExhibitFolder(id, (int) item.number(REVISION), ExhibitFolderJson.unpack(item.bytes(ENTRIES)));
    }
}

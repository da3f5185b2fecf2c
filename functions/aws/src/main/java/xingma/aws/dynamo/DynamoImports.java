package xingma.aws.dynamo;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.json.ImportJson;
import xingma.keeping.Page;
import xingma.registry.sheet.ImportRecord;
import xingma.registry.sheet.Imports;
import xingma.territory.RegionCode;

/**
 * Imports in the one table.
 *
 * <pre>
 * pk          sk       what
 * IMPORT#id   IMPORT   revision, record (JSON); list IMPORT#territory, sort instant + id
 * </pre>
 *
 * A step is written on the condition that the record stands at the revision before it; a record that reads the same is
 * the echo of this very step.
 */
public final class DynamoImports implements Imports {
    private static final String SK = "IMPORT";
    private static final String PREFIX = "IMPORT#";

    private final Table table;

    public DynamoImports(DynamoDbClient dynamo, String table) {
        this.table = new Table(dynamo, table);
    }

    @Override
    public Optional<ImportRecord> find(String id) {
        return table.get(Attributes.key(PREFIX + id, SK)).map(DynamoImports::read);
    }

    @Override
    public Page<ImportRecord> in(RegionCode territory, Optional<String> after) {
        return table.listBackwards(PREFIX + territory, after, DynamoImports::read);
    }

    @Override
    public boolean keep(ImportRecord next) {
        var file = next.file();
        var record = ImportJson.write(next);
        var item = Attributes.key(PREFIX + file.id(), SK)
                .put("revision", next.revision())
                .put("record", record)
                .put("list", PREFIX + file.territory())
                .put("sort", Imports.sort(next));
        var condition = next.revision() == 1
                ? Table.Condition.absent()
                : Table.Condition.revision(next.revision() - 1);
        return table.put(item, condition, there -> there.text("record").equals(record));
    }

    private static ImportRecord read(Attributes item) {
        return ImportJson.read(item.text("record"));
    }
}

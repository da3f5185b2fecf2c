package xingma.aws.dynamo;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.audit.Entry;
import xingma.aws.json.ExpertJson;
import xingma.evaluation.Expert;
import xingma.evaluation.round.Experts;

/**
 * The list of experts in the rating's table, each step with its line in the trail's table.
 *
 * <pre>
 * pk        sk            what
 * EXPERTS   expert's id   text (JSON of the expert), revision, head: the hash of the newest line of the trail
 * </pre>
 */
public final class DynamoExperts implements Experts {
    private final Shelf shelf;

    public DynamoExperts(DynamoDbClient dynamo, String ratingTable, String auditTable) {
        this.shelf = new Shelf(dynamo, ratingTable, auditTable, "EXPERTS");
    }

    @Override
    public List<Listed> all() {
        return shelf.all(MOST).stream().map(DynamoExperts::listed).toList();
    }

    @Override
    public Optional<Listed> find(String id) {
        return shelf.find(id).map(DynamoExperts::listed);
    }

    @Override
    public boolean keep(Expert expert, int revision, Entry entry) {
        return shelf.keep(expert.id(), ExpertJson.write(expert), revision, entry);
    }

    private static Listed listed(Shelf.Thing thing) {
        return new Listed(ExpertJson.read(thing.text()), thing.revision(), thing.head());
    }
}

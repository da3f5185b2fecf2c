package xingma.aws.dynamo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.audit.Entry;
import xingma.aws.json.RoundJson;
import xingma.evaluation.round.Round;
import xingma.evaluation.round.Rounds;

/**
 * The rounds in the rating's table, each step with its line in the trail's table.
 *
 * <pre>
 * pk       sk           what
 * ROUNDS   round's id   text (JSON of the round), revision, head: the hash of the newest line of the trail
 * </pre>
 */
public final class DynamoRounds implements Rounds {
    private final Shelf shelf;

    public DynamoRounds(DynamoDbClient dynamo, String ratingTable, String auditTable) {
        this.shelf = new Shelf(dynamo, ratingTable, auditTable, "ROUNDS");
    }

    /** For those who read rounds and call none. */
    public static DynamoRounds reading(DynamoDbClient dynamo, String ratingTable) {
        return new DynamoRounds(dynamo, ratingTable, Table.NEVER);
    }

    @Override
    public List<Called> all() {
        return shelf.all(MOST).stream()
                .map(DynamoRounds::called)
                .sorted(Comparator.comparing((Called c) -> c.round().from()).reversed())
                .toList();
    }

    @Override
    public Optional<Called> find(String id) {
        return Optional.of(id).filter(Round::isId).flatMap(shelf::find).map(DynamoRounds::called);
    }

    @Override
    public boolean keep(Round round, int revision, Entry entry) {
        return shelf.keep(round.id(), RoundJson.write(round), revision, entry);
    }

    private static Called called(Shelf.Thing thing) {
        return new Called(RoundJson.read(thing.text()), thing.revision(), thing.head());
    }
}

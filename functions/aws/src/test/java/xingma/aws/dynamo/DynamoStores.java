package xingma.aws.dynamo;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.complaint.caseload.CaseStores;
import xingma.complaint.clock.RetentionSchedule;
import xingma.engines.Tables;
import xingma.evaluation.RatingStores;
import xingma.rating.Standard;
import xingma.rating.StandardShelfContract;
import xingma.registry.Stores;

/** Stores over a table of their own in some engine. */
public final class DynamoStores {
    private DynamoStores() {}

    /** Makes a table that nobody else knows, as the template describes it, and the stores over it. */
    static Stores over(DynamoDbClient dynamo) {
        return over(dynamo, freshTables(dynamo));
    }

    /** A table of one's own in the engine of these tests. */
    public static Table freshTable() {
        return new Table(Embedded.client(), freshTable(Embedded.client()));
    }

    static String freshTable(DynamoDbClient dynamo) {
        return freshTables(dynamo).get("RegisterTable");
    }

    /** All tables of the template under names that nobody else knows, by logical id. */
    static Map<String, String> freshTables(DynamoDbClient dynamo) {
        return new Tables(dynamo).of(Path.of("../../infrastructure/data.yaml"), UUID.randomUUID() + "-");
    }

    static CaseStores cases(
            DynamoDbClient dynamo, Map<String, String> tables, RetentionSchedule retention, InstantSource now) {
        var audit = tables.get("AuditTable");
        return new CaseStores(
                new DynamoComplaints(dynamo, tables.get("ComplaintTable"), audit, retention, now),
                new DynamoTrail(dynamo, audit),
                new DynamoOutbox(dynamo, tables.get("ComplaintTable")));
    }

    static RatingStores ratings(DynamoDbClient dynamo, Map<String, String> tables) {
        var ratings = tables.get("RatingTable");
        var audit = tables.get("AuditTable");
        return new RatingStores(
                new DynamoEvaluations(dynamo, ratings, audit, tables.get("RegisterTable")),
                new DynamoStarCards(dynamo, ratings),
                new DynamoExperts(dynamo, ratings, audit),
                new DynamoRounds(dynamo, ratings, audit),
                new DynamoTrail(dynamo, audit));
    }

    static StandardShelfContract.Stores standards(
            DynamoDbClient dynamo, Map<String, String> tables, List<Standard> shipped) {
        var audit = tables.get("AuditTable");
        return new StandardShelfContract.Stores(
                new DynamoStandards(dynamo, tables.get("RatingTable"), audit, shipped, StandardShelfContract::read),
                new DynamoTrail(dynamo, audit));
    }

    static Stores over(DynamoDbClient dynamo, Map<String, String> tables) {
        var register = tables.get("RegisterTable");
        return new Stores(
                new DynamoRegister(dynamo, register),
                new DynamoPlacards(dynamo, register, tables.get("RatingTable")),
                new DynamoScans(dynamo, register));
    }
}

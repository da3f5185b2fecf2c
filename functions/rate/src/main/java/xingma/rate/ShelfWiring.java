package xingma.rate;

import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoEvaluations;
import xingma.aws.dynamo.DynamoRoster;
import xingma.aws.dynamo.DynamoRounds;
import xingma.aws.dynamo.DynamoStandards;
import xingma.aws.http.Names;
import xingma.aws.log.Log;
import xingma.evaluation.report.PastSheets;
import xingma.rating.StandardShelf;
import xingma.rulebook.Rulebook;
import xingma.rulebook.StandardBook;
import xingma.territory.City;

/** What the keeping of standards is made of: it writes editions, and of evaluations it only reads. */
final class ShelfWiring {
    private final Settings settings = Settings.fromEnvironment();
    private final DynamoDbClient dynamo = Clients.dynamo();
    private final City city = Rulebook.standard().city(settings.cityCode());
    private final StandardShelf shelf = new DynamoStandards(
            dynamo, settings.ratingTable(), settings.auditTable(), StandardBook.shipped(), RatingWiring::edition);

    City city() {
        return city;
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    StandardShelf shelf() {
        return shelf;
    }

    Names names() {
        return new Names(new DynamoRoster(dynamo, settings.registerTable()), Log.toStandardOut());
    }

    PastSheets sheets() {
        return new PastSheets(
                city,
                DynamoEvaluations.reading(dynamo, settings.ratingTable()),
                shelf,
                DynamoRounds.reading(dynamo, settings.ratingTable()));
    }
}

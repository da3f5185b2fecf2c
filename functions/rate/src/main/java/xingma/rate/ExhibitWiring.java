package xingma.rate;

import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoExhibitFolders;
import xingma.aws.log.Log;
import xingma.aws.s3.S3Exhibits;
import xingma.evaluation.desk.Clerk;
import xingma.evaluation.exhibit.ExhibitCleaning;
import xingma.evaluation.exhibit.ExhibitFolders;
import xingma.evaluation.exhibit.ExhibitRoom;
import xingma.evaluation.exhibit.Exhibits;
import xingma.keeping.Patience;

/** What takes exhibits in, cleans and shows them; the cleaning reads nothing else of an evaluation. */
final class ExhibitWiring {
    private final Settings settings;
    private final DynamoDbClient dynamo;

    ExhibitWiring(Settings settings, DynamoDbClient dynamo) {
        this.settings = settings;
        this.dynamo = dynamo;
    }

    static ExhibitWiring alone() {
        return new ExhibitWiring(Settings.fromEnvironment(), Clients.dynamo());
    }

    String bucket() {
        return settings.exhibitBucket();
    }

    Log log() {
        return Log.toStandardOut();
    }

    ExhibitCleaning cleaning() {
        return new ExhibitCleaning(exhibits(), folders(), Patience.jittered());
    }

    ExhibitRoom room(Clerk clerk) {
        return new ExhibitRoom(clerk, exhibits(), folders(), Patience.jittered());
    }

    /** The bucket holds a form against the day of the world, whatever day it is in the city. */
    private Exhibits exhibits() {
        return new S3Exhibits(Clients.s3(), Clients::presigner, bucket(), Clock.systemUTC());
    }

    private ExhibitFolders folders() {
        return new DynamoExhibitFolders(dynamo, settings.ratingTable());
    }
}

package xingma.aws.dynamo;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Nested;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.complaint.caseload.CaseStores;
import xingma.complaint.caseload.ComplaintsContract;
import xingma.complaint.clock.RetentionSchedule;
import xingma.evaluation.RatingStores;
import xingma.evaluation.caseload.EvaluationsContract;
import xingma.evaluation.round.RatingRollsContract;
import xingma.placard.PlacardsContract;
import xingma.placard.ScansContract;
import xingma.placard.StarsOnPlacardsContract;
import xingma.rating.Standard;
import xingma.rating.StandardShelfContract;
import xingma.registry.RegisterContract;
import xingma.registry.Stores;
import xingma.territory.Roster;
import xingma.territory.RosterContract;

/** The contracts of the stores on an engine that is not embedded. */
abstract class EngineContracts {
    abstract DynamoDbClient client();

    static DynamoDbClient client(URI endpoint, String region, String id, String secret) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Nested
    class TheRegister extends RegisterContract {
        @Override
        protected Stores stores() {
            return DynamoStores.over(client());
        }
    }

    @Nested
    class ThePlacards extends PlacardsContract {
        @Override
        protected Stores stores() {
            return DynamoStores.over(client());
        }
    }

    @Nested
    class TheRoster extends RosterContract {
        @Override
        protected Roster roster() {
            var client = client();
            return new DynamoRoster(client, DynamoStores.freshTable(client));
        }
    }

    @Nested
    class TheScans extends ScansContract {
        @Override
        protected Stores stores() {
            return DynamoStores.over(client());
        }
    }

    @Nested
    class TheCases extends ComplaintsContract {
        @Override
        protected CaseStores stores(RetentionSchedule retention, InstantSource now) {
            var client = client();
            return DynamoStores.cases(client, DynamoStores.freshTables(client), retention, now);
        }
    }

    @Nested
    class TheEvaluations extends EvaluationsContract {
        @Override
        protected RatingStores stores() {
            return ratings();
        }
    }

    @Nested
    class TheRoundsAndExperts extends RatingRollsContract {
        @Override
        protected RatingStores stores() {
            return ratings();
        }
    }

    private RatingStores ratings() {
        var client = client();
        return DynamoStores.ratings(client, DynamoStores.freshTables(client));
    }

    @Nested
    class TheStandards extends StandardShelfContract {
        @Override
        protected Stores stores(List<Standard> shipped) {
            var client = client();
            return DynamoStores.standards(client, DynamoStores.freshTables(client), shipped);
        }
    }

    @Nested
    class TheStarsOnPlacards extends StarsOnPlacardsContract {
        @Override
        protected ShownStores stores() {
            var client = client();
            var tables = DynamoStores.freshTables(client);
            return new ShownStores(DynamoStores.over(client, tables), DynamoStores.ratings(client, tables));
        }
    }
}

package xingma.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.Unavailable;
import xingma.aws.dynamo.BadLine.Fault;
import xingma.placard.StarsOnPlacardsContract;

class StarsOnPlacardsTest extends StarsOnPlacardsContract {
    private static final int ROUNDS = 12;

    @Override
    protected ShownStores stores() {
        return over(Embedded.client(), DynamoStores.freshTables(Embedded.client()));
    }

    private static ShownStores over(DynamoDbClient client, Map<String, String> tables) {
        return new ShownStores(DynamoStores.over(client, tables), DynamoStores.ratings(client, tables));
    }

    /** Whichever comes first, and whatever is lost on the way, the placard shows the star that the card has. */
    @Test
    void a_placard_and_a_star_that_meet_over_a_bad_line_find_each_other() throws Exception {
        var line = new BadLine(AwsCrtHttpClient.create(), 404)
                .with(Fault.RESET, 50)
                .with(Fault.LOST_ANSWER, 100)
                .with(Fault.CONFLICT, 80);
        try (var client = Embedded.clientOver(line);
                var pool = Executors.newFixedThreadPool(2, Thread.ofVirtual().factory())) {
            for (var round = 0; round < ROUNDS; round++) {
                var tables = DynamoStores.freshTables(Embedded.client());
                var truth = over(Embedded.client(), tables);
                var meeting = new Meeting(truth, over(client, tables));
                for (var outcome : pool.invokeAll(List.<Callable<Boolean>>of(
                        () -> confirmed(meeting::issue), () -> confirmed(meeting::rate)))) {
                    assertTrue(outcome.get());
                }
                assertEquals(Optional.of(meeting.card().brief()), star(truth));
            }
        }
        assertTrue(line.seen(Fault.LOST_ANSWER) > 0);
    }

    private static boolean confirmed(Callable<Boolean> step) throws Exception {
        while (true) {
            try {
                return step.call();
            } catch (SdkException | Unavailable sentAgain) {
                Thread.onSpinWait();
            }
        }
    }
}

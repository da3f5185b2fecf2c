package xingma.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.registry.Some.REGISTRAR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import xingma.aws.dynamo.BadLine.Fault;
import xingma.territory.Roster;
import xingma.territory.RosterContract;

class DynamoRosterTest extends RosterContract {
    private final String table = DynamoStores.freshTable(Embedded.client());

    @Override
    protected Roster roster() {
        return new DynamoRoster(Embedded.client(), table);
    }

    @Test
    void a_lost_answer_leaves_the_name_noted() {
        var line = new BadLine(AwsCrtHttpClient.create(), 5).with(Fault.LOST_ANSWER, 400);
        try (var client = Embedded.clientOver(line)) {
            for (var i = 0; i < 8; i++) {
                try {
                    new DynamoRoster(client, table).note(REGISTRAR);
                } catch (SdkException notConfirmed) {
                    // asked again with the next step
                }
            }
        }
        assertTrue(line.seen(Fault.LOST_ANSWER) > 0);
        assertEquals(Map.of(REGISTRAR.id(), REGISTRAR.name()), roster().names(List.of(REGISTRAR.id())));
    }

    @Test
    void a_line_that_hangs_is_given_up_before_anybody_minds() {
        var began = Instant.now();
        var line = new BadLine(AwsCrtHttpClient.create(), 1).with(Fault.HANG, 1_000);
        try (var client = Embedded.clientOver(line)) {
            var roster = new DynamoRoster(client, table);
            assertThrows(SdkException.class, () -> roster.note(REGISTRAR));
            assertThrows(SdkException.class, () -> roster.names(List.of(REGISTRAR.id())));
        }
        assertTrue(Duration.between(began, Instant.now()).compareTo(Duration.ofSeconds(5)) < 0);
    }
}

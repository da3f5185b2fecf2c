package xingma.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import xingma.aws.dynamo.BadLine.Fault;
import xingma.complaint.receipt.Tries;
import xingma.complaint.receipt.TriesContract;

class DynamoTriesTest extends TriesContract {
    private final String table = DynamoStores.freshTable(Embedded.client());

    @Override
    protected Tries tries() {
        return new DynamoTries(Embedded.client(), table);
    }

    @Test
    void a_lost_answer_counts_once() {
        var line = new BadLine(AwsCrtHttpClient.create(), 7).with(Fault.LOST_ANSWER, 300);
        var had = 0;
        try (var client = Embedded.clientOver(line)) {
            var tries = new DynamoTries(client, table);
            for (var i = 0; i < Tries.MOST; i++) {
                had += tries.take("case", "attempt-" + i, NOW) ? 1 : 0;
            }
        }
        assertTrue(line.seen(Fault.LOST_ANSWER) > 0);
        assertEquals(Tries.MOST, had);
        assertFalse(tries().take("case", "one more", NOW));
    }

    @Test
    void a_store_that_does_not_answer_lets_nobody_in() {
        var line = new BadLine(AwsCrtHttpClient.create(), 7).with(Fault.FAULT_500, 1_000);
        try (var client = Embedded.clientOver(line)) {
            var tries = new DynamoTries(client, table);
            assertThrows(SdkException.class, () -> tries.take("case", "attempt", NOW));
        }
    }

    @Test
    void giving_back_keeps_nobody_waiting_and_may_fail() {
        assertTrue(tries().take("case", "right", NOW));
        var line = new BadLine(AwsCrtHttpClient.create(), 7).with(Fault.HANG, 1_000);
        var began = Instant.now();
        try (var client = Embedded.clientOver(line)) {
            new DynamoTries(client, table).giveBack("case", "right", NOW);
        }
        assertTrue(Duration.between(began, Instant.now()).compareTo(Duration.ofSeconds(3)) < 0);
    }

    @Test
    void giving_back_what_was_never_taken_leaves_no_item() {
        tries().giveBack("nobody's", "never", NOW);
        assertTrue(new Table(Embedded.client(), table)
                .get(Attributes.key("TRIES#nobody's", Tries.hour(NOW).toString()))
                .isEmpty());
    }

    @Test
    void an_hours_attempts_may_be_cleared_when_it_is_long_over() {
        tries().take("case", "attempt", NOW);
        var item = new Table(Embedded.client(), table)
                .get(Attributes.key("TRIES#case", "2026-11-21T02:00:00Z"))
                .orElseThrow();
        assertEquals(Instant.parse("2026-11-21T04:00:00Z").getEpochSecond(), item.number("expires"));
    }
}

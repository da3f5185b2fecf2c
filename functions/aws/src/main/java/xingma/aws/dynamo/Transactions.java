package xingma.aws.dynamo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import xingma.aws.Unavailable;

/**
 * Writes several items, all or none. The SDK sends each transaction with a token of its own, so that a lost answer does
 * no harm; but it never retries two writers that met on one item. That is done here: with jitter, and not for ever.
 */
final class Transactions {
    /**
     * The engine takes 100 actions and 4 MB in one transaction. A third of it is as fast in the cloud, is answered in
     * time by the engine on a laptop too, and loses less when it meets another writer.
     */
    static final int MOST_ACTIONS = 32;

    static final int LARGEST = 1_000_000;

    /**
     * A transaction of more actions is part of a batch, and may take longer than one person's step. The largest step draws a
     * panel: its line, the evaluation, and what finds it for each expert.
     */
    private static final int FEW_ACTIONS = 12;

    private static final AwsRequestOverrideConfiguration PATIENT = AwsRequestOverrideConfiguration.builder()
            .apiCallAttemptTimeout(Duration.ofSeconds(4))
            .apiCallTimeout(Duration.ofSeconds(9))
            .build();

    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(800);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String CONDITION = "ConditionalCheckFailed";
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient dynamo;

    Transactions(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    sealed interface Outcome {
        record Kept() implements Outcome {}

        /** By the action's place, what stood where its condition did not hold; nothing at all is empty. */
        record Refused(Map<Integer, Attributes> standing) implements Outcome {}
    }

    Outcome write(List<TransactWriteItem> actions) {
        var began = System.nanoTime();
        for (var attempt = 0; ; attempt++) {
            try {
                dynamo.transactWriteItems(r -> r.transactItems(actions)
                        .overrideConfiguration(actions.size() > FEW_ACTIONS ? PATIENT : null));
                return new Outcome.Kept();
            } catch (TransactionCanceledException cancelled) {
                var standing = standing(cancelled);
                if (!standing.isEmpty()) {
                    return new Outcome.Refused(standing);
                }
                if (!mayPass(cancelled)) {
                    throw cancelled;
                }
                pauseWithin(began, actions, attempt, cancelled);
            } catch (TransactionConflictException conflict) {
                pauseWithin(began, actions, attempt, conflict);
            }
        }
    }

    private static Map<Integer, Attributes> standing(TransactionCanceledException cancelled) {
        var standing = new HashMap<Integer, Attributes>();
        var reasons = cancelled.cancellationReasons();
        for (var i = 0; i < reasons.size(); i++) {
            if (CONDITION.equals(reasons.get(i).code())) {
                standing.put(i, reasons.get(i).hasItem() ? Attributes.of(reasons.get(i).item()) : Attributes.none());
            }
        }
        return standing;
    }

    private static boolean mayPass(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream().anyMatch(r -> PASSING.contains(r.code()));
    }

    /** However slowly each attempt was answered, an officer's step is given up in time to say so. */
    private static void pauseWithin(
            long began, List<TransactWriteItem> actions, int attempt, DynamoDbException cause) {
        var limit = actions.size() > FEW_ACTIONS ? ATTEMPTS * PATIENCE.toNanos() : PATIENCE.toNanos();
        pause(System.nanoTime() - began > limit ? ATTEMPTS : attempt, cause);
    }

    /** Waits before the next attempt, at random up to a growing bound; after the last attempt there is none. */
    static void pause(int attempt, DynamoDbException cause) {
        if (attempt + 1 >= ATTEMPTS) {
            throw new Unavailable("two writers kept meeting on one item", cause);
        }
        var most = Math.min(FIRST_PAUSE.toMillis() << attempt, LONGEST_PAUSE.toMillis());
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, most + 1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable("stopped while waiting for another writer", stopped);
        }
    }
}

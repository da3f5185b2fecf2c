package xingma.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.registry.Some.CHECKER;
import static xingma.registry.Some.NOON;
import static xingma.registry.Some.QINGLAN;
import static xingma.registry.Some.REGISTRAR;
import static xingma.registry.Some.sets;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import xingma.aws.Unavailable;
import xingma.aws.dynamo.BadLine.Fault;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;
import xingma.placard.Posting;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Stores;

/** What officers did is in the register exactly once, however bad the line between the function and the store. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadLineTest {
    private static final int INSTITUTIONS = 48;
    private static final int MOST_SENDINGS = 25;

    private final Map<String, String> tables = DynamoStores.freshTables(Embedded.client());
    private final Stores truth = DynamoStores.over(Embedded.client(), tables);

    private static BadLine line(long seed) {
        return new BadLine(AwsCrtHttpClient.create(), seed);
    }

    private static BadLine badLine(long seed) {
        return line(seed)
                .with(Fault.RESET, 40)
                .with(Fault.LOST_ANSWER, 80)
                .with(Fault.THROTTLED, 30)
                .with(Fault.FAULT_500, 40)
                .with(Fault.CONFLICT, 60);
    }

    private static InstitutionId id(int number) {
        return InstitutionId.firstRegisteredAs("public-place", "number-" + number);
    }

    private static Dossier.Step proposed(int number) {
        return Dossier.open(id(number), "public-place", QINGLAN)
                .propose(new Change.Proposal(
                        "p" + number,
                        List.of(sets("premises//name", "云汀旅馆" + number), sets("premises//district", QINGLAN.value())),
                        "导入",
                        "import-1",
                        REGISTRAR.id(),
                        NOON));
    }

    private static PlacardCode code(int number) {
        var random = new Random(number);
        var first = new StringBuilder();
        random.ints(11, 0, PlacardCode.ALPHABET.length()).forEach(i -> first.append(PlacardCode.ALPHABET.charAt(i)));
        return PlacardCode.of(first.toString());
    }

    private static Placard.Live placard(int number, Dossier dossier) {
        var issue = new Placard.Issue(
                code(number), dossier.id(), QINGLAN, "云汀旅馆" + number, 1, LocalDate.of(2026, 11, 20), REGISTRAR.id());
        return new Placard.Live(
                issue, List.of(new Posting(Posting.Step.ISSUED, REGISTRAR.id(), NOON, "", Optional.empty())));
    }

    /** As a browser or a batch does: whatever was not confirmed is sent once more, the very same. */
    private static boolean sentUntilConfirmed(AtomicInteger unconfirmed, BooleanSupplier step) {
        for (var sending = 1; ; sending++) {
            try {
                return step.getAsBoolean();
            } catch (SdkException | Unavailable notConfirmed) {
                unconfirmed.incrementAndGet();
                if (sending == MOST_SENDINGS) {
                    throw notConfirmed;
                }
            }
        }
    }

    @Test
    void no_step_is_lost_and_none_is_taken_twice() throws Exception {
        var line = badLine(20261121);
        var unconfirmed = new AtomicInteger();
        try (var client = Embedded.clientOver(line);
                var threads = Executors.newFixedThreadPool(8, Thread.ofVirtual().factory())) {
            var stores = DynamoStores.over(client, tables);
            var careers = IntStream.range(0, INSTITUTIONS)
                    .<Callable<Boolean>>mapToObj(i -> () -> career(stores, i, unconfirmed))
                    .toList();
            for (var career : threads.invokeAll(careers)) {
                assertTrue(career.get(), "a step was refused that nobody else had taken");
            }
        }

        for (var fault : Set.of(Fault.RESET, Fault.LOST_ANSWER, Fault.THROTTLED, Fault.FAULT_500, Fault.CONFLICT)) {
            assertTrue(line.seen(fault) > 2, () -> fault + " happened " + line.seen(fault) + " times only");
        }
        for (var i = 0; i < INSTITUTIONS; i++) {
            var dossier = truth.register().find(id(i)).orElseThrow();
            assertEquals(4, dossier.revision());
            assertEquals(1, dossier.editions());
            var history = truth.register().history(id(i));
            assertEquals(List.of("p" + i), history.stream().map(c -> c.proposal().id()).toList());
            assertEquals(Optional.of(code(i)), dossier.placard());
            assertEquals(2, truth.placards().find(code(i)).orElseThrow().steps().size());
            assertTrue(truth.scans().scan(code(i)).isPresent());
        }
        assertEquals(INSTITUTIONS, truth.placards().placardsIn(QINGLAN, Optional.empty()).items().size());
    }

    /** Proposed, checked, issued, corrected by a proposal that waits, and posted: each told as kept. */
    private static boolean career(Stores stores, int i, AtomicInteger unconfirmed) {
        var proposed = proposed(i);
        var checked = proposed.after().check(CHECKER.id(), NOON);
        var live = placard(i, checked.after());
        var corrected = checked.after().issued(live.code())
                .propose(new Change.Proposal(
                        "c" + i, List.of(sets("premises//phone", "010-1")), "更正", "", REGISTRAR.id(), NOON));
        var posted = live.post(
                new Posting(Posting.Step.POSTED, REGISTRAR.id(), NOON, "", Optional.of("posting/" + i)));
        return sentUntilConfirmed(unconfirmed, () -> stores.register().keep(proposed))
                && sentUntilConfirmed(unconfirmed, () -> stores.register().keep(checked))
                && sentUntilConfirmed(
                        unconfirmed, () -> stores.placards().issue(checked.after(), live, Optional.empty()))
                && sentUntilConfirmed(unconfirmed, () -> stores.register().keep(corrected))
                && sentUntilConfirmed(unconfirmed, () -> stores.placards().post(live, posted));
    }

    @Test
    void a_batch_over_a_bad_line_is_kept_once() {
        var line = badLine(7);
        var unconfirmed = new AtomicInteger();
        var proposals = IntStream.range(0, 400).mapToObj(BadLineTest::proposed).toList();
        var checks = proposals.stream().map(s -> s.after().check(CHECKER.id(), NOON)).toList();
        try (var client = Embedded.clientOver(line)) {
            var register = DynamoStores.over(client, tables).register();
            assertTrue(sentUntilConfirmed(unconfirmed, () -> register.keepAll(proposals).isEmpty()));
            assertTrue(sentUntilConfirmed(unconfirmed, () -> register.keepAll(checks).isEmpty()));
        }

        assertTrue(line.seen(Fault.LOST_ANSWER) > 0 && line.seen(Fault.CONFLICT) > 0);
        var kept = truth.register().findAll(proposals.stream().map(s -> s.before().id()).toList());
        for (var check : checks) {
            assertEquals(check.after(), kept.get(check.before().id()));
        }
        assertEquals(1, truth.register().history(id(399)).size());
    }

    @Test
    void another_officers_step_is_not_taken_for_ones_own_echo() {
        var mine = proposed(1);
        var theirs = Dossier.open(id(1), "public-place", QINGLAN)
                .propose(new Change.Proposal(
                        "other", List.of(sets("premises//name", "别家")), "导入", "import-2", CHECKER.id(), NOON));
        try (var client = Embedded.clientOver(line(1).with(Fault.LOST_ANSWER, 400))) {
            assertTrue(truth.register().keep(theirs));
            assertFalse(sentUntilConfirmed(new AtomicInteger(), () ->
                    DynamoStores.over(client, tables).register().keep(mine)));
        }
        assertEquals(Optional.of(theirs.after()), truth.register().find(id(1)));
    }

    @Test
    void a_line_that_hangs_is_given_up_within_five_seconds() {
        var began = Instant.now();
        try (var client = Embedded.clientOver(line(1).with(Fault.HANG, 1_000))) {
            assertThrows(SdkException.class, () -> DynamoStores.over(client, tables).register().find(id(1)));
        }
        assertTrue(Duration.between(began, Instant.now()).compareTo(Duration.ofSeconds(5)) < 0);
    }

    @Test
    void a_scan_over_a_line_that_hangs_now_and_then_is_answered() {
        truth.register().keep(proposed(1));
        var checked = proposed(1).after().check(CHECKER.id(), NOON);
        truth.register().keep(checked);
        truth.placards().issue(checked.after(), placard(1, checked.after()), Optional.empty());
        var line = line(3).with(Fault.HANG, 300);
        try (var client = Embedded.clientOver(line)) {
            var scans = DynamoStores.over(client, tables).scans();
            for (var i = 0; i < 5; i++) {
                assertTrue(scans.scan(code(1)).isPresent());
            }
        }
        assertTrue(line.seen(Fault.HANG) > 0);
    }

    @Test
    void writers_that_never_stop_meeting_are_told_to_come_again() {
        var line = line(1).with(Fault.CONFLICT, 1_000);
        var proposed = proposed(1);
        truth.register().keep(proposed);
        try (var client = Embedded.clientOver(line)) {
            assertThrows(Unavailable.class, () -> DynamoStores.over(client, tables)
                    .register()
                    .keep(proposed.after().check(CHECKER.id(), NOON)));
        }
        assertEquals(8, line.requests());
        assertEquals(Optional.of(proposed.after()), truth.register().find(id(1)));
    }

    @Test
    void a_scan_is_one_request() {
        var checked = proposed(1).after().check(CHECKER.id(), NOON);
        truth.register().keepAll(List.of(proposed(1), checked));
        truth.placards().issue(checked.after(), placard(1, checked.after()), Optional.empty());
        var line = line(1);
        try (var client = Embedded.clientOver(line)) {
            assertTrue(DynamoStores.over(client, tables).scans().scan(code(1)).isPresent());
        }
        assertEquals(1, line.requests());
    }
}

package xingma.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.Some.BINLAN;
import static xingma.complaint.Some.CITY;
import static xingma.complaint.Some.NOON;
import static xingma.complaint.Some.OF_BINLAN;
import static xingma.complaint.Some.OF_QINGLAN;
import static xingma.complaint.Some.QINGLAN;
import static xingma.complaint.Some.days;
import static xingma.complaint.Some.filed;
import static xingma.complaint.Some.filing;
import static xingma.complaint.Some.lock;
import static xingma.complaint.Some.number;
import static xingma.complaint.Some.row;
import static xingma.complaint.Some.sealed;
import static xingma.complaint.Some.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.Unavailable;
import xingma.aws.dynamo.BadLine.Fault;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.Step;
import xingma.complaint.caseload.CaseStores;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Complaints.Keeping;
import xingma.complaint.caseload.Complaints.Known;
import xingma.territory.HolidayNotice;

/** A case that was acknowledged is there exactly once with each of its steps, however bad the line to the store. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CasesOverABadLineTest {
    private static final int CASES = 24;
    private static final int OFFICERS = 16;
    private static final int MOST_SENDINGS = 40;

    private final Map<String, String> tables = DynamoStores.freshTables(Embedded.client());
    private final CaseStores truth = stores(Embedded.client());

    private CaseStores stores(DynamoDbClient client) {
        return DynamoStores.cases(client, tables, Some.retention(), () -> NOON);
    }

    private static BadLine line(long seed) {
        return new BadLine(AwsCrtHttpClient.create(), seed);
    }

    private static BadLine badLine(long seed) {
        return line(seed)
                .with(Fault.RESET, 50)
                .with(Fault.LOST_ANSWER, 100)
                .with(Fault.THROTTLED, 30)
                .with(Fault.FAULT_500, 40)
                .with(Fault.CONFLICT, 80);
    }

    /** As a browser does: whatever was not confirmed is sent once more, the very same. */
    private static <T> T sentUntilConfirmed(Supplier<T> step) {
        for (var sending = 1; ; sending++) {
            try {
                return step.get();
            } catch (SdkException | Unavailable notConfirmed) {
                if (sending == MOST_SENDINGS) {
                    throw notConfirmed;
                }
            }
        }
    }

    private static Keeping file(Complaints complaints, Step step, int key) {
        return sentUntilConfirmed(() -> complaints.file(step, row(step.after()), lock(key), submission(key)));
    }

    private static boolean keep(Complaints complaints, Step step) {
        return sentUntilConfirmed(() -> complaints.keep(step, row(step.after())));
    }

    private static <T> List<T> atOnce(int threads, List<Callable<T>> tasks) throws Exception {
        var outcomes = new ArrayList<T>();
        try (var pool = Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
            for (var outcome : pool.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    @Test
    void no_case_is_lost_or_filed_twice_and_no_step_is_taken_twice() throws Exception {
        var line = badLine(20261122);
        try (var client = Embedded.clientOver(line)) {
            var complaints = stores(client).complaints();
            var careers = IntStream.range(0, CASES)
                    .<Callable<Boolean>>mapToObj(i -> () -> career(complaints, i))
                    .toList();
            assertFalse(atOnce(8, careers).contains(false), "a step was refused that nobody else had taken");
        }

        for (var fault : Set.of(Fault.RESET, Fault.LOST_ANSWER, Fault.THROTTLED, Fault.FAULT_500, Fault.CONFLICT)) {
            assertTrue(line.seen(fault) > 2, () -> fault + " happened " + line.seen(fault) + " times only");
        }
        for (var i = 0; i < CASES; i++) {
            assertEquals(
                    Optional.of(new Known(submission(i), number(i))), truth.complaints().submitted("key-" + i));
            assertEquals(CITY, truth.complaints().whereabouts(number(i)).orElseThrow().unit());
            var found = truth.complaints().find(CITY, number(i)).orElseThrow();
            assertEquals(Stage.REVIEWING, found.stage());
            assertEquals(Optional.empty(), truth.complaints().find(QINGLAN, number(i)));
            assertEquals(Optional.empty(), truth.complaints().find(BINLAN, number(i)));
            assertChained(found);
        }
        assertEquals(CASES, truth.complaints().open(CITY, Optional.empty()).items().size());
        assertEquals(List.of(), truth.complaints().open(QINGLAN, Optional.empty()).items());
        assertEquals(List.of(), truth.complaints().open(BINLAN, Optional.empty()).items());
    }

    /** Filed, and sent again as after a lost answer; accepted, asked, transferred, answered there, objected to. */
    private static boolean career(Complaints complaints, int i) {
        var filed = filed(i);
        var again = file(complaints, filed, i) instanceof Keeping.Kept
                && file(complaints, filed(filing(i), days(1)), i)
                        .equals(new Keeping.AlreadyKnown(new Known(submission(i), number(i))));
        var accepted = Some.accept(filed.after());
        var asked = ((Complaint.Open) accepted.after()).ask("ask", OF_QINGLAN, days(1), sealed("有收据吗？"));
        var moved = Some.transfer(asked.after());
        var answered = ((Complaint.Handling) moved.after())
                .answer("answer", OF_BINLAN, days(2), Act.Result.UPHELD, sealed("已退还。"));
        var objected = Some.object(answered.after());
        return again
                && keep(complaints, accepted)
                && keep(complaints, asked)
                && keep(complaints, moved)
                && keep(complaints, answered)
                && keep(complaints, accepted)
                && keep(complaints, objected);
    }

    private void assertChained(Complaint complaint) {
        var lines = truth.trail().of(Step.subject(complaint.number()), 0);
        assertEquals(complaint.docket().revision(), lines.size());
        assertEquals(complaint.docket().head(), lines.getLast().hash());
        for (var i = 1; i < lines.size(); i++) {
            assertEquals(lines.get(i - 1).hash(), lines.get(i).before());
        }
    }

    @Test
    void of_sixteen_officers_over_a_bad_line_exactly_one_decides_and_knows_it() throws Exception {
        var line = badLine(16);
        try (var client = Embedded.clientOver(line)) {
            var complaints = stores(client).complaints();
            for (var i = 0; i < 4; i++) {
                var received = (Complaint.Received) Some.kept(truth.complaints(), i);
                var won = atOnce(OFFICERS, IntStream.range(0, OFFICERS)
                        .<Callable<Boolean>>mapToObj(officer -> () -> keep(
                                complaints,
                                received.accept("a" + officer, new Actor.Bureau("officer-" + officer, QINGLAN), days(1))))
                        .toList());

                assertEquals(1, won.stream().filter(w -> w).count());
                var found = truth.complaints().find(QINGLAN, number(i)).orElseThrow();
                assertEquals("a" + won.indexOf(true), found.docket().acts().getLast().id());
                assertChained(found);
            }
        }
        assertTrue(line.seen(Fault.LOST_ANSWER) > 2);
    }

    @Test
    void of_sixteen_sendings_of_one_form_over_a_bad_line_all_learn_of_one_case() throws Exception {
        try (var client = Embedded.clientOver(badLine(17))) {
            var complaints = stores(client).complaints();
            var outcomes = atOnce(OFFICERS, IntStream.range(0, OFFICERS)
                    .<Callable<Keeping>>mapToObj(i -> () -> file(complaints, filed(filing(1), days(i)), 1))
                    .toList());

            var known = new Keeping.AlreadyKnown(new Known(submission(1), number(1)));
            assertEquals(1, outcomes.stream().filter(new Keeping.Kept()::equals).count());
            assertEquals(OFFICERS - 1, outcomes.stream().filter(known::equals).count());
        }
        assertEquals(1, truth.trail().of(Step.subject(number(1)), 0).size());
    }

    @Test
    void another_officers_step_is_not_taken_for_ones_own_echo() {
        var received = (Complaint.Received) Some.kept(truth.complaints(), 1);
        var mine = received.accept("accept", OF_QINGLAN, days(1));
        var theirs = received.accept("accept", new Actor.Bureau("other", QINGLAN), days(1));
        try (var client = Embedded.clientOver(line(1).with(Fault.LOST_ANSWER, 400))) {
            assertTrue(truth.complaints().keep(theirs, row(theirs.after())));
            assertFalse(keep(stores(client).complaints(), mine));
        }
        assertEquals(Optional.of(theirs.after()), truth.complaints().find(QINGLAN, number(1)));
    }

    @Test
    void a_store_that_never_stops_conflicting_is_given_up_in_time_and_nothing_was_kept() {
        var began = Instant.now();
        var step = filed(1);
        try (var client = Embedded.clientOver(line(1).with(Fault.CONFLICT, 1_000))) {
            var complaints = stores(client).complaints();
            assertThrows(
                    Unavailable.class,
                    () -> complaints.file(step, row(step.after()), lock(1), submission(1)));
        }
        assertTrue(Duration.between(began, Instant.now()).compareTo(Duration.ofSeconds(5)) < 0);
        assertEquals(Optional.empty(), truth.complaints().submitted("key-1"));
        assertEquals(Optional.empty(), truth.complaints().whereabouts(number(1)));
        assertEquals(List.of(), truth.trail().of(Step.subject(number(1)), 0));
    }

    @Test
    void a_store_that_hangs_is_given_up_within_five_seconds() {
        var step = filed(1);
        var began = Instant.now();
        try (var client = Embedded.clientOver(line(1).with(Fault.HANG, 1_000))) {
            var complaints = stores(client).complaints();
            assertThrows(
                    SdkException.class,
                    () -> complaints.file(step, row(step.after()), lock(1), submission(1)));
        }
        assertTrue(Duration.between(began, Instant.now()).compareTo(Duration.ofSeconds(5)) < 0);
    }

    @Test
    void a_notice_over_a_bad_line_is_imported_once() {
        var notice = new HolidayNotice(2027, new TreeSet<>(), new TreeSet<>(), "example");
        var sendings = new AtomicInteger();
        try (var client = Embedded.clientOver(badLine(5).with(Fault.LOST_ANSWER, 500))) {
            var calendars =
                    new DynamoCalendars(client, tables.get("ComplaintTable"), tables.get("AuditTable"));
            for (var i = 0; i < 5; i++) {
                sentUntilConfirmed(() -> {
                    calendars.keep(notice, Some.SUPERVISOR, NOON);
                    return sendings.incrementAndGet();
                });
            }
            assertEquals(List.of(notice), sentUntilConfirmed(calendars::notices));
        }
        assertEquals(5, sendings.get());
        assertEquals(1, truth.trail().of("CALENDAR 2027", 0).size());
    }
}

package xingma.complain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.Key;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.crac.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import xingma.aws.RunningCalendar;
import xingma.aws.Settings;
import xingma.aws.http.Asked;
import xingma.aws.http.Http;
import xingma.aws.http.Reply;
import xingma.complain.window.Rush;
import xingma.complaint.window.ComplaintWindow;

/**
 * The public functions through a snapshot: one process is made, rehearses, is kept for weeks and comes back many times
 * at once. Nothing may come back with it that is one's own, secret, or of that day.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class SnapshotTest {
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("REGISTER_TABLE", "register"),
            Map.entry("COMPLAINT_TABLE", "complaints"),
            Map.entry("AUDIT_TABLE", "audit"),
            Map.entry("EVIDENCE_BUCKET", "evidence"),
            Map.entry("SEAL_KEY", "alias/seal"),
            Map.entry("CITY_CODE", "990100"),
            Map.entry("BUREAU_NAME", "云汀市卫生健康局"),
            Map.entry("BUREAU_NAME_EN", "Yunting Health Bureau"),
            Map.entry("PUBLIC_BASE_URL", "https://xm.yunting.example"),
            Map.entry("CONSOLE_BASE_URL", "https://desk.yunting.example"),
            Map.entry("HOTLINES", "12345"));

    private static final String REGION = "aws.region";

    /** Keys of AES and HMAC, digests, salts and seeds have lengths in between. */
    private static final int SHORTEST_SECRET = 12;
    private static final int LONGEST_SECRET = 64;

    private final EmptyStore before = new EmptyStore();
    private final EmptyStore after = new EmptyStore();

    /** A store in which nothing lies, and which nobody may write to. */
    private static final class EmptyStore implements DynamoDbClient {
        private final List<String> asked = new ArrayList<>();

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            asked.add("GetItem");
            return GetItemResponse.builder().build();
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            asked.add("Query");
            return QueryResponse.builder().items(List.of()).build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }

    @BeforeAll
    static void somewhere() {
        System.setProperty(REGION, "ap-east-1");
    }

    @AfterAll
    static void nowhere() {
        System.clearProperty(REGION);
    }

    private static House house(DynamoDbClient dynamo) {
        return new House(Settings.of(SETTINGS::get), dynamo);
    }

    private FileComplaint filing() {
        return new FileComplaint(house(before), () -> house(after));
    }

    private FollowComplaint following() {
        return new FollowComplaint(house(before), () -> house(after));
    }

    @Test
    void a_snapshot_of_the_form_holds_nothing_unique_and_no_secret() throws IOException {
        var function = filing();
        function.beforeCheckpoint(null);
        nothingUniqueAndNoSecret(function);
        assertEquals(Set.of("GetItem", "Query"), Set.copyOf(before.asked));
    }

    @Test
    void a_snapshot_of_the_status_holds_nothing_unique_and_no_secret() throws IOException {
        var function = following();
        function.beforeCheckpoint(null);
        nothingUniqueAndNoSecret(function);
        assertEquals(Set.of("Query"), Set.copyOf(before.asked));
    }

    private static Reach reach(Object root) {
        return Reach.of(root, SnapshotTest.class);
    }

    private static void nothingUniqueAndNoSecret(Resource function) {
        var held = reach(function);
        assertTrue(held.all(ComplaintWindow.class).size() > 0, "the walk did not reach the window");
        assertEquals(List.of(), held.all(Random.class));
        assertEquals(List.of(), held.all(UUID.class));
        assertEquals(List.of(), held.all(Key.class));
        var secrets = held.all(byte[].class).stream()
                .filter(b -> b.length >= SHORTEST_SECRET && b.length <= LONGEST_SECRET)
                .toList();
        assertEquals(0, secrets.size(), "short bytes that may be a key");
    }

    @Test
    void the_form_comes_back_with_new_connections() throws IOException {
        var function = filing();
        function.beforeCheckpoint(null);
        var held = reach(function.http);
        function.afterRestore(null);
        allNew(held, function.http);
        asksAnew(() -> function.answer(Asked.of("GET /complain").query("at", "AAAA-AAAA-AAA0")));
    }

    @Test
    void the_status_comes_back_with_new_connections() throws IOException {
        var function = following();
        function.beforeCheckpoint(null);
        var held = reach(function.http);
        function.afterRestore(null);
        allNew(held, function.http);
        asksAnew(() -> function.answer(Asked.of("GET /on-time")));
    }

    private static void allNew(Reach then, Http http) {
        var now = reach(http);
        for (var type : List.of(SdkClient.class, RunningCalendar.class, Rush.class, ComplaintWindow.class)) {
            var kept = now.all(type).stream().filter(then::holds).toList();
            assertEquals(List.of(), kept);
        }
        assertTrue(now.all(SdkClient.class).size() > 1, "the walk did not reach the clients");
    }

    private void asksAnew(Supplier<Reply> asking) {
        var asked = before.asked.size();
        assertEquals(200, asking.get().status());
        assertEquals(asked, before.asked.size());
        assertFalse(after.asked.isEmpty());
    }

    @Test
    void weeks_later_the_form_promises_as_one_that_was_made_that_day() throws IOException {
        var counter = new PublicCounter();
        var function = counter.filing();
        function.beforeCheckpoint(null);
        var then = form(function);
        counter.room.pass(Duration.ofDays(45));
        function.afterRestore(null);
        assertEquals(form(counter.filing()), form(function));
        assertNotEquals(then, form(function));
    }

    @Test
    void weeks_later_the_rates_end_with_the_month_that_it_is() throws IOException {
        var counter = new PublicCounter();
        var function = counter.following();
        function.beforeCheckpoint(null);
        counter.room.pass(Duration.ofDays(45));
        function.afterRestore(null);
        var rates = Asked.of("GET /on-time").header("accept", "application/json");
        assertEquals(counter.following().answer(rates).text(), function.answer(rates).text());
    }

    /** The form's dates; its key is its own. */
    private static String form(FileComplaint function) {
        return function.answer(Asked.of("GET /complain").header("accept", "application/json"))
                .text()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
    }

    @Test
    void the_rehearsal_leaves_no_line_and_survives_a_register_that_cannot_be_reached() throws IOException {
        var counter = new PublicCounter();
        counter.broken = true;
        counter.filing().beforeCheckpoint(null);
        counter.following().beforeCheckpoint(null);
        assertEquals(List.of(), counter.lines);
    }

    /** Keys, salts and nonces come from here; what asks the system each time has nothing that a snapshot could keep. */
    @Test
    void randomness_is_asked_of_the_system_each_time() {
        assertTrue(new SecureRandom().getAlgorithm().startsWith("NativePRNG"), new SecureRandom().getAlgorithm());
    }
}

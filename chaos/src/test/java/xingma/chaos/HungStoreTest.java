package xingma.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xingma.aws.Clients;
import xingma.engines.Access;
import xingma.engines.LocalDynamo;

/** A store that never answers is told of within five seconds, and may be asked again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HungStoreTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TOLD = Duration.ofSeconds(5);

    @Test
    void filing_status_and_desk_say_503_after_one_call_that_was_given_up(@TempDir Path work) throws Exception {
        var access = Access.fresh();
        try (var engine = LocalDynamo.inMemory(access);
                var road = BadRoad.thatHangs(engine.endpoint())) {
            var properties = new TreeMap<>(access.systemProperties());
            properties.put("aws.endpointUrlDynamoDb", road.address().toString());
            properties.put("aws.endpointUrlS3", "http://127.0.0.1:9");
            var tables = Map.of("RegisterTable", "r", "ComplaintTable", "c", "AuditTable", "a");
            var plan = new LoseNothing.Plan(1, 0, 1, 1, work, work);
            try (var counters = new Counters(
                    1, properties, LoseNothing.settings(plan, tables), work.resolve("clerk.log"))) {
                told(counters, road, "FileComplaint", Customer.event("POST /complain", json("""
                        {"key":"0d5f8c1e-7d0f-4f6a-9a53","kind":"complaint","category":"other","place":"听雨路",
                        "identity":"anonymous","words":"结账时多收了三百元，要求退还。","urgent":"no"}""")), List.of(), "GetItem");
                told(counters, road, "FollowComplaint", Customer.event("POST /status", json("""
                        {"number":"295839943416","secret":"SR294YEFRHBKH"}""")), List.of(), "UpdateItem");
                told(counters, road, "HandleComplaints", officers("GET /api/complaints"), List.of("PutItem", "Query"), "Query");
                told(counters, road, "HandleComplaints", officers("GET /api/complaints/{number}"), List.of("PutItem"), "GetItem");
            }
        }
    }

    /** Each call ends in the time it is given; so what was called tells how long somebody waited. */
    private static void told(
            Counters counters, BadRoad road, String function, ObjectNode event, List<String> aside, String call) {
        road.calls();
        var answer = counters.ask(function, event).orElseThrow();
        assertEquals(503, answer.status(), () -> event.path("routeKey") + " " + answer);
        assertTrue(answer.headers().path("retry-after").asInt() > 0, () -> "no retry-after: " + answer);
        var calls = new ArrayList<>(aside);
        calls.add(call);
        assertEquals(calls, road.calls());
        var waited = Clients.CALL.plus(Clients.ASIDE.multipliedBy(aside.size()));
        assertTrue(waited.compareTo(TOLD) < 0, () -> event.path("routeKey") + " waits for " + waited);
    }

    private static ObjectNode officers(String route) {
        var event = Customer.event(route, JSON.createObjectNode());
        event.putObject("pathParameters").put("number", "295839943416");
        ((ObjectNode) event.path("requestContext")).putObject("authorizer").putObject("jwt").putObject("claims")
                .put("sub", "luo-qing")
                .put("name", "罗青")
                .put("xingma_territory", "990102")
                .put("xingma_duties", "handler");
        return event;
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) JSON.readTree(text);
    }
}

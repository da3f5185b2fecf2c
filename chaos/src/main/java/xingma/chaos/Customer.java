package xingma.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import xingma.chaos.Counters.Answer;
import xingma.complaint.seal.Secrets;
import xingma.complaint.window.Puzzle;

/**
 * Somebody who files one complaint and does not give up: sends again with the same key until there is a receipt; some
 * press twice, some come back later, some try another text under the same key, some lose heart.
 */
final class Customer {
    /** What this one is like. */
    enum Habit { PLAIN, PRESSES_TWICE, COMES_BACK, CHANGES_THE_TEXT, LOSES_HEART, WRITES_MORE, IS_ACCEPTED }

    /** What a receipt tells. */
    record Paper(String number, String secret) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SENDINGS = 80;

    final Habit habit;
    final String key;
    final String words;
    final List<Paper> papers = Collections.synchronizedList(new ArrayList<>());
    final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final Counters counters;
    private final String puzzle;
    private final Random random;
    private final int district;

    /** @param secrets to pose the puzzle that she would have waited for in the rush */
    Customer(int index, long seed, Counters counters, Secrets secrets) {
        this.random = new Random(seed * 31 + index);
        this.habit = habit(random.nextInt(100));
        this.key = "chaos-" + Long.toHexString(seed) + "-" + "%08d".formatted(index);
        this.words = "第" + index + "件：结账时比门口公示的价格多收了" + (100 + index) + "元，要求退还。";
        this.counters = counters;
        this.puzzle = Puzzle.posed(secrets, key, Puzzle.LEAST_BITS, Instant.now().minus(Duration.ofMinutes(1))).text();
        this.district = 990102 + index % 2;
    }

    private static Habit habit(int dice) {
        if (dice < 50) {
            return Habit.PLAIN;
        }
        return dice < 60 ? Habit.PRESSES_TWICE
                : dice < 68 ? Habit.COMES_BACK
                : dice < 72 ? Habit.CHANGES_THE_TEXT
                : dice < 76 ? Habit.LOSES_HEART
                : dice < 88 ? Habit.WRITES_MORE
                : Habit.IS_ACCEPTED;
    }

    void files() throws InterruptedException {
        switch (habit) {
            case PRESSES_TWICE -> {
                var other = Thread.ofVirtual().start(this::untilReceipted);
                untilReceipted();
                other.join();
            }
            case LOSES_HEART -> receipted(sent(words));
            case CHANGES_THE_TEXT -> {
                untilReceipted();
                changesTheText();
            }
            case WRITES_MORE -> {
                untilReceipted();
                step("FollowComplaint", "POST /status/{step}", "step", "message", message(), Optional.empty());
            }
            case IS_ACCEPTED -> {
                untilReceipted();
                accepted();
            }
            case PLAIN, COMES_BACK -> untilReceipted();
        }
    }

    /** Days later, with the form still open. */
    void comesBack() {
        untilReceipted();
    }

    boolean isAcknowledged() {
        return !papers.isEmpty();
    }

    private void untilReceipted() {
        for (var sending = 0; sending < MOST_SENDINGS; sending++) {
            if (receipted(sent(words))) {
                return;
            }
            rest();
        }
        complaints.add(key + ": no receipt after " + MOST_SENDINGS + " sendings");
    }

    private boolean receipted(Optional<Answer> answer) {
        if (answer.isEmpty() || passes(answer.get())) {
            return false;
        }
        if (answer.get().status() != 201) {
            complaints.add(key + ": answered " + answer.get());
            return true;
        }
        papers.add(new Paper(text(answer.get(), "number"), text(answer.get(), "secret")));
        return true;
    }

    private void changesTheText() {
        for (var sending = 0; sending < MOST_SENDINGS; sending++) {
            var answer = sent(words + "另一件事。");
            if (answer.isPresent() && !passes(answer.get())) {
                if (answer.get().status() / 100 != 4) {
                    complaints.add(key + ": another text under the same key was answered " + answer.get().status());
                }
                return;
            }
            rest();
        }
    }

    /** Something that is told to come again, and may be. */
    private boolean passes(Answer answer) {
        if (answer.status() == 500) {
            complaints.add(key + ": an outage was taken for a defect");
        }
        return answer.status() >= 500;
    }

    private Optional<Answer> sent(String text) {
        var body = JSON.createObjectNode();
        body.put("kind", "complaint").put("category", "other").put("district", Integer.toString(district));
        body.put("place", "听雨路桥下的诊所").put("identity", "confidential").put("phone", "13800000000");
        body.put("words", text).put("urgent", "no").put("puzzle", puzzle);
        var event = event("POST /complain", body);
        ((ObjectNode) event.path("headers")).put("idempotency-key", key);
        return counters.ask("FileComplaint", event);
    }

    private ObjectNode message() {
        var paper = papers.getFirst();
        return JSON.createObjectNode()
                .put("number", paper.number)
                .put("secret", paper.secret)
                .put("id", id("message"))
                .put("message", "补充：收据还在。");
    }

    private void accepted() {
        step(
                "HandleComplaints", "POST /api/complaints/{number}/{move}", "move", "accept",
                JSON.createObjectNode().put("id", id("accept")), Optional.of(papers.getFirst().number));
    }

    /** The same for one key and step, whoever sends it and however often. */
    private String id(String step) {
        return UUID.nameUUIDFromBytes((step + key).getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
    }

    private void step(
            String function, String route, String parameter, String value, ObjectNode body, Optional<String> number) {
        var event = event(route, body);
        var parameters = event.putObject("pathParameters").put(parameter, value);
        number.ifPresent(n -> parameters.put("number", n));
        if (number.isPresent()) {
            ((ObjectNode) event.path("requestContext")).putObject("authorizer").putObject("jwt").putObject("claims")
                    .put("sub", "handler-" + district)
                    .put("name", "经办员")
                    .put("xingma_territory", Integer.toString(district))
                    .put("xingma_duties", "handler");
        }
        for (var sending = 0; sending < MOST_SENDINGS; sending++) {
            var answer = counters.ask(function, event);
            if (answer.isPresent() && !passes(answer.get())) {
                if (answer.get().status() != 200) {
                    complaints.add(key + ": " + value + " was answered " + answer.get());
                }
                return;
            }
            rest();
        }
        complaints.add(key + ": " + value + " was never answered");
    }

    static ObjectNode event(String route, ObjectNode body) {
        var path = route.substring(route.indexOf(' ') + 1);
        var event = JSON.createObjectNode().put("version", "2.0").put("routeKey", route).put("rawPath", path);
        event.put("rawQueryString", "").put("isBase64Encoded", false).put("body", body.toString());
        event.putObject("headers").put("content-type", "application/json").put("accept", "application/json");
        event.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("routeKey", route)
                .putObject("http")
                .put("method", route.substring(0, route.indexOf(' ')))
                .put("path", path)
                .put("sourceIp", "203.0.113.7");
        return event;
    }

    private static String text(Answer answer, String field) {
        return answer.body().path(field).asText();
    }

    private static void rest() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(20, 200));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

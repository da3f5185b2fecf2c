package xingma.complain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.receipt.Tries;
import xingma.pages.Some;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class FileComplaintTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "3f2b8a52-0f0e-4a7a-9a53-0c2c1f1a1b77";
    private static final String NOTICE = "2026-11-22;contact=90d;words=36m;evidence=12m";
    private static final String WORDS = "给我打针的不是周医生，是一位姓白的女士。";

    private final PublicCounter counter = new PublicCounter();
    private final FileComplaint files = counter.filing();
    private final FollowComplaint follows = counter.following();

    private static Map<String, String> filing() {
        var filing = new LinkedHashMap<String, String>();
        filing.put("key", KEY);
        filing.put("kind", "report");
        filing.put("category", "not-this-person");
        filing.put("placard", Some.CODE.value());
        filing.put("practitioner", "0417");
        filing.put("identity", "confidential");
        filing.put("phone", "138 0000 5678");
        filing.put("words", WORDS);
        filing.put("urgent", "no");
        return filing;
    }

    private static Map<String, String> form() {
        var form = filing();
        form.put("notice", NOTICE);
        form.put("name", "");
        form.put("l", "zh-Hans");
        return form;
    }

    private Reply sent(Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(f -> f.getKey() + '=' + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return files.answer(Asked.of("POST /complain")
                .header("content-type", "application/x-www-form-urlencoded")
                .header("accept", "text/html")
                .body(body));
    }

    private Reply posted(Map<String, String> filing) {
        return files.answer(Asked.of("POST /complain").header("content-type", "application/json").body(json(filing)));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode read(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException malformed) {
            throw new AssertionError(reply.text(), malformed);
        }
    }

    private Reply followed(String step, Map<String, String> held) {
        return follows.answer(Asked.of(step.isEmpty() ? "POST /status" : "POST /status/{step}")
                .parameter("step", step)
                .header("content-type", "application/json")
                .body(json(held)));
    }

    private Map<String, String> held(JsonNode receipt) {
        return new LinkedHashMap<>(
                Map.of("number", receipt.path("number").asText(), "secret", receipt.path("secret").asText()));
    }

    @Test
    void the_form_knows_the_place_the_person_and_what_is_wrong() {
        var page = files.answer(Asked.of("GET /complain")
                        .query("at", Some.CODE.value())
                        .query("person", "0417")
                        .header("accept", "text/html"))
                .text();
        assertTrue(page.contains("云汀青禾医疗美容门诊部") && page.contains("周砚宁") && page.contains("做项目的不是本人"));
        assertEquals(1, page.split(" required", -1).length - 1, "the words; a telephone only of who is not anonymous");
        assertTrue(Pattern.compile("name=\"key\" value=\"[0-9a-f-]{36}\"").matcher(page).find());
    }

    // ---- to be told by telephone -------------------------------------------------------------------------------

    @Test
    void nobody_is_told_by_telephone_who_did_not_ask_for_it_when_filing() {
        var receipt = read(posted(filing()));
        assertFalse(read(followed("", held(receipt))).path("notified").asBoolean());

        var asking = filing();
        asking.put("key", UUID.randomUUID().toString());
        asking.put("notify", "yes");
        var status = read(followed("", held(read(posted(asking)))));
        assertTrue(status.path("notified").asBoolean());
    }

    @Test
    void who_is_anonymous_or_leaves_a_landline_is_told_that_no_message_comes_there() {
        var anonymous = filing();
        anonymous.put("identity", "anonymous");
        anonymous.put("notify", "yes");
        assertEquals("complaint.notify.anonymous", read(posted(anonymous)).path("code").asText());
        var landline = filing();
        landline.put("phone", "0571-87654321");
        landline.put("notify", "yes");
        assertEquals("complaint.notify.mobile", read(posted(landline)).path("code").asText());
        landline.put("notify", "no");
        assertEquals(201, posted(landline).status());
    }

    @Test
    void a_complainant_opts_out_and_in_again_with_her_receipt() {
        var asking = filing();
        asking.put("notify", "yes");
        var held = held(read(posted(asking)));
        held.put("id", UUID.randomUUID().toString());
        held.put("notify", "no");
        var out = read(followed("notify", held));
        assertEquals("notify", out.path("outcome").asText());
        assertFalse(out.path("notified").asBoolean());
        assertTrue(out.path("acts").toString().contains("NotificationChosen"));
        held.put("id", UUID.randomUUID().toString());
        held.put("notify", "yes");
        assertTrue(read(followed("notify", held)).path("notified").asBoolean());
        held.put("notify", "perhaps");
        assertEquals("step.notify.missing", read(followed("notify", held)).path("code").asText());
    }

    @Test
    void each_form_has_a_key_of_its_own() {
        var forms = List.of(Asked.of("GET /complain"), Asked.of("GET /complain")).stream()
                .map(a -> read(files.answer(a.header("accept", "application/json"))).path("key").asText())
                .distinct()
                .count();
        assertEquals(2, forms);
    }

    @Test
    void a_form_becomes_a_receipt_with_unit_day_and_square() {
        var reply = sent(form());
        assertEquals(200, reply.status());
        var page = reply.text();
        assertTrue(page.contains("已收到") && page.contains("青岚区卫生健康局") && page.contains("138****5678"));
        assertTrue(page.contains("最迟12月1日") && page.contains("role=\"img\""));
        assertEquals("no-store", reply.headers().get("cache-control"));
        assertTrue(reply.headers().get("content-security-policy").contains("script-src 'self'"));
        assertFalse(page.contains("href=\"/status#"), "the secret is in the square alone");
    }

    @Test
    void the_same_as_data_gives_the_same_receipt() {
        var page = sent(form()).text();
        var receipt = read(posted(filing()));
        var spoken = receipt.path("number").asText().replaceAll("(.{4})(.{4})(.{4})", "$1 $2 $3");
        assertTrue(page.contains(spoken), spoken);
        assertEquals("2026-12-01", receipt.path("due").path("day").asText());
        assertEquals("990102", receipt.path("unit").path("code").asText());
        assertEquals(1, counter.room.complaints.open(Some.QINGLAN.code(), Optional.empty()).items().size());
    }

    @Test
    void another_body_with_the_key_is_refused_and_may_be_sent_as_a_new_one() {
        posted(filing());
        var other = form();
        other.put("words", "这是另一件事，与上面那件没有关系。");
        var reply = sent(other);
        assertEquals(422, reply.status());
        assertTrue(reply.text().contains("这是另一件事") && !reply.text().contains("value=\"" + KEY));
        var data = filing();
        data.put("words", "这是另一件事，与上面那件没有关系。");
        assertEquals("key.used", read(posted(data)).path("code").asText());
    }

    @Test
    void an_emergency_files_nothing_and_keeps_the_text() {
        var urgent = form();
        urgent.put("urgent", "yes");
        var reply = sent(urgent);
        assertEquals(200, reply.status());
        assertTrue(reply.text().contains("tel:120") && reply.text().contains(WORDS));
        assertTrue(counter.room.complaints.open(Some.QINGLAN.code(), Optional.empty()).items().isEmpty());
        var data = filing();
        data.put("urgent", "yes");
        assertEquals(422, posted(data).status());
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_what_was_typed_stays() {
        var wrong = form();
        wrong.put("words", "不是她");
        wrong.put("phone", "1380000123");
        var reply = sent(wrong);
        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("还差两处") && reply.text().contains("您写的内容都还在"));
        assertTrue(reply.text().contains("不是她</textarea>") && reply.text().contains("value=\"1380000123\""));
        assertTrue(reply.text().contains("value=\"" + KEY), "the key stays with the form");
    }

    @Test
    void two_things_must_be_given_and_of_somebody_anonymous_one() {
        var bare = new LinkedHashMap<>(form());
        List.of("words", "phone", "name", "notice").forEach(bare::remove);
        assertTrue(sent(bare).text().contains("还差两处"));
        bare.put("identity", "anonymous");
        assertTrue(sent(bare).text().contains("还差一处"));
        bare.put("words", WORDS);
        assertEquals(200, sent(bare).status());
    }

    @Test
    void the_case_keeps_which_notice_was_shown() {
        sent(form());
        var filing = counter.room.complaints.open(Some.QINGLAN.code(), Optional.empty()).items().getFirst();
        var complaint = counter.room.complaints.find(Some.QINGLAN.code(), filing.number()).orElseThrow();
        assertEquals(Optional.of(NOTICE), complaint.filing().notice());
    }

    @Test
    void what_is_typed_never_becomes_markup() {
        var nasty = form();
        nasty.put("words", "</textarea><script>alert(1)</script>");
        nasty.put("phone", "\"><svg onload=alert(1)>");
        var page = sent(nasty).text();
        assertFalse(page.contains("<script>alert") || page.contains("<svg onload"));
    }

    @Test
    void an_unknown_place_goes_to_the_district_that_was_chosen_or_to_the_city() {
        var elsewhere = filing();
        elsewhere.remove("placard");
        elsewhere.remove("practitioner");
        elsewhere.put("place", "听雨路桥下的诊所");
        elsewhere.put("category", "other");
        elsewhere.put("district", "unknown");
        assertEquals("990100", read(posted(elsewhere)).path("unit").path("code").asText());
        elsewhere.put("key", "another-key-of-a-form");
        elsewhere.put("district", "990103");
        assertEquals("990103", read(posted(elsewhere)).path("unit").path("code").asText());
    }

    @Test
    void data_is_strict() {
        var more = filing();
        more.put("stars", "5");
        assertEquals("field.unknown", read(posted(more)).path("code").asText());
        var keyless = filing();
        keyless.remove("key");
        assertEquals("key.malformed", read(posted(keyless)).path("code").asText());
        assertEquals(415, files.answer(Asked.of("POST /complain").body("x")).status());
    }

    @Test
    void a_flood_at_one_placard_asks_for_work_or_a_short_wait_and_turns_nobody_away() {
        for (var i = 0; i < 6; i++) {
            var filing = filing();
            filing.put("key", "a-key-in-a-flood-" + i);
            filing.put("identity", "anonymous");
            posted(filing);
        }
        var held = sent(form());
        assertEquals(429, held.status());
        assertTrue(held.text().contains(WORDS) && held.headers().containsKey("retry-after"));
        var puzzle = held.text().replaceAll("(?s).*name=\"puzzle\" value=\"([^\"]+)\".*", "$1");
        var waiting = form();
        waiting.put("puzzle", puzzle);
        waiting.put("answer", "");
        assertEquals(429, sent(waiting).status());
        counter.room.pass(Duration.ofSeconds(16));
        assertEquals(200, sent(waiting).status());
    }

    @Test
    void a_store_that_does_not_answer_gives_the_form_back_with_the_same_key() {
        counter.broken = true;
        var reply = sent(form());
        assertEquals(503, reply.status());
        assertTrue(reply.text().contains(WORDS) && reply.text().contains("value=\"" + KEY));
        assertTrue(reply.text().contains("还没有确认收到"));
    }

    @Test
    void the_receipts_holder_sees_the_case_and_takes_steps() {
        var held = held(read(posted(filing())));
        assertEquals("received", read(followed("", held)).path("stage").asText());
        held.put("id", "step-0001");
        held.put("message", "收据还在我这里。");
        var said = read(followed("message", held));
        assertEquals("message", said.path("outcome").asText());
        assertEquals("收据还在我这里。", said.path("acts").path(1).path("words").asText());
        held.put("reason", "早了一点。");
        held.put("id", "step-0002");
        assertEquals(409, followed("object", held).status());
    }

    @Test
    void a_wrong_secret_and_nobodys_number_are_answered_alike() {
        var held = held(read(posted(filing())));
        var other = xingma.complaint.receipt.Receipt.drawn(counter.room.secrets, "some-other-key-of-a-form", 0);
        held.put("secret", other.secret());
        var wrong = followed("", held);
        var nobodys = followed("", Map.of("number", other.number().value(), "secret", other.secret()));
        assertEquals(404, wrong.status());
        assertEquals(wrong.text(), nobodys.text());
        assertEquals(wrong.headers(), nobodys.headers());
    }

    @Test
    void no_log_line_holds_a_word_a_number_or_a_secret() {
        var receipt = read(posted(filing()));
        followed("", held(receipt));
        for (var line : counter.lines) {
            assertFalse(line.contains(receipt.path("number").asText()) || line.contains(receipt.path("secret").asText()));
            assertFalse(line.contains("5678") || line.contains("周医生"));
        }
        assertTrue(counter.lines.size() >= 4);
    }

    @Test
    void ten_secrets_an_hour_may_be_tried_and_the_same_one_again_is_one() {
        var right = held(read(posted(filing())));
        var wrong = new LinkedHashMap<>(right);
        for (var i = 0; i < Tries.MOST; i++) {
            wrong.put("secret", Receipt.drawn(counter.room.secrets, "guess " + i, 0).secret());
            for (var again = 0; again < 2 * Tries.MOST; again++) {
                assertEquals(404, followed("", wrong).status());
            }
        }
        wrong.put("secret", Receipt.drawn(counter.room.secrets, "one more", 0).secret());
        assertEquals(429, followed("", wrong).status());
        assertEquals(429, followed("", right).status());
    }
}

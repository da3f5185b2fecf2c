package xingma.rate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.rate.RatingCounter.code;
import static xingma.rate.RatingCounter.id;
import static xingma.rate.RatingCounter.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.aws.log.Log;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.RatedTown;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.exhibit.ExhibitCleaning;
import xingma.evaluation.exhibit.ExhibitPlace;
import xingma.picture.Picture;
import xingma.territory.Duty;
import xingma.territory.Officer;

/** Photos and documents over the line: asked for, sent, cleaned as the bucket reports, named on sheets, opened. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SheetExhibitsTest {
    private static final String OWN = "/api/own/evaluations/{evaluation}/exhibits";
    private static final String PANEL = "/api/panels/{evaluation}/exhibits";
    private static final String OFFICE = "/api/evaluations/{evaluation}/exhibits";

    private final RatingCounter counter = new RatingCounter();
    private final RatedTown town = counter.town;
    private final List<String> lines = new ArrayList<>();
    private final CleanExhibits cleaning = new CleanExhibits(
            "exhibits",
            new ExhibitCleaning(counter.exhibits, counter.folders, attempt -> {}),
            new Log(lines::add, Clock.systemUTC()));

    private static byte[] file(String name) throws IOException {
        try (var in = Picture.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static Asked about(Asked asked, EvaluationId evaluation) {
        return asked.parameter("evaluation", evaluation.toString());
    }

    private static Asked about(Asked asked, EvaluationId evaluation, String digest) {
        return about(asked, evaluation).parameter("exhibit", digest).header("accept", "application/json");
    }

    private Reply asks(Asked asked, EvaluationId evaluation, String file, String clause) {
        return counter.ask(about(asked, evaluation).body(RatingCounter.text(Map.of("id", file, "clause", clause))));
    }

    private static Asked own(String method, String more) {
        return RatingCounter.institution(method + " " + OWN + more);
    }

    private static Asked expert(String expert, String method, String more) {
        return RatingCounter.expert(expert, method + " " + PANEL + more);
    }

    /** As Amazon S3 reports it. */
    private void reported(String bucket, String key) throws IOException {
        var event = "{\"id\":\"17793124-05d4-b198-2fde-7ededc63b103\",\"detail-type\":\"Object Created\",\"source\":\"aws.s3\","
                + "\"detail\":{\"bucket\":{\"name\":\"" + bucket + "\"},\"object\":{\"key\":\"" + key + "\",\"size\":5}}}";
        cleaning.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), OutputStream.nullOutputStream(), null);
    }

    /** What the list tells of the file that was sent with this form. */
    private JsonNode sent(Asked asking, Asked listing, EvaluationId evaluation, String clause, byte[] bytes) throws IOException {
        var file = id();
        var asked = json(asks(asking, evaluation, file, clause));
        assertEquals("awaited", asked.path("state").asText(), asked::toString);
        var key = asked.at("/form/fields/key").asText();
        counter.exhibits.send(ExhibitPlace.ofRawKey(key).orElseThrow(), bytes);
        reported("exhibits", key);
        for (var each : json(counter.ask(about(listing, evaluation))).path("files")) {
            if (each.path("id").asText().equals(file)) {
                return each;
            }
        }
        throw new AssertionError("the list does not know the file");
    }

    private JsonNode sent(EvaluationId evaluation, String clause, byte[] bytes) throws IOException {
        return sent(own("POST", ""), own("GET", ""), evaluation, clause, bytes);
    }

    private static String naming(String digest, int seen) {
        return "{\"change\":\"" + id() + "\",\"seen\":" + seen + ",\"points\":50,\"reason\":\"不全\",\"exhibits\":[{\"sha256\":\""
                + digest + "\",\"taken\":\"2026-11-20T04:00:00Z\"}]}";
    }

    @Test
    void an_institution_sends_a_photo_names_it_at_a_clause_and_looks_at_it() throws IOException {
        var evaluation = town.begun();

        var kept = sent(evaluation, "A1", file("turned-6.jpg"));

        assertEquals("kept jpeg A1", kept.path("state").asText() + " " + kept.path("kind").asText() + " " + kept.path("clause").asText());
        var digest = kept.path("sha256").asText();
        var saved = json(counter.save(evaluation, "A1", naming(digest, 0)));
        assertEquals(digest, saved.at("/clause/exhibits/0/sha256").asText());
        assertEquals("2026-11-20T04:00:00Z", saved.at("/clause/exhibits/0/taken").asText());
        var address = json(counter.ask(about(own("GET", "/{exhibit}"), evaluation, digest))).path("url").asText();
        assertTrue(address.contains("/clean/" + evaluation + "/"), address);
        var followed = counter.ask(about(own("GET", "/{exhibit}"), evaluation).parameter("exhibit", digest));
        assertEquals(303, followed.status());
    }

    @Test
    void the_same_asked_again_is_the_same_file_before_and_after_it_is_sent() throws IOException {
        var evaluation = town.begun();
        var file = id();
        var first = json(asks(own("POST", ""), evaluation, file, "A1"));
        var again = json(asks(own("POST", ""), evaluation, file, "A1"));
        assertEquals(first, again);
        var key = first.at("/form/fields/key").asText();
        counter.exhibits.send(ExhibitPlace.ofRawKey(key).orElseThrow(), file("grey.png"));
        reported("exhibits", key);
        reported("exhibits", key);
        var after = json(asks(own("POST", ""), evaluation, file, "A1"));
        assertEquals("kept", after.path("state").asText());
        assertFalse(after.has("form"), "nothing is to be sent any more");
        assertEquals(1, json(counter.ask(about(own("GET", ""), evaluation))).path("files").size());
        assertEquals(1, lines.size());
    }

    @Test
    void a_refused_file_is_told_with_its_reason_and_cannot_be_named() throws IOException {
        var evaluation = town.begun();

        var refused = sent(evaluation, "A1", "MZ program".getBytes(UTF_8));

        assertEquals("refused file.kind", refused.path("state").asText() + " " + refused.path("code").asText());
        assertTrue(refused.path("chinese").asText().contains("PDF"));
        assertTrue(counter.exhibits.files().isEmpty());
        assertTrue(lines.getFirst().contains("\"found\":\"REFUSED_KIND\""), lines::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}",
        "{\"id\":\"1\",\"clause\":\"A1\"}",
        "{\"id\":\"0B3F6D4E-5B0A-4F0E-9A51-6D6F0A4F8D11\",\"clause\":\"A1\"}",
        "{\"id\":\"0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11\"}",
        "{\"id\":\"0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11\",\"clause\":1}",
        "{\"id\":\"0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11\",\"clause\":\"A1\",\"clause\":\"B1\"}",
        "{\"id\":\"0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11\",\"clause\":\"A1\",\"key\":\"raw/x\"}",
        "[]"
    })
    void a_malformed_ask_is_refused(String body) {
        var evaluation = town.begun();
        assertEquals(400, counter.ask(about(own("POST", ""), evaluation).body(body)).status());
        assertTrue(json(counter.ask(about(own("GET", ""), evaluation))).path("files").isEmpty());
    }

    @Test
    void a_clause_that_is_not_there_and_a_clause_that_is_full_are_refused_by_name() {
        var evaluation = town.begun();
        assertEquals("422 reference.unknown", code(asks(own("POST", ""), evaluation, id(), "Z9")));
        asks(own("POST", ""), evaluation, id(), "A1");
        asks(own("POST", ""), evaluation, id(), "A1");
        assertEquals("409 exhibits.clauseFull", code(asks(own("POST", ""), evaluation, id(), "A1")));
        var told = json(counter.ask(about(own("GET", ""), evaluation)));
        assertEquals("2 5 1048576", told.path("perClause") + " " + told.path("perWriter") + " " + told.path("largest"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "0A0A", "raw%2Fx", "0000000000000000000000000000000000000000000000000000000000000000"})
    void what_is_no_file_of_the_evaluation_is_named_by_nobody_and_opened_by_nobody(String digest) {
        var evaluation = town.begun();
        var refused = counter.save(evaluation, "A1", naming(digest, 0));
        assertEquals("400 exhibit.unknown", code(refused));
        assertEquals("exhibits[0].sha256", json(refused).path("field").asText());
        assertEquals("404 exhibit.unknown", code(counter.ask(about(own("GET", "/{exhibit}"), evaluation, digest))));
    }

    @Test
    void more_than_a_clause_takes_and_the_same_file_twice_are_refused() throws IOException {
        var evaluation = town.begun();
        var a = sent(evaluation, "A1", file("grey.png")).path("sha256").asText();
        var twice = "{\"change\":\"" + id() + "\",\"seen\":0,\"points\":50,\"reason\":\"不全\",\"exhibits\":[{\"sha256\":\"" + a
                + "\"},{\"sha256\":\"" + a + "\"}]}";
        assertEquals("400 exhibit.twice", code(counter.save(evaluation, "A1", twice)));
        var many = twice.replace("]}", ",{\"sha256\":\"" + a + "\"}]}");
        assertEquals("400 exhibits.many", code(counter.save(evaluation, "A1", many)));
    }

    @Test
    void a_file_that_is_named_stays_and_one_that_is_not_is_taken_out_twice_as_once() throws IOException {
        var evaluation = town.begun();
        var named = sent(evaluation, "A1", file("grey.png")).path("sha256").asText();
        var other = sent(evaluation, "A1", file("grey.jpg")).path("sha256").asText();
        counter.save(evaluation, "A1", naming(named, 0));
        assertEquals("409 exhibit.named", code(counter.ask(about(own("DELETE", "/{exhibit}"), evaluation, named))));
        var left = json(counter.ask(about(own("DELETE", "/{exhibit}"), evaluation, other)));
        assertEquals(left, json(counter.ask(about(own("DELETE", "/{exhibit}"), evaluation, other))));
        assertEquals(1, left.path("files").size());
    }

    @Test
    void proofs_of_mending_are_named_likewise_and_the_office_opens_them() throws IOException {
        var evaluation = town.begun();
        var plan = json(counter.step(evaluation, "plan", Map.of(
                        "id", id(), "clause", "A1", "words", "补齐", "due", "2026-12-01")))
                .at("/plans/0/id").asText();
        var photo = sent(evaluation, "A1", file("lossy.webp")).path("sha256").asText();
        var proof = Map.of("id", id(), "plan", plan, "words", "已补齐", "exhibits", List.of(Map.of("sha256", photo)));
        assertEquals(200, counter.step(evaluation, "prove", proof).status());
        assertEquals(200, counter.step(evaluation, "prove", proof).status());

        var listed = json(counter.ask(about(RatingCounter.by(RatedTown.ORGANISER, "GET " + OFFICE), evaluation)));

        assertEquals(1, listed.path("items").size());
        assertEquals("institution", listed.at("/items/0/from").asText());
        var opening = RatingCounter.by(RatedTown.CHECKER, "GET " + OFFICE + "/{exhibit}");
        assertTrue(json(counter.ask(about(opening, evaluation, photo))).path("url").asText().contains(photo));
        var elsewhere = new Officer(
                "pan", "潘", RatedTown.BINLAN, Set.of(Duty.ORGANISER));
        assertEquals(
                "404 evaluation.unknown",
                code(counter.ask(about(RatingCounter.by(elsewhere, "GET " + OFFICE + "/{exhibit}"), evaluation, photo))));
        var noDuty = new Officer(
                "lu", "陆", RatedTown.QINGLAN, Set.of(Duty.REGISTRAR));
        assertEquals("403 officer.duty", code(counter.ask(about(RatingCounter.by(noDuty, "GET " + OFFICE), evaluation))));
    }

    @Test
    void an_experts_photo_is_the_experts_alone_while_others_score() throws IOException {
        var evaluation = town.begun();
        var institutions = sent(evaluation, "A1", file("grey.png")).path("sha256").asText();
        counter.save(evaluation, "A1", naming(institutions, 0));
        counter.save(evaluation, "B1", "{\"change\":\"" + id() + "\",\"seen\":0,\"points\":40}");
        counter.step(evaluation, "apply", Map.of("id", id(), "declaration", RatedTown.TRUE, "signatory", "乔鹤广"));
        var panel = RatedTown.done(town.office.move(RatedTown.ORGANISER, evaluation, new OfficeMove.DrawPanel(id())))
                .proceedings().panel().orElseThrow().experts();
        var first = panel.getFirst();
        var second = panel.get(1);
        assertEquals(
                "409 interest.notDeclared", code(asks(expert(first, "POST", ""), evaluation, id(), "A1")));
        panel.forEach(e -> counter.panelStep(e, evaluation, "declare", Map.of("id", id())));

        var photo = sent(expert(first, "POST", ""), expert(first, "GET", ""), evaluation, "A1", file("grey.jpg"))
                .path("sha256").asText();
        var queued = Map.<String, Object>of(
                "clause", "A1", "change", id(), "seen", 0, "points", 50, "reason", "不全",
                "exhibits", List.of(Map.of("sha256", photo)));
        assertEquals("saved", json(counter.queue(first, evaluation, List.of(queued))).at("/items/0/result").asText());
        var othersName = counter.queue(second, evaluation, List.of(queued));
        assertEquals("400 exhibit.unknown", code(othersName));
        assertEquals("saves[0].exhibits[0].sha256", json(othersName).path("field").asText());

        var list = json(counter.ask(about(expert(second, "GET", ""), evaluation)));
        assertEquals("[]", list.path("files").toString());
        assertEquals(institutions, list.at("/shown/0/sha256").asText());
        assertEquals(1, list.path("shown").size());
        assertEquals(200, counter.ask(about(expert(second, "GET", "/{exhibit}"), evaluation, institutions)).status());
        assertEquals(404, counter.ask(about(expert(second, "GET", "/{exhibit}"), evaluation, photo)).status());
        assertEquals(404, counter.ask(about(own("GET", "/{exhibit}"), evaluation, photo)).status());
        assertEquals(200, counter.ask(about(expert(first, "GET", "/{exhibit}"), evaluation, photo)).status());
        var stranger = List.of("e1", "e2", "e3", "e4", "f1", "f2", "f3", "f4").stream()
                .filter(e -> !panel.contains(e))
                .findFirst()
                .orElseThrow();
        assertEquals("404 evaluation.unknown", code(counter.ask(about(expert(stranger, "GET", ""), evaluation))));
    }

    @Test
    void a_report_of_another_bucket_or_key_wakes_somebody() {
        assertThrows(IllegalArgumentException.class, () -> reported("evidence", "raw/x"));
        assertThrows(IllegalArgumentException.class, () -> reported("exhibits", "clean/0123456789abcdef0123-1/x/y"));
        assertThrows(IllegalArgumentException.class, () -> reported("exhibits", "raw/anything"));
    }
}

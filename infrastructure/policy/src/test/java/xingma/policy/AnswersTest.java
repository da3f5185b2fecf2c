package xingma.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.engines.Template.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xingma.local.LocalCity;
import xingma.local.Options;
import xingma.local.People;

/** The running city answers what the description says: each answer in a walk through the routes is held to its schema. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static LocalCity city;
    private static String registrar;
    private static String checker;
    private static String supervisor;
    private static String auditor;

    private final List<String> breaches = new ArrayList<>();
    private final TreeSet<String> asked = new TreeSet<>();

    @BeforeAll
    static void the_city_runs() {
        city = LocalCity.start(Options.anywhere(House.ROOT, folder));
        var first = city.people().with("registrar", "990100", List.of());
        registrar = city.token(first);
        checker = city.token(city.people().with("checker", "990100", List.<People.Person>of(first)));
        supervisor = city.token(city.people().with("supervisor", "990100", List.of()));
        auditor = city.token(city.people().with("auditor", "990100", List.of()));
    }

    @AfterAll
    static void the_city_rests() {
        city.close();
    }

    @Test
    void every_answer_is_as_described() throws Exception {
        get("/api/me", "/api/me");
        get("/api/kinds", "/api/kinds");
        get("/api/templates/{file}", "/api/templates/medical-institution.csv");
        get("/api/imports/{id}", "/api/imports/unknown");
        imported();
        var institution = get("/api/institutions", "/api/institutions").path("items").path(0).path("id").asText();
        corrected(institution);
        placards(institution);
        sheets();
        audited();
        publicPages();
        complaints();
        desk();
        rated();
        standardsKept();

        assertEquals(List.of(), breaches);
        var all = new TreeSet<String>();
        Description.operations().forEach(o -> all.add(o.route()));
        all.removeAll(asked);
        // Kept out of this walk: it needs a picture.
        all.remove("PUT /api/institutions/{id}/people/{code}/photo");
        assertEquals(new TreeSet<String>(), all);
    }

    private void imported() throws Exception {
        var faulty = upload("faulty.xlsx");
        get("/api/imports/{id}/annotated.xlsx", "/api/imports/" + faulty + "/annotated.xlsx");
        repeat("/api/imports/{id}/propose", "/api/imports/" + faulty + "/propose", registrar, "");
        repeat("/api/imports/{id}/refuse", "/api/imports/" + faulty + "/refuse", checker, "{\"reason\": \"试填\"}");
        repeat("/api/imports/{id}/propose", "/api/imports/" + upload("faulty.xlsx") + "/propose", registrar, "");
        repeat("/api/imports/{id}/withdraw", "/api/imports/" + faulty + "/withdraw", registrar, "");
        post("/api/imports/{id}/withdraw", "/api/imports/" + faulty + "/withdraw", checker, "");
        get("/api/imports/{id}", "/api/imports/" + faulty);
        var id = upload("pilot-66.xlsx");
        get("/api/imports", "/api/imports");
        get("/api/imports/{id}", "/api/imports/" + id);
        repeat("/api/imports/{id}/propose", "/api/imports/" + id + "/propose", registrar, "");
        get("/api/changes", "/api/changes");
        post("/api/imports/{id}/check", "/api/imports/" + id + "/check", registrar, "");
        repeat("/api/imports/{id}/check", "/api/imports/" + id + "/check", checker, "");
    }

    private String upload(String file) throws Exception {
        try (var sheet = LocalCity.class.getResourceAsStream("/xingma/sample/" + file)) {
            var request = to("/api/imports", registrar)
                    .header("content-type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                    .header("x-file-name", file)
                    .POST(BodyPublishers.ofByteArray(sheet.readAllBytes()));
            return send("/api/imports", request).path("id").asText();
        }
    }

    private void corrected(String id) throws Exception {
        var path = "/api/institutions/" + id;
        var change = proposed(id, "云石路18号");
        get("/api/changes", "/api/changes");
        get("/api/institutions/{id}", path);
        post("/api/institutions/{id}/changes/{change}/check", path + "/changes/" + change + "/check", registrar, "");
        post("/api/institutions/{id}/changes/{change}/check", path + "/changes/" + change + "/check", checker, "");
        var refused = proposed(id, "云石路19号");
        post("/api/institutions/{id}/changes/{change}/refuse", path + "/changes/" + refused + "/refuse", checker, "{\"reason\": \"与证照不一致\"}");
        get("/api/institutions/{id}/history", path + "/history");
        get("/api/institutions/{id}", path);
        post("/api/institutions/{id}/changes", path + "/changes", registrar, "{\"id\": 1}");
        get("/api/institutions/{id}", "/api/institutions/unknown");
        get("/api/institutions", "/api/institutions?state=nonsense");
    }

    private String proposed(String id, String address) throws Exception {
        var path = "/api/institutions/" + id;
        var revision = get("/api/institutions/{id}", path).path("revision").asLong();
        var body = JSON.writeValueAsString(Map.of(
                "id", UUID.randomUUID().toString(),
                "revision", revision,
                "source", "变更登记申请",
                "edits", List.of(Map.of("path", "premises//address", "value", address))));
        return post("/api/institutions/{id}/changes", path + "/changes", registrar, body)
                .path("pending").path("id").asText();
    }

    private void placards(String institution) throws Exception {
        post("/api/placards", "/api/placards", registrar, "{\"institutions\": [\"" + institution + "\"]}");
        repeat("/api/placards", "/api/placards", registrar, "{\"district\": \"990102\"}");
        post("/api/placards", "/api/placards", registrar, "{}");
        var items = get("/api/placards", "/api/placards?district=990102").path("items");
        var path = "/api/placards/" + items.path(0).path("code").asText();
        get("/api/placards/{code}", path);
        post("/api/placards/{code}/posting", path + "/posting", registrar, "{\"step\": \"printed\", \"note\": \"\", \"photo\": null}");
        post("/api/placards/{code}/posting", path + "/posting", registrar, "{\"step\": \"flown\"}");
        get("/api/placards/{code}/photo", path + "/photo");
        get("/api/placards/images.zip", "/api/placards/images.zip?district=990102");
        get("/api/placards/images.zip", "/api/placards/images.zip?district=330102");
        get("/api/placards/{code}/image.svg", path + "/image.svg");
        get("/api/placards/{code}/image.png", path + "/image.png");
        get("/api/placards/{code}/sheet.pdf", path + "/sheet.pdf?format=a5");
        get("/api/placards/{code}/sheet.pdf", path + "/sheet.pdf?format=a3");
        get("/api/placards/{code}", "/api/placards/nonsense");
        post("/api/placards/{code}/replace", path + "/replace", registrar, "{\"reason\": \"破损\"}");
        post("/api/placards/{code}/withdraw", "/api/placards/" + items.path(1).path("code").asText() + "/withdraw", registrar, "{\"reason\": \"停业\"}");
        get("/api/placards/{code}", path);
    }

    private void sheets() throws Exception {
        var run = post("/api/sheets", "/api/sheets", registrar, "{\"district\": \"990102\", \"format\": \"a5\", \"only\": \"all\"}");
        var id = run.path("id").asText();
        repeat("/api/sheets/{id}", "/api/sheets/" + id, registrar, "");
        get("/api/sheets/{id}", "/api/sheets/" + id + ".pdf");
        get("/api/sheets/{id}", "/api/sheets/unknown.pdf");
    }

    private void audited() throws Exception {
        get("/api/calendar/{year}", "/api/calendar/2026");
        get("/api/calendar/{year}", "/api/calendar/1999");
        var notice = "{\"off\": [\"2027-01-01\"], \"work\": [], \"source\": \"国办发明电〔2026〕7号\"}";
        put("/api/calendar/{year}", "/api/calendar/2027", supervisor, notice);
        put("/api/calendar/{year}", "/api/calendar/2027", registrar, notice);
        put("/api/calendar/{year}", "/api/calendar/2027", supervisor, "{}");
        for (var token : List.of(auditor, registrar)) {
            send("/api/audit", to("/api/audit?subject=CALENDAR%202027", token));
            send("/api/audit", to("/api/audit", token));
            send("/api/audit/lines", to("/api/audit/lines?from=2026-11-01T00:00:00Z&to=2027-11-01T00:00:00Z", token));
            send("/api/audit/lines", to("/api/audit/lines", token));
            send("/api/audit/pages", to("/api/audit/pages", token));
        }
    }

    private void publicPages() throws Exception {
        var live = get("/api/placards", "/api/placards?district=990102").path("items");
        var codes = new TreeSet<String>();
        for (var accept : List.of("text/html", "application/json", "application/linkset+json")) {
            for (var placard : live) {
                if (codes.add(placard.path("stage").asText() + accept)) {
                    open("/q/{code}", "/q/" + placard.path("code").asText(), accept);
                }
            }
            open("/q/{code}", "/q/nonsense", accept);
            open("/q/{code}", "/q/AAAAAAAAAAAA", accept);
            open("/q", "/q?code=" + live.path(0).path("code").asText(), accept);
            open("/q", "/q?code=x", accept);
        }
        for (var accept : List.of("text/html", "application/json")) {
            open("/stars", "/stars?d=990102", accept);
            open("/stars/{institution}", "/stars/00000000000000000000", accept);
            open("/method", "/method", accept);
            open("/method", "/method?s=none", accept);
        }
        open("/stars.csv", "/stars.csv", "*/*");
        open("/badges/{badge}", "/badges/00000000000000000000.svg", "*/*");
        open("/badges/{badge}", "/badges/00000000000000000000.svg?size=huge", "*/*");
        open("/commendations/{list}", "/commendations/none.csv", "*/*");
        open("/", "/", "text/html");
        open("/openapi.yaml", "/openapi.yaml", "*/*");
        assertTrue(codes.contains("liveapplication/json"));
    }

    private void complaints() throws Exception {
        var placard = get("/api/placards", "/api/placards?district=990102").path("items").path(1).path("code").asText();
        for (var accept : List.of("text/html", "application/json")) {
            open("/complain", "/complain", accept);
            open("/complain", "/complain?at=" + placard, accept);
            open("/status", "/status", accept);
            open("/on-time", "/on-time", accept);
        }
        open("/complain/{file}", "/complain/none.js", "*/*");
        var filing = new java.util.TreeMap<>(Map.of(
                "key", UUID.randomUUID().toString(), "kind", "report", "category", "other", "placard", placard,
                "identity", "anonymous", "words", "他们说能治百病，还让我当天付款。", "urgent", "no"));
        var receipt = hand("/complain", "/complain", filing);
        hand("/complain", "/complain", filing);
        filing.put("words", "同一个编号，换了一份内容。");
        hand("/complain", "/complain", filing);
        filing.put("urgent", "yes");
        hand("/complain", "/complain", filing);
        filing.put("urgent", "maybe");
        filing.put("key", UUID.randomUUID().toString());
        hand("/complain", "/complain", filing);
        var held = new java.util.TreeMap<>(
                Map.of("number", receipt.path("number").asText(), "secret", receipt.path("secret").asText()));
        hand("/status", "/status", held);
        hand("/status", "/status", Map.of("number", "1", "secret", "2"));
        hand("/status", "/status", Map.of("number", "295839943416", "secret", "SR294YEFRHBKH"));
        for (var step : List.of("message", "object", "identity", "withdraw")) {
            held.put("id", UUID.randomUUID().toString());
            held.put("identity", "anonymous");
            held.put("message", "收据还在。");
            held.put("reason", "没有退费。");
            hand("/status/{step}", "/status/" + step, held);
        }
    }

    /** An officer takes a call, works on the case and opens its contact; the institution is told and answers. */
    private void desk() throws Exception {
        var handler = city.token(city.people().with("handler", "990102", List.of()));
        var owner = city.people().named("qiao-heguang");
        var own = city.token(owner);
        var institution = owner.premises().orElseThrow().id();
        for (var address : List.of("/api/complaints", "/api/complaints/counts", "/api/complaints/settings", "/api/complaints/handovers")) {
            send(address, to(address, handler));
            send(address, to(address, registrar));
        }
        send("/api/complaints/retention", to("/api/complaints/retention?by=" + LocalDate.now().plusDays(100), supervisor));
        send("/api/complaints/retention", to("/api/complaints/retention?by=never", supervisor));
        send("/api/complaints/retention", to("/api/complaints/retention?unit=330102", supervisor));
        send("/api/complaints/retention", to("/api/complaints/retention", handler));
        var call = "{\"id\": \"%s\", \"kind\": \"complaint\", \"category\": \"refund\", \"institution\": \"%s\", \"unit\": \"990102\","
                + " \"words\": \"来电人要求退还预付款。\", \"identity\": \"named\", \"contact\": {\"phone\": \"13800000000\"}}";
        var number = post("/api/complaints", "/api/complaints", handler, call.formatted(UUID.randomUUID(), institution))
                .path("number")
                .asText();
        post("/api/complaints", "/api/complaints", handler, "{}");
        send("/api/complaints/{number}", to("/api/complaints/" + number, handler));
        send("/api/complaints/{number}", to("/api/complaints/295839943416", handler));
        send("/api/complaints/{number}/evidence/{slot}", to("/api/complaints/" + number + "/evidence/1", handler));
        contact(number, handler, "约时间看现场");
        contact(number, registrar, "约时间看现场");
        contact(number, handler, "");
        for (var move : List.of("accept", "accept", "summarise", "pause", "note")) {
            move(number, move, handler, "有人反映预付款不退，请说明。");
        }
        send("/api/complaints", to("/api/complaints?q=" + number, handler));
        var summaries = send("/api/own/summaries", to("/api/own/summaries", own));
        send("/api/own/summaries", to("/api/own/summaries", handler));
        var summary = summaries.path("items").path(0).path("id").asText();
        answered(summary, own);
        answered(summary, own);
        answered("unknown", own);
        move(number, "transfer", handler, "营业地在滨澜区。");
        var list = to("/api/complaints/handovers", handler).header("content-type", "application/octet-stream");
        send("/api/complaints/handovers", list.POST(BodyPublishers.ofString("工单编号,诉求类型,类别,所属区,机构名称或地点,诉求内容\r\n"
                + "YT1,投诉,退费纠纷,青岚区,听雨路18号,办卡后要求退费。\r\nYT2,表扬,,青岚区,某店,很好。\r\n")));
    }

    private void move(String number, String move, String token, String words) throws Exception {
        var body = "{\"id\": \"%s\", \"words\": \"%s\"%s}"
                .formatted(UUID.randomUUID(), words, move.equals("transfer") ? ", \"to\": \"990103\"" : "");
        post("/api/complaints/{number}/{move}", "/api/complaints/" + number + '/' + move, token, body);
    }

    private void contact(String number, String token, String reason) throws Exception {
        var body = "{\"id\": \"%s\", \"reason\": \"%s\"}".formatted(UUID.randomUUID(), reason);
        post("/api/complaints/{number}/contact", "/api/complaints/" + number + "/contact", token, body);
    }

    private void answered(String summary, String token) throws Exception {
        var body = "{\"id\": \"%s\", \"words\": \"已核对，差额已备好退还。\"}".formatted(UUID.randomUUID());
        post("/api/own/summaries/{summary}/counter", "/api/own/summaries/" + summary + "/counter", token, body);
    }

    private void rated() throws Exception {
        var organiser = city.token(city.people().with("organiser", "990100", List.of()));
        var expert = city.token(city.people().with("expert", "990100", List.of()));
        var own = city.token(city.people().named("qiao-heguang"));
        var id = "{\"id\": \"" + UUID.randomUUID() + "\"";
        var save = "{\"change\": \"" + UUID.randomUUID() + "\", \"seen\": 0, \"points\": 5";
        post("/api/rounds", "/api/rounds", organiser, id + ", \"round\": \"walk\", \"name\": \"试评\", \"territory\": \"990100\", "
                + "\"standard\": \"ILLUSTRATIVE-2026\", \"edition\": 1, \"kinds\": [\"medical-institution\"], "
                + "\"from\": \"2026-01-01\", \"until\": \"2036-12-31\", \"revision\": 0}");
        post("/api/experts", "/api/experts", organiser, id + ", \"expert\": \"walker\", \"name\": \"试评人\", "
                + "\"side\": \"enforcement\", \"ties\": [], \"available\": false, \"revision\": 0}");
        for (var path : List.of("/api/rounds", "/api/experts")) {
            post(path, path, organiser, "{}");
            send(path, to(path, organiser));
            send(path, to(path, registrar));
        }
        send("/api/rounds/{round}", to("/api/rounds/walk?district=990102", organiser));
        send("/api/rounds/{round}", to("/api/rounds/none", organiser));
        send("/api/rounds/{round}/fairness", to("/api/rounds/walk/fairness", organiser));
        send("/api/own/rounds", to("/api/own/rounds", own));
        var begun = post("/api/own/evaluations", "/api/own/evaluations", own, id + ", \"round\": \"walk\"}");
        post("/api/own/evaluations", "/api/own/evaluations", own, "{}");
        send("/api/own/evaluations", to("/api/own/evaluations", own));
        var evaluation = "/" + begun.path("evaluation").asText();
        var clause = begun.at("/standard/parts/0/chapters/0/clauses/0");
        var sheet = "/sheet/" + clause.path("code").asText();
        put("/api/own/evaluations/{evaluation}/sheet/{clause}", "/api/own/evaluations" + evaluation + sheet, own, save + ", \"reason\": \"缺一项\"}");
        put("/api/own/evaluations/{evaluation}/sheet/{clause}", "/api/own/evaluations" + evaluation + sheet, own,
                "{\"change\": \"" + UUID.randomUUID() + "\", \"seen\": 1, \"points\": " + clause.path("most") + "}");
        send("/api/own/evaluations/{evaluation}", to("/api/own/evaluations" + evaluation, own));
        post("/api/own/evaluations/{evaluation}/{step}", "/api/own/evaluations" + evaluation + "/confirm", own, id + "}");
        post("/api/own/evaluations/{evaluation}/{step}", "/api/own/evaluations" + evaluation + "/plan", own,
                "{\"id\": \"" + UUID.randomUUID() + "\", \"clause\": \"" + clause.path("code").asText() + "\", \"words\": \"补齐。\", \"due\": \"2036-12-10\"}");
        exhibits(evaluation, clause.path("code").asText(), own, expert, organiser);
        send("/api/panels", to("/api/panels", expert));
        send("/api/panels/{evaluation}", to("/api/panels" + evaluation, expert));
        put("/api/panels/{evaluation}/sheet/{clause}", "/api/panels" + evaluation + sheet, expert, save + "}");
        post("/api/panels/{evaluation}/sheet", "/api/panels" + evaluation + "/sheet", expert, id + ", \"saves\": []}");
        post("/api/panels/{evaluation}/{step}", "/api/panels" + evaluation + "/declare", expert, id + "}");
        send("/api/evaluations/{evaluation}", to("/api/evaluations" + evaluation, organiser));
        post("/api/evaluations/{evaluation}/moves", "/api/evaluations" + evaluation + "/moves", organiser,
                "{\"id\": \"" + UUID.randomUUID() + "\", \"move\": \"draw\"}");
    }

    private void exhibits(String evaluation, String clause, String own, String expert, String organiser) throws Exception {
        var file = "{\"id\": \"" + UUID.randomUUID() + "\", \"clause\": \"" + clause + "\"}";
        var digest = "/exhibits/" + "0".repeat(64);
        for (var each : Map.of("/api/own/evaluations", own, "/api/panels", expert).entrySet()) {
            var described = each.getKey() + "/{evaluation}/exhibits";
            var path = each.getKey() + evaluation;
            post(described, path + "/exhibits", each.getValue(), file);
            post(described, path + "/exhibits", each.getValue(), file);
            post(described, path + "/exhibits", each.getValue(), "{}");
            send(described, to(path + "/exhibits", each.getValue()));
            send(described + "/{exhibit}", to(path + digest, each.getValue()));
            send(described + "/{exhibit}", to(path + digest, each.getValue()).DELETE());
        }
        send("/api/evaluations/{evaluation}/exhibits", to("/api/evaluations" + evaluation + "/exhibits", organiser));
        send("/api/evaluations/{evaluation}/exhibits/{exhibit}", to("/api/evaluations" + evaluation + digest, organiser));
    }

    private void standardsKept() throws Exception {
        var organiser = city.token(city.people().with("organiser", "990100", List.of()));
        var edition = "/api/standards/{standard}/{edition}";
        var shipped = "/api/standards/ILLUSTRATIVE-2026/1";
        send("/api/standards", to("/api/standards", organiser));
        send("/api/standards", to("/api/standards", registrar));
        send(edition, to(shipped, organiser));
        send(edition, to("/api/standards/NONE/1", organiser));
        var file = JSON.writeValueAsString(send(edition + "/file", to(shipped + "/file", organiser)));
        send(edition + "/simulation", to(shipped + "/simulation", organiser));
        send(edition + "/simulation", to(shipped + "/simulation?day=x", organiser));
        send(edition + "/simulation.csv", to(shipped + "/simulation.csv", organiser));
        post("/api/standards/check", "/api/standards/check", organiser, "{}");
        post("/api/standards/check", "/api/standards/check", organiser, file);
        var drafting = "/api/standards?id=" + UUID.randomUUID();
        post("/api/standards", drafting, organiser, "{}");
        post("/api/standards", drafting, registrar, "{}");
        post("/api/standards", drafting, organiser, file.replace("ILLUSTRATIVE-2026", "WALK"));
        post(edition + "/{step}", "/api/standards/WALK/1/try", organiser, "{\"id\": \"" + UUID.randomUUID() + "\"}");
        post(edition + "/{step}", "/api/standards/WALK/1/consult", organiser,
                "{\"id\": \"" + UUID.randomUUID() + "\", \"from\": \"2026-10-01\", \"until\": \"2026-10-31\"}");
        post(edition + "/{step}", "/api/standards/WALK/1/hear", organiser, ("{\"id\": \"%s\", \"opinions\": [{\"id\": \"%s\", "
                        + "\"on\": \"2026-10-09\", \"from\": \"public\", \"name\": null, \"clause\": \"A1.01\", \"words\": \"分值偏高\"}]}")
                .formatted(UUID.randomUUID(), UUID.randomUUID()));
        post(edition + "/{step}", "/api/standards/WALK/1/answer", organiser, "{\"id\": 1}");
    }

    private JsonNode hand(String path, String address, Map<String, String> body) throws Exception {
        return send(path, HttpRequest.newBuilder(URI.create(city.publicBaseUrl() + address))
                .header("content-type", "application/json")
                .header("accept", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private void open(String path, String address, String accept) throws Exception {
        send(path, HttpRequest.newBuilder(URI.create(city.publicBaseUrl() + address)).header("accept", accept));
    }

    private JsonNode get(String path, String address) throws Exception {
        return send(path, to(address, registrar));
    }

    private JsonNode post(String path, String address, String token, String body) throws Exception {
        BodyPublisher sent = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(path, to(address, token).header("content-type", "application/json").POST(sent));
    }

    private void put(String path, String address, String token, String body) throws Exception {
        send(path, to(address, token).header("content-type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    /** Calls again until everything is done. */
    private void repeat(String path, String address, String token, String body) throws Exception {
        for (var calls = 0; calls < 40; calls++) {
            var progress = post(path, address, token, body).path("progress");
            if (progress.path("done").asInt() >= progress.path("total").asInt()) {
                return;
            }
        }
        throw new AssertionError(address + " is never done");
    }

    private static HttpRequest.Builder to(String address, String token) {
        return HttpRequest.newBuilder(URI.create(city.consoleBaseUrl() + address)).header("authorization", "Bearer " + token);
    }

    private JsonNode send(String path, HttpRequest.Builder builder) throws Exception {
        var request = builder.build();
        var answer = HTTP.send(request, BodyHandlers.ofByteArray());
        var operation = Description.operations().stream()
                .filter(o -> o.route().equals(request.method() + ' ' + path))
                .findFirst()
                .orElseThrow();
        asked.add(operation.route());
        var described = map(operation.content().get("responses")).get(String.valueOf(answer.statusCode()));
        var what = request.method() + ' ' + request.uri().getPath() + " → " + answer.statusCode();
        if (described == null) {
            breaches.add(what + " is not described: " + new String(answer.body(), StandardCharsets.UTF_8));
            return JSON.missingNode();
        }
        return held(what, map(Description.followed(map(described)).get("content")), answer);
    }

    private JsonNode held(String what, Map<String, Object> content, HttpResponse<byte[]> answer) throws Exception {
        if (answer.body().length == 0) {
            return JSON.missingNode();
        }
        var type = answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", "");
        if (!content.containsKey(type)) {
            breaches.add(what + ": " + type + " is not described");
        }
        if (!type.endsWith("json")) {
            return JSON.missingNode();
        }
        var body = JSON.readTree(answer.body());
        if (content.containsKey(type)) {
            OpenApiTest.breaches(map(map(content.get(type)).get("schema")), body).stream()
                    .map(b -> what + ": " + b.substring(b.lastIndexOf("}: ") + 3))
                    .distinct()
                    .forEach(breaches::add);
        }
        return body;
    }
}

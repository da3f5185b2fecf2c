package xingma.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import xingma.aws.Clients;
import xingma.complain.SendNotifications;
import xingma.complain.SweepClocks;

/**
 * Complaints with telephone, name and words that occur nowhere else go through all that the city does with them. In the
 * end none of it is found in a log, a metric, a table, a bucket, an address or anything that the institution reads.
 */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated
class LeakTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern ADDRESS = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"");

    /** Of a run of its own, so that what an earlier one left is not found. */
    private final Random random = new Random();

    private final List<Canary> canaries = new ArrayList<>();
    private final Map<String, String> leaks = new TreeMap<>();

    @Test
    void nothing_that_a_complainant_told_is_found_outside_its_envelope(LocalCity city) throws Exception {
        var register = new Register(city);
        var handler = register.of("luo-qing");
        var institution = register.of("qiao-heguang");
        var placard = Register.institution(register.of("gao-min"), "青禾").path("placard").asText();

        var receipt = filed(city, placard);
        var number = receipt.path("number").asText();
        var words = handler.get("/api/complaints/" + number).toString();
        assertTrue(canaries.stream().anyMatch(c -> c.isIn(words)), "the desk reads the words");
        handler.post("/api/complaints/" + number + "/accept", Map.of("id", id()));
        handler.post("/api/complaints/" + number + "/ask", Map.of("id", id(), "words", "哪一天？" + canary()));
        step(city, "message", receipt, Map.of("message", "就是那天，" + canary()));
        handler.post("/api/complaints/" + number + "/note", Map.of("id", id(), "words", "去看看：" + canary()));
        var contact = handler.post("/api/complaints/" + number + "/contact", Map.of("id", id(), "reason", "电话核实"));
        assertTrue(canaries.stream().anyMatch(c -> c.isIn(contact.toString())), "the unit in charge reads the contact");
        handler.post("/api/complaints/" + number + "/summarise", Map.of("id", id(), "words", "有人反映结账价高于公示价。"));
        institutionReadsAndAnswers(institution);
        told(1 + 1);
        step(city, "identity", receipt, contactOf("named"));
        handler.post("/api/complaints/" + number + "/answer", Map.of("id", id(), "result", "upheld", "words", "已责令退还。" + canary()));
        step(city, "object", receipt, Map.of("reason", "没有退。" + canary()));
        told(1 + 1 + 1);
        called(handler);
        handedOver(handler);
        page(city, placard);
        new SweepClocks().handleRequest(null, null, null);
        look("plan of erasing", register.of("yan-shu").get("/api/complaints/retention?unit=990102").toString());

        look("log", Heard.all());
        tables();
        buckets();
        look("public page", new Consumer(city).scans(placard).text());
        look("register", register.of("gao-min").get("/api/institutions?q=" + Register.encoded("青禾")).toString());
        look("trail", register.of("qin-jian").get("/api/audit?subject=" + Register.encoded("CASE " + number)).toString());
        look("queue", handler.get("/api/complaints").toString());
        assertEquals(Map.of(), leaks);
    }

    private void institutionReadsAndAnswers(Desk institution) {
        var items = institution.get("/api/own/summaries").path("items");
        assertFalse(items.isEmpty(), "the institution reads the summary");
        for (var item : items) {
            var fields = new TreeSet<String>();
            item.fieldNames().forEachRemaining(fields::add);
            assertEquals(new TreeSet<>(List.of("id", "at", "unit", "words", "open", "answer")), fields);
            look("institution", item.toString());
        }
        var answered = institution.post(
                "/api/own/summaries/" + items.path(0).path("id").asText() + "/counter",
                Map.of("id", id(), "words", "已核对当日结账单。"));
        look("institution", answered.toString());
    }

    private JsonNode filed(LocalCity city, String placard) throws Exception {
        var body = contactOf("confidential");
        body.putAll(Map.of("kind", "complaint", "category", "other", "placard", placard, "urgent", "no"));
        body.put("words", "结账时比公示的价格多收了三百元。" + canary());
        body.put("notify", "yes");
        body.putAll(new Consumer(city).form(placard));
        var receipt = sent(city, "/complain", body, 201);
        look("receipt", receipt.toString());
        return receipt;
    }

    private void step(LocalCity city, String step, JsonNode receipt, Map<String, String> fields) throws Exception {
        var body = new TreeMap<>(fields);
        body.put("number", receipt.path("number").asText());
        body.put("secret", receipt.path("secret").asText());
        body.put("id", id());
        sent(city, "/status/" + step, body, 200);
    }

    private void called(Desk handler) {
        var phone = Canary.phone(random);
        var name = Canary.name(random);
        canaries.addAll(List.of(phone, name));
        look("receipt of a call", handler.post("/api/complaints", Map.of(
                        "id", id(), "kind", "complaint", "category", "other", "place", "听雨路桥下的诊所",
                        "unit", "990102", "words", "来电反映结账价高于公示价。" + canary(), "identity", "confidential",
                        "contact", Map.of("phone", phone.what(), "name", name.what())))
                .toString());
    }

    /**
     * What was laid out for the gateway so far, and that it holds telephones as it must, and nothing else that anybody
     * told. The schedule may have laid some of it out before.
     */
    private void told(int messages) throws Exception {
        new SendNotifications().handleRequest(null, null, null);
        var outbox = Path.of(System.getProperty("MESSAGE_QUEUE").substring("file:".length()));
        try (var files = Files.list(outbox)) {
            var laidOut = 0;
            for (var file : files.toList()) {
                var message = (ObjectNode) Event.JSON.readTree(Files.readString(file));
                var phone = message.remove("phone").asText();
                laidOut += canaries.stream().anyMatch(c -> c.isIn(phone)) ? 1 : 0;
                look("message", message.toString());
                look("name of a message", file.getFileName().toString());
            }
            assertEquals(messages, laidOut, "accepted, asked, and in the end answered");
        }
    }

    /** The hotline's list, tried and then filed. */
    private void handedOver(Desk handler) {
        var phone = Canary.phone(random);
        var name = Canary.name(random);
        canaries.addAll(List.of(phone, name));
        var list = "工单编号,诉求类型,类别,所属区,机构名称或地点,诉求内容,来电人,联系电话,身份方式\r\n"
                + "YT" + random.nextInt(1_000_000) + ",投诉,退费纠纷,青岚区,听雨路18号,办卡后要求退费。" + canary() + ","
                + name.what() + "," + phone.what() + ",保密\r\n"
                + "YT" + random.nextInt(1_000_000) + ",表扬,,青岚区,某店," + canary() + "," + name.what() + "," + phone.what() + "9,保密\r\n";
        for (var apply : List.of("", "?apply=true")) {
            var answer = handler.upload("/api/complaints/handovers" + apply, "12345.csv", list.getBytes(UTF_8));
            assertEquals(1, answer.path("counts").path("wrong").asInt(), answer::toString);
            look("list", answer.toString());
        }
    }

    /** The same as a form; of its page only the addresses are looked at, for it shows her own words to herself. */
    private void page(LocalCity city, String placard) throws Exception {
        var form = new StringBuilder("kind=complaint&category=other&urgent=no&identity=anonymous&placard=" + placard);
        new Consumer(city).form(placard).forEach((name, value) ->
                form.append('&').append(name).append('=').append(Register.encoded(value)));
        form.append("&words=").append(Register.encoded("没有公示价格，也不给票据。" + canary()));
        var request = HttpRequest.newBuilder(URI.create(city.publicBaseUrl() + "/complain"))
                .header("content-type", "application/x-www-form-urlencoded")
                .header("accept", "text/html")
                .POST(BodyPublishers.ofString(form.toString()));
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        var addresses = ADDRESS.matcher(answer.body());
        while (addresses.find()) {
            look("address", addresses.group(1));
        }
        look("headers", answer.headers().map().toString());
    }

    private static JsonNode sent(LocalCity city, String path, Map<String, String> body, int expected) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(city.publicBaseUrl() + path))
                .header("content-type", "application/json")
                .header("accept", "application/json")
                .POST(BodyPublishers.ofByteArray(Event.JSON.writeValueAsBytes(body)));
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertEquals(expected, answer.statusCode(), () -> path + ": " + answer.body());
        return Event.JSON.readTree(answer.body());
    }

    private Map<String, String> contactOf(String identity) {
        var phone = Canary.phone(random);
        var name = Canary.name(random);
        canaries.addAll(List.of(phone, name));
        return new TreeMap<>(Map.of("identity", identity, "phone", phone.what(), "name", name.what()));
    }

    private String canary() {
        var words = Canary.words(random);
        canaries.add(words);
        return words.what();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private void look(String where, String text) {
        canaries.stream().filter(c -> c.isIn(text)).forEach(c -> leaks.put(where + " " + c.what(), "found"));
    }

    /** Every item of every table as it lies there; packed attributes are unpacked. */
    private void tables() throws IOException {
        try (var dynamo = Clients.dynamo()) {
            for (var table : dynamo.listTables().tableNames()) {
                for (var item : dynamo.scanPaginator(r -> r.tableName(table)).items()) {
                    look(table, item.toString());
                    for (var attribute : item.values()) {
                        look(table, unpacked(attribute));
                    }
                }
            }
        }
    }

    private static String unpacked(AttributeValue attribute) throws IOException {
        if (attribute.b() == null) {
            return "";
        }
        var bytes = attribute.b().asByteArray();
        if (bytes.length < 2 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
            return new String(bytes, UTF_8);
        }
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(zip.readAllBytes(), UTF_8);
        }
    }

    private void buckets() {
        try (var s3 = Clients.s3()) {
            for (var bucket : s3.listBuckets().buckets()) {
                for (var object : s3.listObjectsV2Paginator(r -> r.bucket(bucket.name())).contents()) {
                    look("key in " + bucket.name(), object.key());
                    var bytes = s3.getObjectAsBytes(r -> r.bucket(bucket.name()).key(object.key())).asByteArray();
                    look(bucket.name(), new String(bytes, UTF_8));
                }
            }
        }
    }
}

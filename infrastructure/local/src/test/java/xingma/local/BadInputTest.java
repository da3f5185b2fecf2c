package xingma.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Every field of every complaint's route and of what calls an evaluation, with everything that people and programs put into fields. Whatever it is, it is
 * taken or told as a problem; nothing of it is our fault, and nothing tells how we are built.
 */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated
class BadInputTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern INSIDES =
            Pattern.compile("xingma\\.|software\\.amazon|com\\.fasterxml|java\\.|Exception|\\tat |dynamodb", Pattern.CASE_INSENSITIVE);

    /** As they stand in JSON. */
    private static final List<String> VALUES = Stream.concat(
                    Stream.of(
                            "null", "true", "false", "0", "-1", "1.5", "1e9", "1e400000000", "123456789012345678901234567890123",
                            "[]", "{}", "[null]", "{\"a\":{\"b\":{\"c\":1}}}", "[".repeat(60) + "]".repeat(60),
                            "\"\\u0000\"", "\"\\ud800\"", "\"\\udfff\\ud800\"", "\"\\uffff\"", "\"\\u0007\"", "\"\\ufeff\""),
                    Stream.of(
                                    "", " ", "　", "\n", "\r\nSet-Cookie: a=b", "null", "undefined", "NaN", "true", "0", "-1",
                                    "９９９９", "٣٤٥", "1e9", "0x1F", "\u202Etxet", "\u200B", "a\u0301".repeat(400), "ﷺ".repeat(300),
                                    "\uE000", "𠮷𡃁𠔼", "👩‍⚕️", "<script>alert(1)</script>", "<svg onload=alert(1)>", "\"><img src=x>",
                                    "' OR '1'='1", "${jndi:ldap://x/y}", "{{7*7}}", "%00", "%2e%2e%2f", "../../etc/passwd",
                                    "..\\..\\x", "file:///etc/passwd", "http://169.254.169.254/", "=cmd|' /C calc'!A0", "@SUM(1)",
                                    "1970-01-01", "9999-99-99", "00000000-0000-0000-0000-000000000000",
                                    "AAAAAAAA-AAAA-AAAA-AAAA-AAAAAAAAAAAA", "UNIT#990103", "CASE#1", "KEY#", "x".repeat(65),
                                    "x".repeat(1_001), "长".repeat(2_001), "x".repeat(9_000), "x".repeat(40_000))
                            .map(text -> TextNode.valueOf(text).toString()))
            .toList();

    private static final Set<Integer> NOT_DONE = Set.of(409, 422);

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, String> tokens = new HashMap<>();
    private LocalCity city;
    private int asked;
    private JsonNode receipt;

    /** A request that is whole, but for what is put into it. */
    private record Form(String method, String path, Optional<String> who, ObjectNode body) {}

    @Test
    void whatever_is_sent_is_taken_or_told_as_a_problem(LocalCity running) throws Exception {
        city = running;
        for (var form : forms()) {
            var fields = new ArrayList<String>();
            form.body.fieldNames().forEachRemaining(fields::add);
            for (var field : fields) {
                ask(form, form.body.deepCopy().without(field).toString());
                for (var value : VALUES) {
                    ask(form, with(form.body, field, value));
                }
            }
            var whole = form.body.toString();
            for (var raw : List.of(
                    "", "null", "[]", "1", "\"\"", "{", "}", whole + whole, whole.substring(0, whole.length() - 1),
                    whole.replaceFirst("\\{", "{\"more\":1,"), whole.replaceFirst("\\{", "{\"id\":\"a\",\"id\":\"b\","),
                    "\uFEFF" + whole, "{\"a\":".repeat(3_000), "[0,".repeat(20_000), " ".repeat(70_000) + whole)) {
                ask(form, raw);
            }
        }
        addresses();
        lists();
        assertEquals(List.of(), wrong);
        assertTrue(asked > 4_000, () -> asked + " requests");
    }

    /** What stands in an address: a plan's unit, day and cursor, and a year's calendar. */
    private void addresses() throws Exception {
        var supervisor = Optional.of("yan-shu");
        for (var value : VALUES) {
            var text = Event.JSON.getFactory().createParser(value).readValueAs(JsonNode.class) instanceof TextNode t ? t.asText() : value;
            if (text.length() > 2_000 || !UTF_8.newEncoder().canEncode(text)) {
                continue;
            }
            var encoded = URLEncoder.encode(text, UTF_8).replace("+", "%20");
            for (var name : List.of("unit", "by", "after")) {
                send("GET", "/api/complaints/retention?" + name + "=" + encoded, supervisor, "", "application/json");
            }
            // A host refuses a path with control characters before any function is asked (HostTest).
            if (!encoded.isEmpty() && text.chars().noneMatch(Character::isISOControl)) {
                send("GET", "/api/calendar/" + encoded, supervisor, "", "application/json");
            }
        }
    }

    /** The hotline's list, with nonsense in each of its cells and as a whole. */
    private void lists() throws Exception {
        var handler = Optional.of("luo-qing");
        var heads = "工单编号,诉求类型,类别,所属区,登记号或信用代码,机构名称或地点,诉求内容,来电人,联系电话,身份方式";
        var row = List.of("YT1", "投诉", "退费纠纷", "青岚区", "", "听雨路18号", "办卡后要求退费，商家拖延。", "李女士", "13800000000", "保密");
        for (var value : VALUES) {
            var quoted = '"' + value.replace("\"", "\"\"") + '"';
            var rows = new StringBuilder(heads).append("\r\n");
            for (var cell = 0; cell < row.size(); cell++) {
                var cells = new ArrayList<>(row);
                cells.set(cell, quoted);
                rows.append(String.join(",", cells)).append("\r\n");
            }
            send("POST", "/api/complaints/handovers", handler, rows.toString(), "text/csv");
        }
        for (var raw : List.of(
                "", "\0", "PK\u0003\u0004", heads, heads + "\r\n", ",".repeat(50_000), "\"", "\r\n".repeat(20_000), "工单编号\r\nYT1",
                heads + "," + heads + "\r\n" + String.join(",", row))) {
            send("POST", "/api/complaints/handovers", handler, raw, "text/csv");
            send("POST", "/api/complaints/handovers", handler, raw, "application/octet-stream");
        }
    }

    private List<Form> forms() throws Exception {
        var register = new Register(city);
        var handler = register.of("luo-qing");
        var number = handler.post("/api/complaints", Map.of(
                        "id", id(), "kind", "complaint", "category", "other", "place", "听雨路桥下的诊所", "unit", "990102",
                        "words", "来电反映结账价高于公示价。", "identity", "anonymous"))
                .path("number")
                .asText();
        receipt = handler.post("/api/complaints", Map.of(
                        "id", id(), "kind", "complaint", "category", "other", "place", "听雨路桥下的诊所", "unit", "990102",
                        "words", "来电反映结账价高于公示价。", "identity", "anonymous"))
                .path("receipt");
        var desk = "/api/complaints/" + number;
        var who = Optional.of("luo-qing");
        return List.of(
                form("/complain", Optional.empty(), "{'key':'" + id() + "','kind':'complaint','category':'other',"
                        + "'placard':'7K3M9QX4TCDD','practitioner':'0417','place':'听雨路','district':'990102',"
                        + "'identity':'named','phone':'13800000000','name':'王某','words':'结账时多收了三百元，要求退还。',"
                        + "'urgent':'no','notice':'2026-11-22','puzzle':'','answer':''}"),
                form("/status", Optional.empty(), "{'number':'295839943416','secret':'SR294YEFRHBKH'}"),
                form("/status/message", Optional.empty(), "{'number':'295839943416','secret':'SR294YEFRHBKH',"
                        + "'id':'0d5f8c1e-7d0f-4f6a','message':'收据在我这里。'}"),
                step("message", "'message':'收据在我这里。'"),
                step("object", "'reason':'没有退。'"),
                step("satisfaction", "'satisfaction':'fair','solved':'partly'"),
                step("identity", "'identity':'named','phone':'13800000000','name':'王某'"),
                step("notify", "'notify':'yes'"),
                step("join", "'agree':'yes'"),
                step("withdraw", "'why':'已经退了。'"),
                new Form("PUT", "/api/calendar/2028", Optional.of("yan-shu"), json(
                        "{'off':['2028-01-01'],'work':['2028-01-08'],'source':'国办发明电〔2027〕7号'}")),
                form("/api/complaints", who, "{'id':'" + id() + "','kind':'complaint','category':'other','place':'听雨路',"
                        + "'unit':'990102','words':'来电反映结账价高于公示价。','identity':'named',"
                        + "'contact':{'phone':'13800000000'},'channel':'desk','reference':'A1','language':'zh-Hans'}"),
                form(desk + "/note", who, "{'id':'" + id() + "','words':'明天去看。'}"),
                form(desk + "/classify", who, "{'id':'" + id() + "','category':'other'}"),
                form(desk + "/assign", who, "{'id':'" + id() + "','to':'luo-qing'}"),
                form(desk + "/refuse", who, "{'id':'" + id() + "','ground':'none','words':'不归我们管。'}"),
                form(desk + "/offer-join", who, "{'id':'" + id() + "','lead':'295839943416'}"),
                form(desk + "/answer", who, "{'id':'" + id() + "','result':'upheld','words':'已责令退还。'}"),
                form(desk + "/contact", who, "{'id':'" + id() + "','reason':'电话核实'}"),
                form("/api/own/evaluations", Optional.of("fang-yuan-suqiu"), "{'id':'" + id() + "','round':'2026-9'}"),
                form("/api/rounds", Optional.of("ou-yang"), "{'id':'" + id() + "','round':'bad-input','name':'试评',"
                        + "'territory':'990100','standard':'ILLUSTRATIVE-2026','edition':1,'kinds':['medical-institution'],"
                        + "'from':'2020-01-01','until':'2020-12-31','revision':0}"),
                form("/api/panels/none-1/sheet", Optional.of("li-wei"), "{'saves':[]}"),
                form("/api/evaluations/none-1/moves", Optional.of("ou-yang"), "{'id':'" + id() + "','move':'withdraw',"
                        + "'ground':'FALSE_DATA','words':'材料不实。'}"),
                form("/api/own/summaries/none/counter", Optional.of("qiao-heguang"), "{'id':'" + id() + "','words':'已核对。'}"));
    }

    private static Form form(String path, Optional<String> who, String body) throws IOException {
        return new Form("POST", path, who, json(body));
    }

    /** A step of the complainant, with a receipt that opens a case. */
    private Form step(String step, String fields) throws IOException {
        return form("/status/" + step, Optional.empty(), "{'number':'" + receipt.path("number").asText() + "','secret':'"
                + receipt.path("secret").asText() + "','id':'" + id() + "'," + fields + "}");
    }

    private static ObjectNode json(String text) throws IOException {
        return (ObjectNode) Event.JSON.readTree(text.replace('\'', '"'));
    }

    /** Put in as it stands, since no tree can hold all of it. */
    private static String with(ObjectNode body, String field, String value) {
        var marked = body.deepCopy().put(field, "@@");
        return marked.toString().replace("\"@@\"", value);
    }

    private void ask(Form form, String body) throws Exception {
        send(form.method, form.path, form.who, body, "application/json");
    }

    private void send(String method, String path, Optional<String> who, String body, String contentType) throws Exception {
        asked++;
        var host = path.startsWith("/api/") ? city.consoleBaseUrl() : city.publicBaseUrl();
        var request = HttpRequest.newBuilder(URI.create(host + path))
                .header("content-type", contentType)
                .header("accept", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8));
        who.ifPresent(w -> request.header("authorization", "Bearer "
                + tokens.computeIfAbsent(w, name -> city.token(city.people().named(name)))));
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        var type = answer.headers().firstValue("content-type").orElse("");
        var told = answer.statusCode() < 400
                || type.startsWith("application/problem+json") && code(answer.body())
                || NOT_DONE.contains(answer.statusCode()) && path.startsWith("/status/") && outcome(answer.body());
        if (answer.statusCode() >= 500 || !told || INSIDES.matcher(answer.body()).find()) {
            var shown = body.substring(0, Math.min(160, body.length()));
            wrong.add(method + " " + path + " " + shown + " → " + answer.statusCode() + " " + type + " " + answer.body());
        }
    }

    private static boolean code(String body) throws IOException {
        JsonNode problem = Event.JSON.readTree(body);
        return !problem.path("code").asText().isEmpty() && !problem.path("detail").asText().isEmpty();
    }

    /** A step that is not open now, or whose id is another's, is told with the case as it stands: StatusNotDone. */
    private static boolean outcome(String body) throws IOException {
        return Set.of("notNow", "noRoom", "idUsed").contains(Event.JSON.readTree(body).path("outcome").asText());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}

package xingma.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import xingma.complaint.number.CaseNumber;

/**
 * Asks every route as every role, about an object of the role's own district and of another's, and holds the answers
 * against the table in docs/authorisation.md.
 */
@ExtendWith(RunningCity.class)
@Order(Integer.MAX_VALUE) // It turns much of the city upside down, and the journeys share it.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated
class AuthorisationTest {
    private static final Path TABLE = Path.of("../../docs/authorisation.md");
    private static final Path ANSWERED = Path.of("target/authorisation.md");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** By the table's headings, the sample's people. */
    private static final Map<String, Optional<String>> ROLES = roles();

    private LocalCity city;
    private Register register;

    @BeforeEach
    void enter(LocalCity running) {
        city = running;
        register = new Register(city);
    }

    private static Map<String, Optional<String>> roles() {
        var roles = new java.util.LinkedHashMap<String, Optional<String>>();
        roles.put("nobody", Optional.empty());
        roles.put("institution", Optional.of("qiao-heguang"));
        roles.put("registrar", Optional.of("qiao-lan"));
        roles.put("checker", Optional.of("jiang-heng"));
        roles.put("inspector", Optional.of("meng-fei"));
        roles.put("handler", Optional.of("luo-qing"));
        roles.put("supervisor", Optional.of("tan-ke"));
        roles.put("city registrar", Optional.of("gao-min"));
        roles.put("city checker", Optional.of("shen-duo"));
        roles.put("city inspector", Optional.of("bai-yuan"));
        roles.put("city handler", Optional.of("he-ting"));
        roles.put("city supervisor", Optional.of("yan-shu"));
        roles.put("city auditor", Optional.of("qin-jian"));
        roles.put("organiser", Optional.of("ning-yi"));
        roles.put("city organiser", Optional.of("ou-yang"));
        roles.put("city adjudicator", Optional.of("ai-lan"));
        roles.put("city expert", Optional.of("li-wei"));
        return roles;
    }

    /** One line of the table: a route, whose object, and who is let in. */
    private record Line(String route, String object, List<String> cells) {
        String text() {
            return "| `" + route + "` | " + object + " | " + String.join(" | ", cells) + " |";
        }

        String head() {
            return route + " " + object;
        }
    }

    private static List<Line> table() throws IOException {
        var lines = new ArrayList<Line>();
        for (var line : Files.readAllLines(TABLE)) {
            if (line.startsWith("| `")) {
                var cells = List.of(line.substring(2, line.length() - 2).split(" \\| "));
                lines.add(new Line(cells.get(0).replace("`", ""), cells.get(1), cells.subList(2, cells.size())));
            }
        }
        return lines;
    }

    @Test
    void every_route_of_the_template_is_in_the_table_and_no_other() throws IOException {
        var declared = city.functions().routes().stream()
                .map(Route::key)
                .filter(key -> !key.startsWith("HEAD ") && !key.equals(Route.DEFAULT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(declared, table().stream().map(Line::route).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everybody_is_let_in_where_the_table_says_so_and_nowhere_else() throws IOException {
        var own = new Things(city, register, "990102", "qiao-lan", "jiang-heng", "luo-qing");
        var other = new Things(city, register, "990103", "pan-lan", "lu-yao", "shi-lan");
        var answered = new ArrayList<Line>();
        for (var line : table()) {
            var things = line.object.equals("other district") ? other : own;
            var cells = ROLES.values().stream().map(who -> asked(line.route, line.object, things, who)).toList();
            answered.add(new Line(line.route, line.object, cells));
        }
        Files.createDirectories(ANSWERED.getParent());
        Files.write(ANSWERED, answered.stream().map(Line::text).toList());
        assertEquals(differences(table(), answered), List.of(), "what was answered is in " + ANSWERED);
    }

    private static List<String> differences(List<Line> written, List<Line> answered) {
        var names = List.copyOf(ROLES.keySet());
        return IntStream.range(0, written.size())
                .boxed()
                .flatMap(i -> IntStream.range(0, names.size())
                        .filter(r -> !written.get(i).cells.get(r).equals(answered.get(i).cells.get(r)))
                        .mapToObj(r -> written.get(i).head() + ", " + names.get(r) + ": written "
                                + written.get(i).cells.get(r) + ", answered " + answered.get(i).cells.get(r)))
                .toList();
    }

    /** A receipt that opens another case is told what one that opens none is told, byte for byte. */
    @Test
    void a_receipt_of_another_case_is_told_what_an_unknown_one_is_whatever_is_asked_with_it() throws Exception {
        var own = new Receipts(register.of("luo-qing"));
        for (var step : List.of("", "/message", "/withdraw", "/object", "/satisfaction", "/identity", "/notify", "/join")) {
            var told = new ArrayList<String>();
            for (var number : List.of(own.next().path("number").asText(), nobodys())) {
                var body = Event.JSON.createObjectNode().put("number", number).put("secret", own.secret());
                body.put("id", UUID.randomUUID().toString()).setAll(Receipts.fields());
                var answer = HTTP.send(
                        HttpRequest.newBuilder(URI.create(city.publicBaseUrl() + "/status" + step))
                                .header("content-type", "application/json")
                                .header("accept", "application/json")
                                .POST(BodyPublishers.ofString(body.toString()))
                                .build(),
                        BodyHandlers.ofString());
                told.add(answer.statusCode() + " " + answer.body().replaceFirst("\"requestId\":\"[^\"]*\"", ""));
            }
            assertEquals(told.get(1), told.get(0), step);
            assertTrue(told.get(0).startsWith("404 "), () -> step + " " + told);
        }
    }

    /** A number that no case has, and a new one each time: attempts at one are counted. */
    private static String nobodys() {
        return CaseNumber.of(Long.toString(ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L))).value();
    }

    /** {@code in}, or the status with which somebody is kept out. */
    private String asked(String route, String object, Things things, Optional<String> who) {
        var method = route.substring(0, route.indexOf(' '));
        var path = things.path(route, object);
        var console = path.startsWith("/api/");
        var request = HttpRequest.newBuilder(URI.create((console ? city.consoleBaseUrl() : city.publicBaseUrl()) + path));
        who.ifPresent(w -> request.header("authorization", "Bearer " + city.token(city.people().named(w))));
        var body = things.body(route, object);
        if (route.endsWith("/photo") && method.equals("PUT")) {
            request.header("content-type", "image/jpeg").header("x-consent-on", "2026-11-01");
        } else if (body.isPresent()) {
            var list = route.equals("POST /api/imports") || route.equals("POST /api/complaints/handovers");
            request.header("content-type", list ? "application/octet-stream" : "application/json");
        }
        request.method(method, body.map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
        try {
            var status = HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status < 300 && things.isSpent(route)) {
                things.anotherPlacard();
            }
            return status == 401 || status == 403 || status == 404 || status >= 500 ? Integer.toString(status) : "in";
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(route, e);
        }
    }

    /** Cases with receipts, a new one for every few attempts: wrong ones are counted. */
    private static final class Receipts {
        private static final int ATTEMPTS = 5;

        private final Desk handler;
        private final JsonNode own;
        private JsonNode other;
        private int attempts = ATTEMPTS;

        Receipts(Desk handler) {
            this.handler = handler;
            this.own = filed();
        }

        private JsonNode filed() {
            return handler.post("/api/complaints", Map.of(
                            "id", UUID.randomUUID().toString(), "kind", "complaint", "category", "other",
                            "place", "听雨路桥下的诊所", "unit", "990102", "words", "来电反映结账价高于门口公示的价格。",
                            "identity", "anonymous"))
                    .path("receipt");
        }

        JsonNode own() {
            return own;
        }

        String secret() {
            return own.path("secret").asText();
        }

        /** Somebody else's. */
        JsonNode next() {
            if (attempts++ == ATTEMPTS) {
                other = filed();
                attempts = 1;
            }
            return other;
        }

        /** For every step what it asks for; each reads its own. */
        static ObjectNode fields() {
            return Event.JSON.createObjectNode()
                    .put("message", "收据在我这里。")
                    .put("why", "已经退了。")
                    .put("reason", "没有退。")
                    .put("satisfaction", "good")
                    .put("solved", "yes")
                    .put("identity", "anonymous")
                    .put("notify", "no")
                    .put("agree", "no");
        }
    }

    /** What lies in one district: an institution with people, its placard and a change, an import, a print job, a case. */
    private static final class Things {
        private final Map<String, String> ids = new TreeMap<>();
        private final Deque<String> placards = new ArrayDeque<>();
        private final Receipts receipts;
        private final String district;
        private final String import_;

        Things(LocalCity city, Register register, String district, String registrar, String checker, String handler) {
            this.district = district;
            this.receipts = new Receipts(register.of("luo-qing"));
            var desk = register.of(registrar);
            var items = desk.get("/api/institutions?kind=medical-institution&district=" + district + "&state=all").path("items");
            for (var item : items) {
                if (item.hasNonNull("placard")) {
                    placards.add(item.path("placard").asText());
                }
            }
            var dossier = withPeople(desk, items);
            var id = dossier.path("id").asText();
            ids.put("institution", id);
            ids.put("person", dossier.path("published").path("person").fieldNames().next());
            ids.put("revision", dossier.path("revision").asText());
            placards.remove(dossier.path("placard").asText());
            placards.addFirst(dossier.path("placard").asText());
            var proposed = Register.proposes(desk, dossier, "premises//address", "松影街9号之" + district);
            ids.put("change", proposed.path("pending").path("id").asText());
            ids.put("evaluation", evaluation(register, district, id));
            import_ = desk.upload("x.csv", Sample.file("faulty-utf8-bom.csv")).path("id").asText();
            ids.put("sheets", desk.post("/api/sheets", Map.of("district", district, "format", "a5", "only", "all"))
                    .path("id").asText());
            ids.put("case", register.of(handler).post("/api/complaints", call()).path("number").asText());
        }

        /** The institution that signs in lies in the first district; in the other nobody is evaluated so many times. */
        private static String evaluation(Register register, String district, String institution) {
            if (!district.equals("990102")) {
                return institution + "-99";
            }
            register.of("ou-yang").post("/api/rounds", Map.ofEntries(
                    Map.entry("id", UUID.randomUUID().toString()),
                    Map.entry("round", "doors"),
                    Map.entry("name", "试评"),
                    Map.entry("territory", "990100"),
                    Map.entry("standard", "ILLUSTRATIVE-2026"),
                    Map.entry("edition", 1),
                    Map.entry("kinds", List.of("medical-institution")),
                    Map.entry("from", "2026-01-01"),
                    Map.entry("until", "2036-12-31"),
                    Map.entry("revision", 0)));
            var owner = register.of("qiao-heguang");
            owner.post("/api/own/evaluations", Map.of("id", UUID.randomUUID().toString(), "round", "doors"));
            return owner.get("/api/own/evaluations").path("items").path(0).path("evaluation").asText();
        }

        private static JsonNode withPeople(Desk desk, JsonNode items) {
            for (var item : items) {
                var dossier = desk.get("/api/institutions/" + item.path("id").asText());
                if (!dossier.path("published").path("person").isEmpty() && dossier.path("pending").isNull()) {
                    return dossier;
                }
            }
            throw new IllegalStateException("no institution of this district has people");
        }

        private Map<String, Object> call() {
            return Map.of(
                    "id", UUID.randomUUID().toString(), "kind", "complaint", "category", "other", "place", "听雨路桥下的诊所",
                    "unit", district, "words", "来电反映结账价高于门口公示的价格。", "identity", "anonymous");
        }

        /** A placard is replaced or withdrawn once; who comes next is asked about another, so that his duty decides. */
        boolean isSpent(String route) {
            return route.endsWith("/replace") || route.endsWith("/withdraw") && route.contains("placards");
        }

        void anotherPlacard() {
            placards.addLast(placards.removeFirst());
        }

        String path(String route, String object) {
            var path = route.substring(route.indexOf(' ') + 1);
            var id = path.startsWith("/api/imports") ? import_
                    : path.startsWith("/api/sheets") ? ids.get("sheets")
                    : ids.get("institution");
            return path.replace("{id}", id)
                    .replace("{file}", path.startsWith("/api/") ? "public-place.csv" : "none.js")
                    .replace("{change}", ids.get("change"))
                    .replace("{code}", path.contains("people") ? ids.get("person") : placards.getFirst())
                    .replace("{number}", ids.get("case"))
                    .replace("{move}", "note")
                    .replace("{slot}", "1")
                    .replace("{summary}", "none")
                    .replace("{evaluation}", ids.get("evaluation"))
                    .replace("{round}", "doors")
                    .replace("{standard}", "ILLUSTRATIVE-2026")
                    .replace("{edition}", "1")
                    .replace("{list}", "doors.csv")
                    .replace("{badge}", ids.get("institution") + ".svg")
                    .replace("{institution}", ids.get("institution"))
                    .replace("{clause}", "none")
                    .replace("{exhibit}", "0".repeat(64))
                    .replace("{step}", step(path, object))
                    .replace("{year}", "2027")
                    + (path.endsWith("/retention") ? "?unit=" + district : "");
        }

        private static String step(String path, String object) {
            if (path.startsWith("/api/standards")) {
                return object;
            }
            if (path.startsWith("/api/")) {
                return path.startsWith("/api/own") ? "confirm" : "declare";
            }
            return object.contains(", ") ? object.substring(0, object.indexOf(',')) : "message";
        }

        Optional<byte[]> body(String route, String object) {
            if (object.endsWith("receipt")) {
                var number = object.endsWith("own receipt") ? receipts.own() : receipts.next();
                var held = Receipts.fields()
                        .put("number", number.path("number").asText())
                        .put("secret", receipts.secret())
                        .put("id", UUID.randomUUID().toString());
                return Optional.of(held.toString().getBytes(UTF_8));
            }
            return switch (route) {
                case "PUT /api/institutions/{id}/people/{code}/photo" -> Optional.of(Sample.file("photos/a.jpg"));
                case "POST /api/imports" -> Optional.of(Sample.file("faulty-utf8-bom.csv"));
                case "POST /api/complaints/handovers" -> Optional.of((
                        "工单编号,诉求类型,类别,所属区,机构名称或地点,诉求内容\r\nYT1,投诉,退费纠纷,青岚区,听雨路18号,办卡后要求退费。\r\n").getBytes(UTF_8));
                default -> json(route).map(text -> text.getBytes(UTF_8));
            };
        }

        /** Whole, so that nobody is kept out or let in for its sake. */
        private Optional<String> json(String route) {
            var id = UUID.randomUUID();
            return Optional.ofNullable(switch (route) {
                case "POST /api/complaints" -> Event.JSON.valueToTree(call()).toString();
                case "POST /api/complaints/{number}/{move}" -> "{\"id\":\"" + id + "\",\"words\":\"明天去看。\"}";
                case "POST /api/complaints/{number}/contact" -> "{\"id\":\"" + id + "\",\"reason\":\"电话核实\"}";
                case "POST /api/own/summaries/{summary}/counter" -> "{\"id\":\"" + id + "\",\"words\":\"已核对。\"}";
                case "POST /api/own/evaluations/{evaluation}/{step}", "POST /api/panels/{evaluation}/{step}",
                        "POST /api/standards/{standard}/{edition}/{step}" ->
                    "{\"id\":\"" + id + "\"}";
                case "POST /api/own/evaluations/{evaluation}/exhibits", "POST /api/panels/{evaluation}/exhibits" ->
                    "{\"id\":\"" + id + "\",\"clause\":\"none\"}";
                case "POST /api/institutions/{id}/changes" -> "{\"id\":\"" + id + "\",\"revision\":1,\"source\":\"现场\","
                        + "\"edits\":[{\"path\":\"premises//phone\",\"value\":\"0990-2200045\"}]}";
                case "POST /api/institutions/{id}/changes/{change}/refuse", "POST /api/imports/{id}/refuse",
                        "POST /api/placards/{code}/replace", "POST /api/placards/{code}/withdraw" ->
                    "{\"reason\":\"核对时发现不符。\"}";
                case "POST /api/placards/{code}/posting" -> "{\"step\":\"printed\",\"note\":\"一层前台\",\"photo\":null}";
                case "POST /api/sheets" -> "{\"district\":\"" + district + "\",\"format\":\"a5\",\"only\":\"unprinted\"}";
                case "POST /api/placards" -> "{\"district\":\"" + district + "\"}";
                case "PUT /api/calendar/{year}" ->
                    "{\"off\":[\"2027-01-01\"],\"work\":[],\"source\":\"国办发明电〔2026〕7号\"}";
                case String r when r.startsWith("POST ") || r.startsWith("PUT ") -> "{}";
                default -> null;
            });
        }
    }
}

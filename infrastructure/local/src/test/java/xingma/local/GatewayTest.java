package xingma.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.engines.Stack;

/** What an HTTP API does between a request and a function. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GatewayTest {
    private static final People PEOPLE = People.read(
            """
            [{"id":"lin","name":"林登记","territory":"990100","duties":["registrar","checker"]}]
            """
                    .getBytes(StandardCharsets.UTF_8));

    private static Issuer issuer;
    private static Gateway gateway;
    private static Gateway withDefault;

    @BeforeAll
    static void open(@TempDir Path folder) {
        issuer = Issuer.open(0, "console", PEOPLE, folder);
        gateway = gateway("small.yaml");
        withDefault = gateway("with-default.yaml");
    }

    private static Gateway gateway(String template) {
        var stack = Stack.of(Path.of("src/test/resources", template), "", Map.of("Issuer", issuer.address()));
        var jwt = Functions.jwt(stack);
        var authorizer = new Authorizer(jwt.get("issuer").toString(), issuer.keys(), Functions.audiences(jwt));
        var functions = new Functions(stack);
        return new Gateway(functions, new Handlers(functions), authorizer, new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterAll
    static void close() {
        issuer.close();
    }

    @Test
    void a_function_sees_path_query_headers_and_cookies_as_in_the_cloud() throws Exception {
        var headers = new TreeMap<String, List<String>>();
        headers.put("x-many", List.of("1", "2"));
        headers.put("cookie", List.of("a=1; b=2"));
        var event = event(new Asked("GET", "/open/%E6%98%9F%2B+", "q=%E7%A0%81+x&q=2&bare", headers, new byte[0],
                "127.0.0.1"));

        assertEquals("ANY /open/{name}", event.path("routeKey").asText());
        assertEquals("/open/星++", event.path("rawPath").asText());
        assertEquals("星++", event.path("pathParameters").path("name").asText());
        assertEquals("码 x,2", event.path("queryStringParameters").path("q").asText());
        assertEquals("", event.path("queryStringParameters").path("bare").asText("missing"));
        assertEquals("1,2", event.path("headers").path("x-many").asText());
        assertEquals("b=2", event.path("cookies").path(1).asText());
        assertFalse(event.path("headers").has("cookie"));
        assertFalse(event.has("body"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, false", "text/csv; charset=gb18030, false", "image/jpeg, true",
                "application/octet-stream, true"
    })
    void only_text_comes_as_text(String type, boolean encoded) throws Exception {
        var asked = new Asked(
                "POST", "/open/x", "", Map.of("content-type", List.of(type)), new byte[] {65, 66}, "127.0.0.1");
        var event = event(asked);

        assertEquals(encoded, event.path("isBase64Encoded").asBoolean());
        assertEquals(encoded ? "QUI=" : "AB", event.path("body").asText());
    }

    @Test
    void the_more_exact_route_wins() throws Exception {
        assertEquals("GET /open/exact", event(get("/open/exact")).path("routeKey").asText());
        assertEquals("a/b c", event(get("/files/a/b%20c")).path("pathParameters").path("path").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /open/x, GET /open/{name}",
        "GET, /files/a/b, GET /files/{path+}",
        "HEAD, /open/x, $default",
        "GET, /open/x/, $default",
        "GET, /, $default",
        "DELETE, /api/none, $default",
        "GET, /api/me/more, $default"
    })
    void the_default_route_takes_what_no_other_does_by_any_method(String method, String path, String route)
            throws Exception {
        var answer = withDefault.answer(new Asked(method, path, "", Map.of(), new byte[0], "127.0.0.1"));
        var event = Event.JSON.readTree(answer.body());

        assertEquals(route, event.path("routeKey").asText());
        assertEquals(path, event.path("rawPath").asText());
        assertEquals(method, event.path("requestContext").path("http").path("method").asText());
    }

    @Test
    void the_default_route_does_not_open_what_is_closed() throws Exception {
        assertEquals(401, withDefault.answer(get("/api/me")).status());
    }

    @Test
    void an_unknown_route_is_told_in_the_gateways_own_words() throws Exception {
        var answer = gateway.answer(get("/nowhere"));

        assertEquals(404, answer.status());
        assertEquals("{\"message\":\"Not Found\"}", text(answer));
        assertTrue(answer.header("apigw-requestid").isPresent());
    }

    @Test
    void bytes_cookies_and_headers_come_back() throws Exception {
        var answer = gateway.answer(get("/open/bytes"));

        assertEquals(418, answer.status());
        assertArrayEquals(new byte[] {1, -1}, answer.body());
        assertEquals("image/png", answer.header("content-type").orElseThrow());
        assertEquals(List.of("a=1", "b=2"), answer.cookies());
    }

    @Test
    void a_bare_reply_is_a_body() throws Exception {
        assertEquals("{\"plain\":true}", text(gateway.answer(get("/open/bare"))));
    }

    @ParameterizedTest
    @CsvSource({"thrown", "overflow", "slow", "huge"})
    void a_function_that_fails_tells_the_caller_nothing(String how) throws Exception {
        var answer = gateway.answer(get("/open/" + how));

        assertEquals(500, answer.status());
        assertEquals("{\"message\":\"Internal Server Error\"}", text(answer));
    }

    @Test
    void a_body_too_large_for_an_event_is_refused() throws Exception {
        var asked = new Asked("POST", "/open/x", "", Map.of(), new byte[5 * 1024 * 1024], "127.0.0.1");

        assertEquals(413, gateway.answer(asked).status());
    }

    @Test
    void a_good_token_becomes_claims_of_text() throws Exception {
        var event = event(with(issuer.token(PEOPLE.named("lin"))));
        var claims = event.path("requestContext").path("authorizer").path("jwt").path("claims");

        assertEquals("lin", claims.path("sub").asText());
        assertEquals("990100", claims.path("xingma_territory").asText());
        assertEquals("registrar checker", claims.path("xingma_duties").asText());
        assertEquals("[console]", claims.path("aud").asText());
        assertTrue(claims.path("exp").asText().matches("\\d{10}"), claims.toString());
    }

    @Test
    void no_token_a_strangers_token_and_an_old_one_are_refused_alike() throws Exception {
        var lin = PEOPLE.named("lin");
        var good = issuer.token(lin);
        var forged = good.substring(0, good.length() - 8) + "AAAAAAAA";
        var unsigned = "eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + ".";

        assertEquals(401, gateway.answer(get("/api/me")).status());
        for (var token : List.of(
                forged,
                unsigned,
                "not a token",
                issuer.issue(lin, "another-audience", Duration.ofHours(1)),
                issuer.issue(lin, "console", Duration.ofHours(-1)))) {
            var answer = gateway.answer(with(token));
            assertEquals(401, answer.status(), token);
            assertEquals("{\"message\":\"Unauthorized\"}", text(answer));
        }
    }

    private static Asked get(String path) {
        return new Asked("GET", path, "", Map.of(), new byte[0], "127.0.0.1");
    }

    private static Asked with(String token) {
        return new Asked("GET", "/api/me", "", Map.of("authorization", List.of("Bearer " + token)), new byte[0],
                "127.0.0.1");
    }

    private static JsonNode event(Asked asked) throws IOException, InterruptedException {
        var answer = gateway.answer(asked);
        assertEquals(200, answer.status(), text(answer));
        return Event.JSON.readTree(answer.body());
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}

package xingma.aws.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import xingma.aws.Unavailable;
import xingma.aws.log.Log;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpTest {
    private static final String SECRET = "周砚宁 lives at 听雨路18号";

    private final List<String> logged = new ArrayList<>();

    private static String event(Consumer<ObjectNode> more) {
        try {
            var event = (ObjectNode) Entrance.JSON.readTree(
                    """
                    {"version":"2.0","routeKey":"GET /q/{code}","rawPath":"/q/%E6%98%9F+1",
                     "rawQueryString":"lang=en&a=1&a=2",
                     "cookies":["a=b"],"headers":{"Accept-Language":"zh-CN,zh;q=0.9,en;q=0.8","x-file-name":"a%20b"},
                     "queryStringParameters":{"lang":"en","a":"1,2"},"pathParameters":{"code":"星+1"},
                     "requestContext":{"accountId":"1","authorizer":{"jwt":{"scopes":null,"claims":{"sub":"gao",
                     "xingma_duties":"registrar checker"}}},"http":{"method":"GET","path":"/q/x"},
                     "requestId":"JKJaXmPLvHcESHA=","timeEpoch":1},
                     "stageVariables":null,"isBase64Encoded":false}""");
            more.accept(event);
            return event.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String event() {
        return event(e -> {});
    }

    private static ObjectNode headers(ObjectNode event) {
        return (ObjectNode) event.get("headers");
    }

    private Http http(Function<Request, Reply> handler) {
        return Http.of(Routes.none().on("GET /q/{code}", handler)).with(new Log(logged::add, Clock.systemUTC()));
    }

    private static Reply ok() {
        return Reply.of(200, Reply.JSON, "{}");
    }

    private static JsonNode body(JsonNode response) {
        try {
            return Entrance.JSON.readTree(response.get("body").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_head_is_answered_as_the_whole_without_its_body(Entrance entrance) {
        var refusing = http(r -> {
            throw new Refused(Problem.notFound("x.unknown", "没有", "None"));
        });
        for (var http : List.of(http(r -> ok().with("etag", "W/\"1\"")), refusing)) {
            var whole = (ObjectNode) entrance.answer(http, event());
            var head = entrance.answer(
                    http, event(e -> ((ObjectNode) e.at("/requestContext/http")).put("method", "HEAD")));

            assertFalse(whole.path("body").asText().isEmpty());
            assertEquals(whole.put("body", ""), head);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_handler_sees_every_part_of_the_request(Entrance entrance) {
        var seen = new ArrayList<Request>();

        entrance.answer(http(r -> {
            seen.add(r);
            return ok();
        }), event(e -> e.put("body", "星")));

        var request = seen.getFirst();
        assertEquals("GET /q/{code}", request.route());
        assertEquals("GET", request.method());
        assertEquals("/q/星+1", request.path());
        assertEquals(Optional.of("星+1"), request.pathParameter("code"));
        assertEquals(Optional.of("en"), request.query("lang"));
        assertEquals(Optional.of("1,2"), request.query("a"));
        assertEquals(Optional.of("a%20b"), request.header("x-file-name"));
        assertEquals(Optional.of("zh-CN,zh;q=0.9,en;q=0.8"), request.header("accept-language"));
        assertEquals(Optional.of("gao"), request.claim("sub"));
        assertEquals(Optional.of("registrar checker"), request.claim("xingma_duties"));
        assertEquals("JKJaXmPLvHcESHA=", request.id());
        assertEquals("星", new String(request.body(), StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), request.claim("name"));
        assertEquals(Optional.empty(), request.query("none"));
    }

    @ParameterizedTest
    @EnumSource
    void a_request_without_any_optional_part_is_still_a_request(Entrance entrance) {
        var response = entrance.answer(http(r -> Reply.of(200, Reply.JSON, "\"" + r.body().length + "\"")), event(e -> {
            e.remove(List.of("headers", "queryStringParameters", "pathParameters", "cookies"));
            e.putNull("body");
            e.putNull("queryStringParameters");
            ((ObjectNode) e.get("requestContext")).remove("authorizer");
        }));

        assertEquals(200, response.get("statusCode").asInt());
        assertEquals("\"0\"", response.get("body").asText());
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_route_is_a_problem_with_the_requests_id(Entrance entrance) {
        var response = entrance.answer(http(r -> ok()), event(e -> e.put("routeKey", "GET /nowhere")));

        assertEquals(404, response.get("statusCode").asInt());
        assertEquals("application/problem+json; charset=utf-8", response.at("/headers/content-type").asText());
        assertEquals("route.unknown", body(response).get("code").asText());
        assertEquals("JKJaXmPLvHcESHA=", body(response).get("requestId").asText());
        assertEquals("没有这个地址。请检查链接是否完整。", body(response).get("detail").asText());
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_names_its_field_in_the_readers_language(Entrance entrance) {
        var http = http(r -> {
            throw new Refused(Problem.field("reason", "field.missing", "请填写原因。", "Give a reason."));
        });

        var chinese = entrance.answer(http, event());
        var english = entrance.answer(http, event(e -> headers(e).put("Accept-Language", "en-GB,en;q=0.9")));

        assertEquals(400, chinese.get("statusCode").asInt());
        assertEquals("请填写原因。", body(chinese).get("detail").asText());
        assertEquals("reason", body(chinese).get("field").asText());
        assertEquals("Give a reason.", body(english).get("detail").asText());
        assertEquals("Malformed input", body(english).get("title").asText());
        assertEquals("en", english.at("/headers/content-language").asText());
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new IllegalStateException(SECRET),
                new StackOverflowError(SECRET),
                new AssertionError(SECRET),
                new IllegalArgumentException(SECRET, new RuntimeException(SECRET)),
                DynamoDbException.builder().statusCode(400).message(SECRET).build());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void our_faults_are_answered_without_detail_and_logged_without_message(Throwable fault) {
        var response = Entrance.STREAM.answer(http(r -> {
            throw sneaky(fault);
        }), event());

        assertEquals(500, response.get("statusCode").asInt());
        assertEquals("service.fault", body(response).get("code").asText());
        assertFalse(response.toString().contains("Exception"));
        assertFalse(response.toString().contains("听雨路"));
        var log = String.join("\n", logged);
        assertTrue(log.contains(fault.getClass().getSimpleName()));
        assertFalse(log.contains("lives at"));
    }

    static Stream<Throwable> outages() {
        return Stream.of(
                new Unavailable("busy", null),
                ApiCallTimeoutException.create(5_000),
                SdkClientException.create("no route", new SocketTimeoutException()),
                DynamoDbException.builder().statusCode(503).build(),
                DynamoDbException.builder()
                        .statusCode(400)
                        .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
                        .build(),
                new UncheckedIOException(new IOException("reset")));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void outages_ask_to_come_again(Throwable outage) {
        var response = Entrance.STREAM.answer(http(r -> {
            throw sneaky(outage);
        }), event());

        assertEquals(503, response.get("statusCode").asInt());
        assertEquals("2", response.at("/headers/retry-after").asText());
        assertEquals("service.busy", body(response).get("code").asText());
    }

    @Test
    void whoever_says_503_asks_to_come_again_and_nobody_else_does() {
        var busy = http(r -> {
            throw new Refused(Problem.of(503, "case.busy", "案件正由他人办理。", "Others are working on this case."));
        });
        var patient = http(r -> Reply.empty(503).with("retry-after", "60"));
        var taken = http(r -> {
            throw new Refused(Problem.of(409, "id.taken", "已用。", "Taken."));
        });

        assertEquals("2", Entrance.STREAM.answer(busy, event()).at("/headers/retry-after").asText());
        assertEquals("60", Entrance.STREAM.answer(patient, event()).at("/headers/retry-after").asText());
        assertTrue(Entrance.STREAM.answer(taken, event()).at("/headers/retry-after").isMissingNode());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void people_are_told_by_a_page_and_programs_by_a_problem() {
        var http = http(r -> {
            throw new Refused(Problem.notFound("placard.unknown", "没有这个码。", "No such code."));
        }).with((request, problem) -> Reply.of(problem.status(), Reply.HTML, "<p>" + problem.chinese() + "</p>"));

        var person = Entrance.STREAM.answer(http, event(e -> headers(e).put("accept", "text/html,*/*")));
        var program = Entrance.STREAM.answer(http, event(e -> headers(e).put("accept", "application/json")));

        assertEquals("<p>没有这个码。</p>", person.get("body").asText());
        assertEquals(404, person.get("statusCode").asInt());
        assertEquals("placard.unknown", body(program).get("code").asText());
    }

    @Test
    void a_page_that_fails_itself_gives_way_to_the_problem() {
        var http = http(r -> {
            throw new StackOverflowError();
        }).with((request, problem) -> {
            throw new IllegalStateException();
        });

        var response = Entrance.STREAM.answer(http, event(e -> headers(e).put("accept", "text/html")));

        assertEquals(500, response.get("statusCode").asInt());
        assertEquals("service.fault", body(response).get("code").asText());
    }

    @ParameterizedTest
    @EnumSource
    void binary_travels_in_base64_both_ways(Entrance entrance) {
        var bytes = new byte[] {0, -1, 7, (byte) 0x89};
        var seen = new ArrayList<byte[]>();

        var response = entrance.answer(http(r -> {
            seen.add(r.body());
            return Reply.of(200, "image/png", bytes);
        }), event(e -> e.put("body", Base64.getEncoder().encodeToString(bytes)).put("isBase64Encoded", true)));

        assertArrayEquals(bytes, seen.getFirst());
        assertTrue(response.get("isBase64Encoded").asBoolean());
        assertArrayEquals(bytes, Base64.getDecoder().decode(response.get("body").asText()));
    }

    @ParameterizedTest
    @EnumSource
    void text_travels_as_text(Entrance entrance) {
        var response = entrance.answer(http(r -> Reply.of(200, Reply.HTML, "<p>星</p>")), event());

        assertFalse(response.get("isBase64Encoded").asBoolean());
        assertEquals("<p>星</p>", response.get("body").asText());
    }

    @ParameterizedTest
    @EnumSource
    void a_body_over_the_limit_never_reaches_the_handler(Entrance entrance) {
        var http = http(r -> {
            throw new AssertionError("reached");
        });
        var plain = event(e -> e.put("body", "星".repeat(Routes.USUAL_BODY / 3 + 1)));
        var encoded = event(e -> e.put("body", Base64.getEncoder().encodeToString(new byte[Routes.USUAL_BODY + 1]))
                .put("isBase64Encoded", true));

        for (var event : List.of(plain, encoded)) {
            var response = entrance.answer(http, event);
            assertEquals(413, response.get("statusCode").asInt());
            assertEquals("内容超过上限 64 KB。请减少内容或分成几份。", body(response).get("detail").asText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_body_at_the_limit_is_taken(Entrance entrance) {
        var response = entrance.answer(
                http(r -> Reply.of(200, Reply.JSON, Integer.toString(r.body().length))),
                event(e -> e.put("body", Base64.getEncoder().encodeToString(new byte[Routes.USUAL_BODY]))
                        .put("isBase64Encoded", true)));

        assertEquals(Integer.toString(Routes.USUAL_BODY), response.get("body").asText());
    }

    @Test
    void a_half_written_upload_is_refused() {
        var response = Entrance.STREAM.answer(
                http(r -> ok()), event(e -> e.put("body", "QUJD*").put("isBase64Encoded", true)));

        assertEquals("body.malformed", body(response).get("code").asText());
    }

    @ParameterizedTest
    @EnumSource
    void every_answer_is_guarded_and_none_is_kept_by_caches_unless_it_says_so(Entrance entrance) {
        var usual = entrance.answer(http(r -> ok()), event()).get("headers");
        var own = entrance.answer(
                        http(r -> ok().with("cache-control", "max-age=5")
                                .with("content-security-policy", "default-src 'self'")),
                        event())
                .get("headers");

        assertEquals("no-store", usual.get("cache-control").asText());
        assertEquals("default-src 'none'; frame-ancestors 'none'", usual.get("content-security-policy").asText());
        assertEquals("nosniff", usual.get("x-content-type-options").asText());
        assertEquals("no-referrer", usual.get("referrer-policy").asText());
        assertTrue(usual.get("strict-transport-security").asText().startsWith("max-age=31536000"));
        assertEquals("JKJaXmPLvHcESHA=", usual.get("x-request-id").asText());
        assertEquals("max-age=5", own.get("cache-control").asText());
        assertEquals("default-src 'self'", own.get("content-security-policy").asText());
    }

    @ParameterizedTest
    @EnumSource
    void values_beyond_all_bounds_are_as_if_absent(Entrance entrance) {
        var seen = new ArrayList<Request>();
        entrance.answer(http(r -> {
            seen.add(r);
            return ok();
        }), event(e -> {
            headers(e).put("x-file-name", "a".repeat(2_049)).put("x".repeat(101), "b");
            ((ObjectNode) e.get("requestContext")).put("requestId", "a\nforged {}");
        }));

        assertEquals(Optional.empty(), seen.getFirst().header("x-file-name"));
        assertEquals(Optional.empty(), seen.getFirst().header("x".repeat(101)));
        assertEquals("-", seen.getFirst().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "null", "[]", "7", "{", "not json", "{\"routeKey\":{\"a\":1},\"headers\":[1],\"requestContext\":\"x\"}",
        "{\"routeKey\":\"GET /q/{code}\",\"body\":{\"a\":[]},\"headers\":{\"a\":{\"b\":1},\"c\":null},"
                + "\"requestContext\":{\"authorizer\":[],\"jwt\":null}}"
    })
    void what_the_gateway_never_sent_is_answered_too(String event) throws IOException {
        var out = new ByteArrayOutputStream();

        http(r -> ok()).answer(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out);

        var status = Entrance.JSON.readTree(out.toByteArray()).get("statusCode").asInt();
        assertEquals(event.contains("\"GET /q/{code}\"") ? 200 : 404, status);
    }

    @Test
    void no_event_at_all_is_answered_too() {
        assertEquals(404, http(r -> ok())
                .answer((com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent) null)
                .getStatusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zh", "fr", "zh-CN,en", "en;q=0.5,zh;q=0.6", "en;q=abc", "*"})
    void chinese_unless_english_is_preferred(String languages) {
        assertFalse(Problems.prefersEnglish(languages));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US,en;q=0.9", "fr,en;q=0.2", "zh;q=0.1,EN;q=0.2"})
    void english_where_it_is_preferred(String languages) {
        assertTrue(Problems.prefersEnglish(languages));
    }

    @Test
    void who_is_refused_what_is_not_theirs_stands_in_the_log() {
        var http = http(r -> {
            throw new Refused(Problem.of(403, "duty.missing", "不是您的岗位。", "Not your duty."));
        });

        Entrance.STREAM.answer(http, event());
        Entrance.STREAM.answer(
                http,
                event(e -> ((ObjectNode) e.at("/requestContext/authorizer/jwt/claims")).put("sub", "周 砚宁\n")));

        assertTrue(logged.getFirst().contains("\"event\":\"denied\""));
        assertTrue(logged.getFirst().contains("\"officer\":\"gao\",\"code\":\"duty.missing\""));
        assertTrue(logged.get(2).contains("\"officer\":\"-\""));
    }

    @Test
    void every_answer_is_one_line_in_the_log() {
        Entrance.STREAM.answer(http(r -> ok()), event());
        Entrance.STREAM.answer(http(r -> ok()), event(e -> e.put("routeKey", "GET /forged\n{}")));

        assertEquals(2, logged.size());
        assertTrue(logged.getFirst().contains("\"route\":\"GET /q/{code}\",\"status\":200"));
        assertTrue(logged.getLast().contains("\"route\":\"none\",\"status\":404"));
    }
}

package xingma.bureau;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class SignInTest {
    private static final byte[] PENDING =
            "{\"error\":\"authorization_pending\"}".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path home;

    private StandIn console;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        console = new StandIn();
        console.json("GET /api/me", "{\"id\":\"gao-min\",\"name\":\"高敏\"}")
                .json("GET /api/imports", "{\"items\":[],\"next\":null}");
        desk = new Desk(home, console.address());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void an_officer_signs_in_with_the_browser_and_comes_back_to_the_terminal() throws Exception {
        var provider = new MockOAuth2Server(new OAuth2Config(
                false, null, null, false, new OAuth2TokenProvider(), Set.of(), new NettyWrapper()));
        provider.start(InetAddress.getByName("127.0.0.1"), 0);
        try (var browser = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            var issuer = "http://127.0.0.1:" + provider.issuerUrl("bureau").port() + "/bureau";
            console.json("GET /config.json", "{\"issuer\":\"%s\",\"clientId\":\"console\",\"scope\":\"openid\"}".formatted(issuer));
            var printed = new CompletableFuture<String>();
            var signedIn = CompletableFuture.supplyAsync(() -> Bureau.run(
                    new Surroundings(Map.of("XINGMA_AT", console.address()), home, watching(printed),
                            new PrintWriter(new StringWriter()), false, Duration.ofMillis(2)),
                    "sign-in"));
            var page = browser.send(
                    HttpRequest.newBuilder(URI.create(printed.get(20, TimeUnit.SECONDS))).build(), BodyHandlers.ofString());
            assertEquals(0, signedIn.get(20, TimeUnit.SECONDS));
            assertTrue(page.body().contains("已登录"), page.body());
        } finally {
            provider.shutdown();
        }
        assertEquals(0, desk.run("imports"));
        assertTrue(console.asked("GET /api/imports").getFirst().header("authorization").startsWith("Bearer ey"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("session.json"))));
    }

    @Test
    void a_sample_person_of_the_local_city_signs_in_without_a_browser() {
        console.file("GET /token/gao-min", "a.b.c".getBytes(StandardCharsets.US_ASCII));
        assertEquals(0, desk.run("sign-in", "--as", "gao-min"));
        assertTrue(desk.err().contains("高敏"));
        assertEquals(0, desk.run("imports"));
        assertEquals("Bearer a.b.c", console.asked("GET /api/imports").getFirst().header("authorization"));
        assertEquals(0, desk.run("sign-out"));
        assertEquals(3, desk.run("imports"));
    }

    @Test
    void nobody_signs_in_who_is_not_there() {
        assertEquals(3, desk.run("sign-in", "--as", "nobody"));
        assertTrue(desk.err().contains("nobody"));
    }

    @Test
    void a_provider_over_plain_http_elsewhere_is_refused() {
        console.json("GET /config.json", "{\"issuer\":\"http://sign-in.example\",\"clientId\":\"c\",\"scope\":\"openid\"}");
        assertEquals(3, desk.run("sign-in"));
    }

    @Test
    void an_officer_without_a_browser_types_a_code_on_another_device() {
        var issuer = console.address();
        console.json("GET /.well-known/openid-configuration", """
                        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                         "device_authorization_endpoint":"%1$s/device","jwks_uri":"%1$s/jwks",
                         "subject_types_supported":["public"]}""".formatted(issuer))
                .json("POST /device", """
                        {"device_code":"d","user_code":"WDJB-MJHT","verification_uri":"https://sign-in.example/device",
                         "expires_in":600,"interval":5}""")
                .lay("POST /token", new StandIn.Answer(400, "application/json", PENDING, ""))
                .json("POST /token", "{\"access_token\":\"a.b.c\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        var out = new StringWriter();
        var rests = new ArrayList<Duration>();
        var config = Api.JSON.createObjectNode().put("issuer", issuer).put("clientId", "console").put("scope", "openid");
        var token = new Oidc(config, new Words(Words.Language.zh))
                .byDevice(new Terminal(new PrintWriter(out), new PrintWriter(out), false), rests::add);
        assertEquals(new Oidc.Token("a.b.c", Duration.ofHours(1)), token);
        assertTrue(out.toString().contains("WDJB-MJHT"));
        assertEquals(List.of(Duration.ofSeconds(5), Duration.ofSeconds(5)), rests);
    }

    @Test
    void a_token_that_ended_is_not_used() {
        var tokens = new KeptTokens(home, Clock.systemUTC());
        tokens.keep(URI.create("https://a.example/"), "old", Instant.now().minusSeconds(1));
        tokens.keep(URI.create("https://b.example/"), "new", Instant.now().plusSeconds(60));
        assertFalse(tokens.find(URI.create("https://a.example/")).isPresent());
        assertEquals("new", tokens.find(URI.create("https://b.example/")).orElseThrow());
    }

    private static PrintWriter watching(CompletableFuture<String> printed) {
        return new PrintWriter(new StringWriter()) {
            @Override
            public void println(String line) {
                if (line.startsWith("http")) {
                    printed.complete(line);
                }
            }
        };
    }
}

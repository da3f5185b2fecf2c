package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IssuerTest {
    private static final People PEOPLE = People.read(
            """
            [{"id":"lin","name":"林登记","english":"Lin Deng","territory":"990100","duties":["registrar","checker"]}]
            """
                    .getBytes(StandardCharsets.UTF_8));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void a_person_signs_in_by_one_button(@TempDir Path folder) throws Exception {
        try (var issuer = Issuer.open(0, "console", PEOPLE, folder)) {
            var known = Event.JSON.readTree(got(issuer.address() + "/.well-known/openid-configuration").body());
            assertEquals(issuer.address(), known.path("issuer").asText());

            var verifier = "a-verifier-that-is-long-enough-for-the-rules-of-pkce";
            var asked = known.path("authorization_endpoint").asText() + "?" + form(Map.of(
                    "client_id", "console",
                    "redirect_uri", "http://127.0.0.1:9/",
                    "response_type", "code",
                    "scope", "openid",
                    "state", "s",
                    "nonce", "n",
                    "code_challenge", challenge(verifier),
                    "code_challenge_method", "S256"));
            var page = got(asked).body();
            assertTrue(page.contains("林登记") && page.contains("云汀市 · 登记员、复核员"), page);
            assertTrue(page.contains("Lin Deng, Yunting: registrar, checker"), page);

            var claims = "{\"name\":\"林登记\",\"xingma_territory\":\"990100\",\"xingma_duties\":\"registrar checker\"}";
            var redirect = posted(asked, Map.of("username", "lin", "claims", claims));
            var code = redirect.headers().firstValue("location").orElseThrow().replaceAll(".*code=([^&]+).*", "$1");
            var tokens = Event.JSON.readTree(posted(known.path("token_endpoint").asText(), Map.of(
                            "grant_type", "authorization_code",
                            "client_id", "console",
                            "code", code,
                            "redirect_uri", "http://127.0.0.1:9/",
                            "code_verifier", verifier))
                    .body());

            var access = SignedJWT.parse(tokens.path("access_token").asText()).getJWTClaimsSet();
            assertEquals("lin", access.getSubject());
            assertEquals(List.of("console"), access.getAudience());
            assertEquals("990100", access.getClaim("xingma_territory"));
            var verified = new Authorizer(issuer.address(), issuer.keys(), List.of("console"))
                    .claims(Optional.of("Bearer " + tokens.path("access_token").asText()));
            assertEquals("林登记", verified.orElseThrow().get("name"));
        }
    }

    private static HttpResponse<String> got(String address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> posted(String address, Map<String, String> form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}

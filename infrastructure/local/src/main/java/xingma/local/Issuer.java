package xingma.local;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** The sign-in of the city on a laptop: OpenID Connect with code and PKCE, and a page that lists the sample people. */
final class Issuer implements AutoCloseable {
    private static final String ID = "bureau";
    private static final Duration SHIFT = Duration.ofHours(8);

    private final MockOAuth2Server server;
    private final String audience;
    private final int port;

    private Issuer(MockOAuth2Server server, String audience, int port) {
        this.server = server;
        this.audience = audience;
        this.port = port;
    }

    static Issuer open(int port, String audience, People people, Path folder) {
        try {
            Files.createDirectories(folder);
            var page = folder.resolve("sign-in.html");
            Files.writeString(page, SignInPage.of(people));
            var config = new OAuth2Config(
                    true, page.toString(), null, false, new OAuth2TokenProvider(), Set.of(new Shift(audience)),
                            new NettyWrapper());
            var free = port == 0 ? freePort() : port;
            var server = new MockOAuth2Server(config);
            server.start(InetAddress.getByName("127.0.0.1"), free);
            return new Issuer(server, audience, free);
        } catch (BindException taken) {
            throw new Host.PortTaken(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return "http://127.0.0.1:" + port + "/" + ID;
    }

    URI keys() {
        return URI.create(address() + "/jwks");
    }

    String audience() {
        return audience;
    }

    /** A token as the person would get it by signing in. */
    String token(People.Person person) {
        return issue(person, audience, SHIFT);
    }

    /** A token for tests of what the gateway refuses. */
    String issue(People.Person person, String forAudience, Duration lasting) {
        var claims = new TreeMap<String, Object>(person.claims());
        claims.put("iss", address());
        claims.put("sub", person.id());
        claims.put("aud", List.of(forAudience));
        return server.getConfig().getTokenProvider().jwt(claims, lasting, ID).serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }

    /** Every token lasts a shift and is for the console; who it is for, the sign-in page says. */
    private record Shift(String audience) implements OAuth2TokenCallback {
        @Override
        public String issuerId() {
            return ID;
        }

        @Override
        public String subject(TokenRequest request) {
            return "nobody";
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return List.of(audience);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return Map.of();
        }

        @Override
        public long tokenExpiry() {
            return SHIFT.toSeconds();
        }
    }
}

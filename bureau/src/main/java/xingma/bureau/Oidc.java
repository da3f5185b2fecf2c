package xingma.bureau;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Signing in at the city's OpenID provider: by the browser of this machine, or by a code typed on another. */
final class Oidc {
    private static final int TIMEOUT = (int) Duration.ofSeconds(10).toMillis();
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int DEVICE_REST = 5;

    private final OIDCProviderMetadata provider;
    private final ClientID client;
    private final Scope scope;
    private final boolean idToken;
    private final Words words;

    /**
     * @param config what the console tells its own page: issuer, clientId, scope, token
     */
    Oidc(JsonNode config, Words words) {
        this.words = words;
        var issuer = URI.create(config.path("issuer").asText());
        if (!"https".equals(issuer.getScheme()) && !LOOPBACK.contains(String.valueOf(issuer.getHost()))) {
            throw refused("http: " + issuer);
        }
        client = new ClientID(config.path("clientId").asText());
        scope = Scope.parse(config.path("scope").asText("openid"));
        idToken = config.path("token").asText().equals("id_token");
        try {
            provider = OIDCProviderMetadata.resolve(new Issuer(issuer), TIMEOUT, TIMEOUT);
        } catch (GeneralException | IOException unreachable) {
            throw new Failure(Failure.UNAVAILABLE, words.say("unavailable", issuer, 1));
        }
    }

    /** A bearer token and how long it lasts. */
    record Token(String bearer, Duration lasting) {}

    /** Waits between two questions. */
    @FunctionalInterface
    interface Rest {
        void of(Duration pause) throws InterruptedException;
    }

    /** Authorization code with PKCE; the browser comes back to this machine's own loopback. */
    Token byBrowser(int port, Terminal terminal) {
        var state = new State();
        var verifier = new CodeVerifier();
        try (var door = Loopback.open(port, words)) {
            var code = new ResponseType(ResponseType.Value.CODE);
            var address = new AuthenticationRequest.Builder(code, scope, client, door.address())
                    .endpointURI(provider.getAuthorizationEndpointURI())
                    .state(state)
                    .nonce(new Nonce())
                    .codeChallenge(verifier, CodeChallengeMethod.S256)
                    .build()
                    .toURI();
            terminal.tell(words.say("signIn.open"));
            terminal.say(address.toString());
            var answer = AuthenticationResponseParser.parse(door.await());
            if (!answer.indicatesSuccess()) {
                throw refused(answer.toErrorResponse().getErrorObject().getCode());
            }
            if (!state.equals(answer.getState())) {
                throw refused("state");
            }
            return exchanged(new AuthorizationCodeGrant(
                    answer.toSuccessResponse().getAuthorizationCode(), door.address(), verifier));
        } catch (ParseException unreadable) {
            throw refused(unreadable.getMessage());
        }
    }

    /** The device grant (RFC 8628), where the provider has it. */
    Token byDevice(Terminal terminal, Rest rest) {
        var endpoint = provider.getDeviceAuthorizationEndpointURI();
        if (endpoint == null) {
            throw refused("device_authorization_endpoint");
        }
        try {
            var asking = new DeviceAuthorizationRequest.Builder(client).endpointURI(endpoint).scope(scope).build();
            var asked = DeviceAuthorizationResponse.parse(send(asking.toHTTPRequest()));
            if (!asked.indicatesSuccess()) {
                throw refused(asked.toErrorResponse().getErrorObject().getCode());
            }
            var device = asked.toSuccessResponse();
            terminal.say(words.say("signIn.device", device.getVerificationURI(), device.getUserCode()));
            var asksAgain = new TokenRequest.Builder(
                            provider.getTokenEndpointURI(), client, new DeviceCodeGrant(device.getDeviceCode()))
                    .build();
            var pause = Math.max(device.getInterval(), DEVICE_REST);
            for (var waited = 0L; waited < device.getLifetime(); waited += pause) {
                rest.of(Duration.ofSeconds(pause));
                var reply = OIDCTokenResponseParser.parse(send(asksAgain.toHTTPRequest()));
                if (reply.indicatesSuccess()) {
                    return token((OIDCTokenResponse) reply.toSuccessResponse());
                }
                var code = reply.toErrorResponse().getErrorObject().getCode();
                if ("slow_down".equals(code)) {
                    pause += DEVICE_REST;
                } else if (!"authorization_pending".equals(code)) {
                    throw refused(code);
                }
            }
            throw refused("expired_token");
        } catch (ParseException unreadable) {
            throw refused(unreadable.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw refused("interrupted");
        }
    }

    private Token exchanged(AuthorizationGrant grant) throws ParseException {
        var reply = OIDCTokenResponseParser.parse(send(
                new TokenRequest.Builder(provider.getTokenEndpointURI(), client, grant).build().toHTTPRequest()));
        if (!reply.indicatesSuccess()) {
            throw refused(reply.toErrorResponse().getErrorObject().getCode());
        }
        return token((OIDCTokenResponse) reply.toSuccessResponse());
    }

    private Token token(OIDCTokenResponse reply) {
        var tokens = reply.getOIDCTokens();
        var access = tokens.getAccessToken();
        var lasting = access.getLifetime() > 0 ? Duration.ofSeconds(access.getLifetime()) : Duration.ofHours(1);
        return new Token(idToken ? tokens.getIDTokenString() : access.getValue(), lasting);
    }

    private HTTPResponse send(HTTPRequest request) {
        request.setConnectTimeout(TIMEOUT);
        request.setReadTimeout(TIMEOUT);
        try {
            return request.send();
        } catch (IOException unreachable) {
            throw new Failure(Failure.UNAVAILABLE, words.say("unavailable", provider.getIssuer(), 1));
        }
    }

    private Failure refused(String why) {
        return new Failure(Failure.NOT_SIGNED_IN, words.say("signIn.refused", why));
    }
}

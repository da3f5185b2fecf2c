package xingma.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The gateway's JWT authorizer: signature, issuer, audience and time; claims go on as strings. */
final class Authorizer {
    private static final int PATIENCE_MILLIS = 10_000;

    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
    private final Set<String> audiences;

    Authorizer(String issuer, URI keys, List<String> audiences) {
        this.audiences = Set.copyOf(audiences);
        try {
            // The library's half second is too short while a busy laptop starts everything at once.
            var retriever = new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS);
            var source = JWKSourceBuilder.<SecurityContext>create(keys.toURL(), retriever).build();
            tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.Family.RSA, source));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not an address: " + keys, e);
        }
        var exact = new JWTClaimsSet.Builder().issuer(issuer).build();
        tokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(exact, Set.of("exp")));
    }

    /** The claims of a good token; empty for a missing or bad one. */
    Optional<Map<String, String>> claims(Optional<String> authorization) {
        try {
            var token = authorization.map(a -> a.replaceFirst("(?i)^Bearer\\s+", "")).orElse("");
            var claims = tokens.process(token, null);
            var named = claims.getAudience().isEmpty()
                    ? Optional.ofNullable(claims.getStringClaim("client_id")).map(List::of).orElse(List.of())
                    : claims.getAudience();
            if (named.stream().noneMatch(audiences::contains)) {
                return Optional.empty();
            }
            var strings = new TreeMap<String, String>();
            claims.getClaims().forEach((name, value) -> strings.put(name, string(value)));
            return Optional.of(strings);
        } catch (BadJOSEException | JOSEException | ParseException refused) {
            return Optional.empty();
        }
    }

    private static String string(Object claim) {
        return switch (claim) {
            case null -> "";
            case Date date -> Long.toString(date.toInstant().getEpochSecond());
            case Collection<?> items -> items.stream().map(Authorizer::string)
                    .collect(Collectors.joining(" ", "[", "]"));
            default -> claim.toString();
        };
    }
}

package xingma.bench;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** An officer's request as the gateway hands it to a function. */
final class Call {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Call() {}

    /** @param route method and path pattern; a parameter in braces is filled from {@code parameters} */
    static APIGatewayV2HTTPEvent by(String officer, String duties, String route, Map<String, String> parameters, byte[] body) {
        return by(officer, duties, "990100", route, parameters, body);
    }

    static APIGatewayV2HTTPEvent by(
            String officer, String duties, String territory, String route, Map<String, String> parameters, byte[] body) {
        var parts = route.split(" ");
        var path = parts[1];
        for (var parameter : parameters.entrySet()) {
            path = path.replace('{' + parameter.getKey() + '}', parameter.getValue());
        }
        var claims = Map.of("sub", officer, "name", officer, "xingma_territory", territory, "xingma_duties", duties);
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(route)
                .withRawPath(path)
                .withRawQueryString("")
                .withHeaders(new HashMap<>(Map.of(
                        "content-type",
                        body.length > 1 && body[0] == 'P'
                                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                                : "application/json",
                        "x-file-name",
                        "city-1700.xlsx",
                        "accept",
                        "application/json")))
                .withPathParameters(parameters)
                .withBody(Base64.getEncoder().encodeToString(body))
                .withIsBase64Encoded(true)
                .withRequestContext(RequestContext.builder()
                        .withRequestId("bench")
                        .withRouteKey(route)
                        .withHttp(RequestContext.Http.builder().withMethod(parts[0]).withPath(path).build())
                        .withAuthorizer(RequestContext.Authorizer.builder()
                                .withJwt(RequestContext.Authorizer.JWT.builder().withClaims(claims).build())
                                .build())
                        .build())
                .build();
    }

    static JsonNode read(APIGatewayV2HTTPResponse response) {
        var text = response.getIsBase64Encoded()
                ? new String(Base64.getDecoder().decode(response.getBody()), StandardCharsets.UTF_8)
                : response.getBody();
        if (response.getStatusCode() != 200) {
            throw new IllegalStateException("answered " + response.getStatusCode() + ": " + text);
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

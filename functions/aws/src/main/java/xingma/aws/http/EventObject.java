package xingma.aws.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads events and writes responses as the runtime's own objects. */
final class EventObject {
    private EventObject() {}

    static Request read(APIGatewayV2HTTPEvent event, Routes routes) {
        var parts = new Event.Parts();
        if (event == null) {
            return new Event(parts, 0);
        }
        parts.route = Event.Parts.bounded(event.getRouteKey());
        parts.path = Event.Parts.bounded(event.getRawPath());
        parts.body = event.getBody();
        parts.encoded = event.getIsBase64Encoded();
        values(event.getHeaders(), parts.headers, n -> n.toLowerCase(Locale.ROOT));
        values(event.getQueryStringParameters(), parts.query, n -> n);
        values(event.getPathParameters(), parts.pathParameters, n -> n);
        var context = event.getRequestContext();
        parts.id = Event.Parts.id(context == null ? null : context.getRequestId());
        if (context != null && context.getHttp() != null) {
            parts.method = Event.Parts.method(context.getHttp().getMethod());
        }
        if (context != null && context.getAuthorizer() != null && context.getAuthorizer().getJwt() != null) {
            values(context.getAuthorizer().getJwt().getClaims(), parts.claims, n -> n);
        }
        return new Event(parts, routes.largestBody(parts.route));
    }

    private static void values(Map<String, String> from, Map<String, String> to, UnaryOperator<String> naming) {
        if (from != null) {
            from.forEach((name, value) -> Event.Parts.keep(to, naming.apply(name), value));
        }
    }

    static APIGatewayV2HTTPResponse write(Reply reply) {
        var text = Bodies.isText(reply);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(reply.status())
                .withHeaders(reply.headers())
                .withIsBase64Encoded(!text)
                .withBody(text ? reply.text() : Bodies.encoded(reply))
                .build();
    }
}

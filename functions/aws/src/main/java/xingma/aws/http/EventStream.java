package xingma.aws.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads events and writes responses token by token. */
final class EventStream {
    /** Lambda itself takes at most 6 MB. */
    private static final int LARGEST_EVENT = 7 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(LARGEST_EVENT)
                    .maxDocumentLength(LARGEST_EVENT)
                    .build())
            .build();

    private EventStream() {}

    /** What is not an event at all has no route, and is answered as such. */
    static Request read(InputStream in, Routes routes) throws IOException {
        var parts = new Event.Parts();
        try (var json = JSON.createParser(in)) {
            event(json, parts);
        } catch (JacksonException broken) {
            return new Event(new Event.Parts(), 0);
        }
        return new Event(parts, routes.largestBody(parts.route));
    }

    private static void event(JsonParser json, Event.Parts parts) throws IOException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "routeKey" -> parts.route = Event.Parts.bounded(text(json));
                case "rawPath" -> parts.path = Event.Parts.bounded(text(json));
                case "headers" -> values(json, parts.headers, n -> n.toLowerCase(Locale.ROOT));
                case "queryStringParameters" -> values(json, parts.query, n -> n);
                case "pathParameters" -> values(json, parts.pathParameters, n -> n);
                case "requestContext" -> context(json, parts);
                case "body" -> parts.body = text(json);
                case "isBase64Encoded" -> parts.encoded = "true".equals(text(json));
                default -> json.skipChildren();
            }
        }
    }

    private static String text(JsonParser json) throws IOException {
        json.skipChildren();
        return json.getValueAsString();
    }

    private static void context(JsonParser json, Event.Parts parts) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "requestId" -> parts.id = Event.Parts.id(text(json));
                case "http", "authorizer", "jwt" -> context(json, parts);
                case "method" -> parts.method = Event.Parts.method(text(json));
                case "claims" -> values(json, parts.claims, n -> n);
                default -> json.skipChildren();
            }
        }
    }

    private static void values(JsonParser json, Map<String, String> values, UnaryOperator<String> naming)
            throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = naming.apply(json.currentName());
            if (json.nextToken().isScalarValue()) {
                Event.Parts.keep(values, name, json.getValueAsString());
            } else {
                json.skipChildren();
            }
        }
    }

    static void write(Reply reply, OutputStream out) throws IOException {
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", reply.status());
            json.writeObjectFieldStart("headers");
            for (var header : reply.headers().entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            var text = Bodies.isText(reply);
            json.writeBooleanField("isBase64Encoded", !text);
            json.writeStringField("body", text ? reply.text() : Bodies.encoded(reply));
            json.writeEndObject();
        }
    }
}

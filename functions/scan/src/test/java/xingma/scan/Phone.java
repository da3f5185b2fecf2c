package xingma.scan;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Asks a function as the gateway does: an event in, a response out. */
final class Phone {
    private static final JsonFactory JSON = new JsonFactory();

    private final RequestStreamHandler function;

    Phone(RequestStreamHandler function) {
        this.function = function;
    }

    /** What came back. */
    record Heard(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    Heard scan(String code, String... headers) throws IOException {
        return ask("GET /q/{code}", Map.of("code", code), Map.of(), headers);
    }

    /** Headers come as name and value in turn; a browser's Accept is sent unless another is given. */
    Heard ask(String route, Map<String, String> path, Map<String, String> query, String... headers) throws IOException {
        return ask(route, route.substring(0, route.indexOf(' ')), "/", path, query, headers);
    }

    /** An address that no route takes. */
    Heard stray(String method, String address, Map<String, String> query, String... headers) throws IOException {
        return ask("$default", method, address, Map.of(), query, headers);
    }

    private Heard ask(
            String route,
            String method,
            String address,
            Map<String, String> path,
            Map<String, String> query,
            String... headers)
            throws IOException {
        var all = new TreeMap<>(Map.of("accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        for (var i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        var event = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(event)) {
            json.writeStartObject();
            json.writeStringField("version", "2.0");
            json.writeStringField("routeKey", route);
            json.writeStringField("rawPath", address);
            write(json, "headers", all);
            write(json, "pathParameters", path);
            write(json, "queryStringParameters", query);
            json.writeObjectFieldStart("requestContext");
            json.writeStringField("requestId", "Jx3kFgT2oAMEPWQ=");
            json.writeObjectFieldStart("http");
            json.writeStringField("method", method);
            json.writeEndObject();
            json.writeEndObject();
            json.writeBooleanField("isBase64Encoded", false);
            json.writeEndObject();
        }
        var response = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.toByteArray()), response, null);
        return heard(response.toByteArray());
    }

    private static void write(com.fasterxml.jackson.core.JsonGenerator json, String name, Map<String, String> values)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (var value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    private static Heard heard(byte[] response) throws IOException {
        var status = 0;
        var body = "";
        var encoded = false;
        var headers = new TreeMap<String, String>();
        try (var json = JSON.createParser(response)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "statusCode" -> status = json.getIntValue();
                    case "body" -> body = json.getText();
                    case "isBase64Encoded" -> encoded = json.getBooleanValue();
                    case "headers" -> {
                        while (json.nextToken() == JsonToken.FIELD_NAME) {
                            var header = json.currentName();
                            headers.put(header, json.nextTextValue());
                        }
                    }
                    default -> json.skipChildren();
                }
            }
        }
        return new Heard(status, headers, encoded ? new String(
                Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body);
    }
}

package xingma.aws.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The two ways in; the same event must be answered the same by both. */
enum Entrance {
    STREAM {
        @Override
        JsonNode answer(Http http, String event) {
            var out = new ByteArrayOutputStream();
            try {
                http.answer(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out);
                return JSON.readTree(out.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    OBJECT {
        @Override
        JsonNode answer(Http http, String event) {
            try {
                return JSON.valueToTree(http.answer(JSON.readValue(event, APIGatewayV2HTTPEvent.class)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    abstract JsonNode answer(Http http, String event);
}

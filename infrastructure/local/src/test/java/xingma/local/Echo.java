package xingma.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A function that answers with the event it got, or misbehaves as the path asks. */
public final class Echo implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = input.readAllBytes();
        switch (Event.JSON.readTree(event).path("pathParameters").path("name").asText()) {
            case "thrown" -> throw new IllegalStateException("secret");
            case "overflow" -> throw new StackOverflowError();
            case "slow" -> pause();
            case "huge" -> output.write(new byte[7 * 1024 * 1024]);
            case "bare" -> output.write("{\"plain\":true}".getBytes(StandardCharsets.UTF_8));
            case "bytes" -> Event.JSON.writeValue(output, Map.of(
                    "statusCode", 418,
                    "headers", Map.of("Content-Type", "image/png", "X-One", "1"),
                    "cookies", new String[] {"a=1", "b=2"},
                    "isBase64Encoded", true,
                    "body", Base64.getEncoder().encodeToString(new byte[] {1, -1})));
            default -> Event.JSON.writeValue(output,
                    Map.of("statusCode", 200, "body", new String(event, StandardCharsets.UTF_8)));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

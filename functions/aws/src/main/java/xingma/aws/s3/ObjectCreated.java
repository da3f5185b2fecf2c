package xingma.aws.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a bucket reports through EventBridge when an object came into it (Amazon S3 User Guide, "EventBridge event
 * message structure"). It may be reported twice and late. It also tells the sender's address, which is read by nobody
 * here.
 *
 * @param id of the report
 */
public record ObjectCreated(String id, String key) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param ours the only bucket that may report
     * @throws IllegalArgumentException when the event says something else
     */
    public static ObjectCreated read(InputStream event, String ours) throws IOException {
        var whole = JSON.readTree(event);
        if (!text(whole.path("source")).equals("aws.s3") || !text(whole.path("detail-type")).equals("Object Created")) {
            throw new IllegalArgumentException("an event of another kind");
        }
        var detail = whole.path("detail");
        if (!text(detail.path("bucket").path("name")).equals(ours)) {
            throw new IllegalArgumentException("an event of another bucket");
        }
        return new ObjectCreated(text(whole.path("id")), text(detail.path("object").path("key")));
    }

    /** Where it belongs, by its key. */
    public <P> P place(Function<String, Optional<P>> ofKey) {
        return ofKey.apply(key).orElseThrow(() -> new IllegalArgumentException("an object that no form of ours sends"));
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("an event that lacks what it should say");
        }
        return node.textValue();
    }
}

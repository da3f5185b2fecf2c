package xingma.aws.sqs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.complaint.notification.Messenger;

/**
 * Lays messages into an encrypted queue, from which the city's own gateway takes them: {@code {"id","phone","text"}}. The
 * queue is a FIFO one, by case; a message that comes again within minutes is dropped there by its id, and one that comes
 * later is known to the gateway by it.
 */
public final class QueuedMessages implements Messenger {
    private static final JsonFactory JSON = new JsonFactory();

    private final SqsClient sqs;
    private final String queue;
    private final Log log;

    /** @param queue its address */
    public QueuedMessages(SqsClient sqs, String queue, Log log) {
        this.sqs = requireNonNull(sqs, "sqs");
        this.queue = requireNonNull(queue, "queue");
        this.log = requireNonNull(log, "log");
    }

    @Override
    public boolean take(Message message) {
        try {
            sqs.sendMessage(r -> r.queueUrl(queue)
                    .messageBody(body(message))
                    .messageGroupId(message.id().substring(0, message.id().indexOf('.')))
                    .messageDeduplicationId(message.id()));
            return true;
        } catch (SdkException notTaken) {
            log.write(LogEvent.Failed.by("messenger", notTaken));
            return false;
        }
    }

    static String body(Message message) {
        var body = new StringWriter();
        try (var json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("id", message.id());
            json.writeStringField("phone", message.phone());
            json.writeStringField("text", message.text());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return body.toString();
    }
}

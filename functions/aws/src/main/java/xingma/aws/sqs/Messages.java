package xingma.aws.sqs;

import java.nio.file.Path;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.log.Log;
import xingma.complaint.notification.Messenger;

/** The way on to telephones that {@code MESSAGE_QUEUE} names. */
public final class Messages {
    private static final String FILE = "file:";

    private Messages() {}

    public static Messenger from(Settings settings, Log log) {
        var queue = settings.messageQueue();
        return queue.startsWith(FILE)
                ? new FiledMessages(Path.of(queue.substring(FILE.length())), log)
                : new QueuedMessages(Clients.sqs(), queue, log);
    }
}

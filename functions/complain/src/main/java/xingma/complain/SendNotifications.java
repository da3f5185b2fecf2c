package xingma.complain;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.complaint.notification.PostRoom;

/** Tells complainants who asked for it by telephone what happened in their case, every few minutes (短信告知). */
public final class SendNotifications implements RequestStreamHandler {
    /** So much is left for the message that is under way. */
    private static final int ENOUGH_MILLIS = 15_000;

    private final PostRoom post;
    private final Log log;

    public SendNotifications() {
        this(new House());
    }

    private SendNotifications(House house) {
        this(house.postRoom(), house.log());
    }

    SendNotifications(PostRoom post, Log log) {
        this.post = requireNonNull(post, "post");
        this.log = requireNonNull(log, "log");
    }

    /** The schedule's event says nothing that matters here; what a run leaves, the next one takes. */
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
        var report = post.run(() -> context == null || context.getRemainingTimeInMillis() > ENOUGH_MILLIS);
        log.write(new LogEvent.Posted(
                report.told(), report.unwanted(), report.failed(), report.givenUp(), report.whole()));
    }
}

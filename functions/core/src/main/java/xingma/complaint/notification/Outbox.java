package xingma.complaint.notification;

import java.time.Instant;
import java.util.List;

/**
 * What is still to be told (待发告知). A notification comes in together with the step that it is of, in one write: there is
 * no step of which somebody forgot to tell.
 */
public interface Outbox {
    /** Those that may be told by now, the longest waiting first. Eventually consistent. */
    List<Notification> due(Instant now, int most);

    /**
     * Takes one to tell it, provided that nobody else took it meanwhile; until it is due again it is the taker's.
     *
     * @param begun the same, {@link Notification#begun}
     */
    boolean take(Notification notification, Notification begun);

    /** It was told, or is to be told no more. Dropping it again is as good. */
    void drop(Notification notification);
}

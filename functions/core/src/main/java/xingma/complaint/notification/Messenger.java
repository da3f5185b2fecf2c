package xingma.complaint.notification;

import static java.util.Objects.requireNonNull;

/** Takes a message on to somebody's telephone (短信通道). What lies behind is the city's own gateway. */
public interface Messenger {
    /**
     * Hands a message over.
     *
     * @return false when it was not taken, or nobody knows; it may be handed over again under the same id
     */
    boolean take(Message message);

    /**
     * A few words to one telephone.
     *
     * @param id of the notification; the same when the message comes again
     */
    record Message(String id, String phone, String text) {
        public Message {
            requireNonNull(id, "id");
            requireNonNull(phone, "phone");
            requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return "Message[" + id + ']';
        }
    }
}

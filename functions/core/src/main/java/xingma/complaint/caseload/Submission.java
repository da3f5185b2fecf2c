package xingma.complaint.caseload;

import static java.util.Objects.requireNonNull;

/**
 * What makes sending twice filing once (幂等): a mark of the sender's key and a keyed mark of what was sent with it.
 *
 * @param key a keyed hash of the idempotency key, which itself is kept nowhere
 * @param body a keyed hash of everything that was sent with it
 * @param draw how many numbers were drawn from the key before one was free; the receipt is drawn again from it
 */
public record Submission(String key, String body, int draw) {
    public Submission {
        requireNonNull(key, "key");
        requireNonNull(body, "body");
        if (draw < 0) {
            throw new IllegalArgumentException("numbers are drawn from the first on");
        }
    }
}

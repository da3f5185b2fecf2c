package xingma.pages;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xingma.attachment.UploadForm;
import xingma.complaint.Complaint;
import xingma.complaint.clock.Clock;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.rules.Retention;
import xingma.territory.WorkingDays;

/**
 * A complaint that was just filed, or filed again with the same key.
 *
 * @param key with which it was filed: the device forgets what it kept under it
 * @param promise the clock by which it is accepted or refused; absent where the rules set none
 * @param masked the telephone number so far as its owner knows it again
 * @param uploads one form for each file that may still be added
 * @param retention how long what is added will be kept
 * @param code the square that leads to the status page
 */
public record Receipted(
        String key,
        Receipt receipt,
        Complaint complaint,
        Optional<Clock> promise,
        WorkingDays calendar,
        Instant now,
        Optional<String> masked,
        List<UploadForm> uploads,
        List<Retention> retention,
        boolean[][] code) {
    public Receipted {
        requireNonNull(key, "key");
        requireNonNull(receipt, "receipt");
        requireNonNull(complaint, "complaint");
        requireNonNull(promise, "promise");
        requireNonNull(calendar, "calendar");
        requireNonNull(now, "now");
        requireNonNull(masked, "masked");
        uploads = List.copyOf(uploads);
        retention = List.copyOf(retention);
    }

    @Override
    public String toString() {
        return "Receipted";
    }
}

package xingma.complain.evidence;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import xingma.attachment.Inspection;
import xingma.attachment.Refusal;
import xingma.complaint.evidence.EvidenceFinding;
import xingma.complaint.evidence.EvidenceLog;
import xingma.complaint.evidence.EvidencePlace;
import xingma.complaint.evidence.EvidenceStore;

/**
 * Takes a file as it was sent, keeps what is fit of it, tells the case, and deletes what was sent (材料清理). It may be
 * broken off between any two of these and begun again: the same file comes to the same finding, and as long as the case
 * was not told the file as it was sent is still there.
 */
public final class Cleaning {
    private final EvidenceStore store;
    private final EvidenceLog log;

    public Cleaning(EvidenceStore store, EvidenceLog log) {
        this.store = requireNonNull(store, "store");
        this.log = requireNonNull(log, "log");
    }

    /** What became of the file at this place; empty when it has been cleaned already. */
    public Optional<EvidenceFinding> clean(EvidencePlace place) {
        return store.raw(place).map(raw -> {
            var finding = finding(place, raw.bytes());
            log.record(finding);
            store.drop(place, raw);
            return finding;
        });
    }

    private EvidenceFinding finding(EvidencePlace place, byte[] sent) {
        return switch (Inspection.of(sent)) {
            case Inspection.Fit(var kind, var bytes) ->
                store.keep(place, kind, bytes)
                        ? new EvidenceFinding.Kept(place, kind, bytes.length, sha256(bytes))
                        : new EvidenceFinding.Refused(place, Refusal.TAKEN, sha256(sent));
            case Inspection.Unfit(var reason) -> new EvidenceFinding.Refused(place, reason, sha256(sent));
        };
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

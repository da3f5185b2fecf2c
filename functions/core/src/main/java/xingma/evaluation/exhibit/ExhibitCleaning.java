package xingma.evaluation.exhibit;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import xingma.attachment.Inspection;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.exhibit.ExhibitFolder.Entry;
import xingma.keeping.Patience;

/**
 * Takes a file as it was sent, keeps what is fit of it, writes into its folder what became of it, and deletes what was
 * sent (佐证材料清理). It may be broken off between any two of these and begun again: as long as the folder does not know,
 * the file as it was sent is still there.
 */
public final class ExhibitCleaning {
    /** Everything that one person sends at a time is cleaned at the same time, and each is written into one folder. */
    private static final int ATTEMPTS = 20;

    private final Exhibits exhibits;
    private final ExhibitFolders folders;
    private final Patience patience;

    public ExhibitCleaning(Exhibits exhibits, ExhibitFolders folders, Patience patience) {
        this.exhibits = requireNonNull(exhibits, "exhibits");
        this.folders = requireNonNull(folders, "folders");
        this.patience = requireNonNull(patience, "patience");
    }

    /** What became of the file at this place; empty when none lies there, or nobody waits for it any more. */
    public Optional<Entry> clean(ExhibitPlace place) {
        var sent = exhibits.sent(place);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        var found = Inspection.of(sent.get().bytes());
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var folder = folders.find(place.folder());
            var awaited = folder.awaited(place.file());
            if (awaited.isEmpty()) {
                exhibits.drop(place, sent.get());
                return Optional.empty();
            }
            var became = became(place.folder(), awaited.get(), found);
            if (folders.keep(folder.settle(place.file(), became))) {
                exhibits.drop(place, sent.get());
                return Optional.of(became);
            }
            patience.rest(Math.min(attempt, Patience.ATTEMPTS));
        }
        throw new IllegalStateException("others changed the folder again and again");
    }

    private Entry became(ExhibitFolder.Id folder, Entry.Awaited awaited, Inspection found) {
        return switch (found) {
            case Inspection.Fit(var kind, var bytes) -> {
                var exhibit = new Exhibit(sha256(bytes), kind, bytes.length, Optional.empty());
                exhibits.keep(folder, exhibit, bytes);
                yield new Entry.Kept(awaited.clause(), awaited.at(), exhibit);
            }
            case Inspection.Unfit(var reason) -> new Entry.Refused(awaited.clause(), awaited.at(), reason);
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

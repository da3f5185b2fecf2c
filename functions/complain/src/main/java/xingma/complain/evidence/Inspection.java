package xingma.complain.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import xingma.complaint.evidence.EvidenceFinding.Reason;
import xingma.complaint.evidence.EvidenceKind;
import xingma.complaint.evidence.EvidencePlace;
import xingma.picture.Picture;

/** What a file is by its content, and what of it a case may keep. */
sealed interface Inspection {
    /** More than any telephone takes, and what a browser still finds room for. */
    long MOST_POINTS = 50_000_000;

    /** @param bytes without anything that a camera wrote beside the picture */
    record Fit(EvidenceKind kind, byte[] bytes) implements Inspection {}

    record Unfit(Reason reason) implements Inspection {}

    /** Neither a name nor a type that came with the file is asked. */
    static Inspection of(byte[] file) {
        if (file.length == 0 || file.length > EvidencePlace.LARGEST) {
            return new Unfit(Reason.SIZE);
        }
        if (isPdf(file)) {
            return document(file);
        }
        return Picture.Format.of(file).isPresent() ? picture(file) : new Unfit(Reason.KIND);
    }

    private static Inspection picture(byte[] file) {
        try {
            var picture = Picture.clean(file);
            if (picture.points() > MOST_POINTS) {
                return new Unfit(Reason.POINTS);
            }
            var kind = switch (picture.format()) {
                case JPEG -> EvidenceKind.JPEG;
                case PNG -> EvidenceKind.PNG;
                case WEBP -> EvidenceKind.WEBP;
            };
            return new Fit(kind, picture.bytes());
        } catch (Picture.Malformed broken) {
            return new Unfit(Reason.BROKEN);
        }
    }

    private static boolean isPdf(byte[] file) {
        return new String(file, 0, Math.min(file.length, 8), ISO_8859_1).matches("%PDF-[12][.][0-9]");
    }

    /** Only whether it is whole: its end mark lies within the last kilobyte (ISO 32000-1, implementation note 18). */
    private static Inspection document(byte[] file) {
        var end = Arrays.copyOfRange(file, Math.max(0, file.length - 1024), file.length);
        return new String(end, ISO_8859_1).contains("%%EOF")
                ? new Fit(EvidenceKind.PDF, file)
                : new Unfit(Reason.BROKEN);
    }
}

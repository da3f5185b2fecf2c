package xingma.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import xingma.picture.Picture;

/** What a file is by its content, and what of it may be kept (材料清理). */
public sealed interface Inspection {
    /** The largest file that is taken, in bytes. */
    int LARGEST = 8 * 1024 * 1024;

    /** More than any telephone takes, and what a browser still finds room for. */
    long MOST_POINTS = 50_000_000;

    /** @param bytes without anything that a camera wrote beside the picture */
    record Fit(FileKind kind, byte[] bytes) implements Inspection {}

    record Unfit(Refusal reason) implements Inspection {}

    /** Neither a name nor a type that came with the file is asked. */
    static Inspection of(byte[] file) {
        if (file.length == 0 || file.length > LARGEST) {
            return new Unfit(Refusal.SIZE);
        }
        if (isPdf(file)) {
            return document(file);
        }
        return Picture.Format.of(file).isPresent() ? picture(file) : new Unfit(Refusal.KIND);
    }

    private static Inspection picture(byte[] file) {
        try {
            var picture = Picture.clean(file);
            if (picture.points() > MOST_POINTS) {
                return new Unfit(Refusal.POINTS);
            }
            var kind = switch (picture.format()) {
                case JPEG -> FileKind.JPEG;
                case PNG -> FileKind.PNG;
                case WEBP -> FileKind.WEBP;
            };
            return new Fit(kind, picture.bytes());
        } catch (Picture.Malformed broken) {
            return new Unfit(Refusal.BROKEN);
        }
    }

    private static boolean isPdf(byte[] file) {
        return new String(file, 0, Math.min(file.length, 8), ISO_8859_1).matches("%PDF-[12][.][0-9]");
    }

    /** Only whether it is whole: its end mark lies within the last kilobyte (ISO 32000-1, implementation note 18). */
    private static Inspection document(byte[] file) {
        var end = Arrays.copyOfRange(file, Math.max(0, file.length - 1024), file.length);
        return new String(end, ISO_8859_1).contains("%%EOF")
                ? new Fit(FileKind.PDF, file)
                : new Unfit(Refusal.BROKEN);
    }
}

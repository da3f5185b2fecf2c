package xingma.picture;

import java.util.Arrays;
import java.util.Optional;

/**
 * A picture file that holds its picture and which way is up, and nothing of when, where, with what and by whom it was
 * taken. The picture's own data are copied, never decoded: it loses nothing, and no decoder of ours can be attacked.
 *
 * @param width in points, as stored
 * @param height in points, as stored
 */
public record Picture(Format format, int width, int height, byte[] bytes) {
    /** Known by a file's first bytes, whatever it is called. */
    public enum Format {
        JPEG(0xFF, 0xD8, 0xFF),
        PNG(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
        WEBP('R', 'I', 'F', 'F');

        private final byte[] start;

        Format(int... start) {
            this.start = new byte[start.length];
            for (var i = 0; i < start.length; i++) {
                this.start[i] = (byte) start[i];
            }
        }

        public static Optional<Format> of(byte[] file) {
            return Arrays.stream(values()).filter(f -> f.begins(file)).findFirst();
        }

        private boolean begins(byte[] file) {
            return file.length > start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
        }
    }

    /**
     * The picture in a file, without anything else that the file holds. Takes time and room in proportion to the file's
     * length, whatever is in it.
     *
     * @throws Malformed when it is of no known format, or not built as its format is
     */
    public static Picture clean(byte[] file) {
        return switch (Format.of(file).orElseThrow(Malformed::new)) {
            case JPEG -> new Jpeg(file).clean();
            case PNG -> new Png(file).clean();
            case WEBP -> new WebP(file).clean();
        };
    }

    /** How many points a viewer must find room for. */
    public long points() {
        return (long) width * height;
    }

    /** A file that is no whole picture. */
    public static final class Malformed extends RuntimeException {
        Malformed() {
            super("no whole picture", null, false, false);
        }
    }

    @Override
    public String toString() {
        return "Picture[" + format + ", " + width + "×" + height + "]";
    }
}

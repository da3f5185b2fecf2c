package xingma.picture;

/**
 * Which way is up, as Exif says it (CIPA DC-008, tag 0x0112): 1 for as stored, 2 to 8 for the turned and mirrored ones.
 * The one thing in a camera's notes that a picture needs.
 */
final class Orientation {
    static final int AS_STORED = 1;

    private static final String EXIF = "Exif\0\0";
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private Orientation() {}

    /** Reads it from Exif data; data that cannot be read say nothing. */
    static int in(Cursor exif) {
        try {
            if (exif.startsWith(EXIF)) {
                exif.skip(EXIF.length());
            }
            return inTiff(exif);
        } catch (Picture.Malformed unreadable) {
            return AS_STORED;
        }
    }

    private static int inTiff(Cursor tiff) {
        var whole = tiff.again();
        var order = tiff.word(2);
        Cursor.require(order.equals("II") || order.equals("MM"));
        var little = order.equals("II");
        Cursor.require(number(tiff, 2, little) == 42);
        whole.skip(number(tiff, 4, little));
        for (var entries = number(whole, 2, little); entries > 0; entries--) {
            var tag = number(whole, 2, little);
            var type = number(whole, 2, little);
            var count = number(whole, 4, little);
            var value = (int) number(whole, 2, little);
            whole.skip(2);
            if (tag == TAG) {
                return type == SHORT && count == 1 && value >= 1 && value <= 8 ? value : AS_STORED;
            }
        }
        return AS_STORED;
    }

    private static long number(Cursor in, int bytes, boolean little) {
        if (little) {
            return in.little(bytes);
        }
        return bytes == 2 ? in.u16() : in.u32();
    }

    /** The smallest data that say it: a TIFF header and one entry. */
    static byte[] tiff(int orientation) {
        return new byte[] {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
            TAG >> 8, TAG & 0xFF, 0, SHORT, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
        };
    }
}

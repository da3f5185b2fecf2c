package xingma.picture;

import static xingma.picture.Cursor.require;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A JPEG file (ISO/IEC 10918-1: baseline, extended, progressive). Goes through its segments once; keeps tables, frame
 * and scans, of JFIF the density without the thumbnail, of Adobe's the colour transform, of Exif the orientation. All
 * other application data, comments, and what hangs on behind the end are left out.
 */
final class Jpeg {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COMMENT = 0xFE;

    /** A photo of a telephone has one scan, a progressive one a dozen; thousands only keep a viewer busy. */
    private static final int MOST_SCANS = 100;

    private final Cursor in;
    private final ByteArrayOutputStream tables = new ByteArrayOutputStream();
    private byte[] density = {};
    private byte[] colourTransform = {};
    private int orientation = Orientation.AS_STORED;
    private int width;
    private int height;
    private int scans;

    Jpeg(byte[] file) {
        in = new Cursor(file);
    }

    Picture clean() {
        require(in.u8() == 0xFF && in.u8() == START);
        for (var marker = marker(); marker != END; marker = marker()) {
            segment(marker);
        }
        require(scans > 0);
        var out = new ByteArrayOutputStream(tables.size() + 80);
        out.write(0xFF);
        out.write(START);
        write(out, FIRST_APPLICATION, density);
        if (orientation != Orientation.AS_STORED) {
            var exif = new ByteArrayOutputStream();
            exif.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
            exif.writeBytes(Orientation.tiff(orientation));
            write(out, 0xE1, exif.toByteArray());
        }
        write(out, 0xEE, colourTransform);
        out.writeBytes(tables.toByteArray());
        out.write(0xFF);
        out.write(END);
        return new Picture(Picture.Format.JPEG, width, height, out.toByteArray());
    }

    private int marker() {
        require(in.u8() == 0xFF);
        var marker = in.u8();
        while (marker == 0xFF) {
            marker = in.u8();
        }
        return marker;
    }

    private void segment(int marker) {
        // Markers without a length (start, restarts, 0x01) have no business here.
        require(marker >= 0xC0 && !isRestart(marker) && marker != START);
        var length = in.u16();
        require(length >= 2);
        var content = in.part(length - 2);
        if (marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION) {
            application(marker, content);
        } else if (marker != COMMENT) {
            check(marker, content.again());
            write(tables, marker, content.rest());
            if (marker == SCAN) {
                scan();
            }
        }
    }

    private void application(int marker, Cursor content) {
        if (scans > 0) {
            return;
        }
        if (marker == 0xE0 && density.length == 0 && content.startsWith("JFIF\0") && content.left() >= 14) {
            density = content.part(14).rest();
            density[12] = 0;
            density[13] = 0;
        } else if (marker == 0xE1 && orientation == Orientation.AS_STORED && content.startsWith("Exif\0\0")) {
            orientation = Orientation.in(content);
        } else if (marker == 0xEE
                && colourTransform.length == 0
                && content.startsWith("Adobe")
                && content.left() >= 12) {
            colourTransform = content.part(12).rest();
        }
    }

    private void check(int marker, Cursor content) {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> frame(content);
            case 0xC4 -> codes(content);
            case 0xDB -> quantities(content);
            case 0xDD -> content.skip(2);
            case SCAN -> {
                require(width > 0);
                var components = content.u8();
                require(components >= 1 && components <= 4);
                content.skip(2L * components + 3);
            }
            // Lossless, hierarchical and arithmetic files exist in books.
            default -> throw new Picture.Malformed();
        }
        require(content.left() == 0);
    }

    private void frame(Cursor content) {
        require(width == 0);
        var precision = content.u8();
        require(precision == 8 || precision == 12);
        height = content.u16();
        width = content.u16();
        require(width > 0 && height > 0);
        var components = content.u8();
        require(components >= 1 && components <= 4);
        content.skip(3L * components);
    }

    private static void quantities(Cursor content) {
        while (content.left() > 0) {
            var table = content.u8();
            require(table >> 4 <= 1 && (table & 15) <= 3);
            content.skip(64L * (1 + (table >> 4)));
        }
    }

    private static void codes(Cursor content) {
        while (content.left() > 0) {
            var table = content.u8();
            require(table >> 4 <= 1 && (table & 15) <= 3);
            var values = 0;
            for (var i = 0; i < 16; i++) {
                values += content.u8();
            }
            require(values <= 256);
            content.skip(values);
        }
    }

    /** The picture's data, up to the next marker that is no restart. */
    private void scan() {
        scans++;
        require(scans <= MOST_SCANS);
        var data = in.again();
        var length = 0;
        while (!(in.peek(0) == 0xFF && in.peek(1) > 0 && in.peek(1) < 0xFF && !isRestart(in.peek(1)))) {
            in.u8();
            length++;
        }
        require(length > 0);
        data.part(length).copyTo(tables);
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private static void write(ByteArrayOutputStream out, int marker, byte[] content) {
        if (content.length > 0) {
            out.write(0xFF);
            out.write(marker);
            out.write(content.length + 2 >> 8);
            out.write(content.length + 2);
            out.writeBytes(content);
        }
    }
}

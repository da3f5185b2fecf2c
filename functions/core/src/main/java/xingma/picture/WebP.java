package xingma.picture;

import static xingma.picture.Cursor.require;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A still WebP file (RFC 9649). Keeps the picture's chunk and its transparency, and of Exif the orientation; Exif
 * otherwise, XMP, colour profiles, unknown chunks and what hangs on behind the end are left out. Moving pictures are
 * not taken.
 */
final class WebP {
    private static final int ALPHA = 0x10;
    private static final int EXIF = 0x08;
    private static final int ANIMATION = 0x02;

    private final Cursor in;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private boolean extended;
    private boolean transparent;
    private boolean pictured;
    private int canvasWidth;
    private int canvasHeight;
    private int orientation = Orientation.AS_STORED;
    private int width;
    private int height;

    WebP(byte[] file) {
        in = new Cursor(file);
    }

    Picture clean() {
        in.skip(4);
        var riff = in.part(in.little(4));
        require(riff.word(4).equals("WEBP"));
        for (var first = true; riff.left() > 0; first = false) {
            chunk(riff, first);
        }
        require(pictured);
        var body = new ByteArrayOutputStream(data.size() + 60);
        body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        if (extended) {
            require(canvasWidth == width && canvasHeight == height);
            write(body, "VP8X", header());
        }
        body.writeBytes(data.toByteArray());
        if (extended && orientation != Orientation.AS_STORED) {
            write(body, "EXIF", Orientation.tiff(orientation));
        }
        var out = new ByteArrayOutputStream(body.size() + 8);
        write(out, "RIFF", body.toByteArray());
        return new Picture(Picture.Format.WEBP, width, height, out.toByteArray());
    }

    private byte[] header() {
        var flags = (transparent ? ALPHA : 0) | (orientation == Orientation.AS_STORED ? 0 : EXIF);
        var wide = width - 1;
        var high = height - 1;
        return new byte[] {
            (byte) flags, 0, 0, 0,
            (byte) wide, (byte) (wide >> 8), (byte) (wide >> 16),
            (byte) high, (byte) (high >> 8), (byte) (high >> 16)
        };
    }

    private void chunk(Cursor riff, boolean first) {
        var type = riff.word(4);
        var length = riff.little(4);
        var content = riff.part(length);
        if (length % 2 == 1) {
            riff.skip(1);
        }
        require(!first || type.equals("VP8 ") || type.equals("VP8L") || type.equals("VP8X"));
        switch (type) {
            case "VP8X" -> {
                require(first && content.left() == 10);
                canvas(content);
            }
            case "ALPH" -> {
                require(extended && transparent && !pictured && data.size() == 0);
                write(data, type, content.rest());
            }
            case "VP8 ", "VP8L" -> {
                require(!pictured && (type.equals("VP8 ") || data.size() == 0));
                pictured = true;
                write(data, type, content.rest());
                if (type.equals("VP8 ")) {
                    lossy(content);
                } else {
                    lossless(content);
                }
            }
            case "ANIM", "ANMF" -> throw new Picture.Malformed();
            case "EXIF" -> orientation = Orientation.in(content);
            default -> {}
        }
    }

    private void canvas(Cursor content) {
        var flags = content.u8();
        require((flags & ANIMATION) == 0);
        extended = true;
        transparent = (flags & ALPHA) != 0;
        content.skip(3);
        canvasWidth = (int) content.little(3) + 1;
        canvasHeight = (int) content.little(3) + 1;
    }

    /** A key frame that is shown (RFC 6386, 9.1). */
    private void lossy(Cursor frame) {
        var tag = frame.little(3);
        require((tag & 1) == 0 && (tag >> 4 & 1) == 1 && frame.little(3) == 0x2A019D);
        width = (int) frame.little(2) & 0x3FFF;
        height = (int) frame.little(2) & 0x3FFF;
        require(width > 0 && height > 0);
    }

    private void lossless(Cursor stream) {
        require(stream.u8() == 0x2F);
        var sizes = stream.little(4);
        require(sizes >> 29 == 0);
        width = (int) (sizes & 0x3FFF) + 1;
        height = (int) (sizes >> 14 & 0x3FFF) + 1;
    }

    private static void write(ByteArrayOutputStream out, String type, byte[] content) {
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        for (var shift = 0; shift < 32; shift += 8) {
            out.write(content.length >> shift);
        }
        out.writeBytes(content);
        if (content.length % 2 == 1) {
            out.write(0);
        }
    }
}

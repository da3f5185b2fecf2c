package xingma.print;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a code as PNG with one bit to a pixel (ISO/IEC 15948), sized for print: 84 mm with its quiet zone. */
public final class PngImage {
    static final String CONTENT_TYPE = "image/png";

    /** Pixels to a module: above 290 dots per inch at the size of an A5 placard. */
    private static final int SCALE = 24;

    private static final double METRES_WIDE = 0.084;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int MONOCHROME = 0;
    private static final int PER_METRE = 1;

    private PngImage() {}

    public static byte[] of(QrCode code) {
        return of(code.sideWithQuiet(), (x, y) -> code.isDark(x - QrCode.QUIET, y - QrCode.QUIET));
    }

    static byte[] of(int side, Modules modules) {
        var width = side * SCALE;
        var density = (int) Math.round(width / METRES_WIDE);
        var image = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(image)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", data -> {
                data.writeInt(width);
                data.writeInt(width);
                data.write(new byte[] {1, MONOCHROME, 0, 0, 0});
            });
            chunk(out, "pHYs", data -> {
                data.writeInt(density);
                data.writeInt(density);
                data.write(PER_METRE);
            });
            chunk(out, "IDAT", data -> data.write(deflated(pixels(side, modules))));
            chunk(out, "IEND", data -> {});
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return image.toByteArray();
    }

    /** Rows of filter type 0 and packed pixels, white being 1. Every row of a module's height is the same. */
    private static byte[] pixels(int side, Modules modules) {
        var stride = 1 + (side * SCALE + 7) / 8;
        var rows = new byte[side * SCALE * stride];
        for (var y = 0; y < side; y++) {
            var first = y * SCALE * stride;
            Arrays.fill(rows, first + 1, first + stride, (byte) 0xFF);
            for (var x = 0; x < side; x++) {
                if (modules.isDark(x, y)) {
                    // A module is a whole number of bytes wide.
                    Arrays.fill(rows, first + 1 + x * SCALE / 8, first + 1 + (x + 1) * SCALE / 8, (byte) 0);
                }
            }
            for (var repeat = 1; repeat < SCALE; repeat++) {
                System.arraycopy(rows, first, rows, first + repeat * stride, stride);
            }
        }
        return rows;
    }

    private static byte[] deflated(byte[] raw) {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION)) {
            deflater.setInput(raw);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(DataOutputStream out, String type, Content content) throws IOException {
        var body = new ByteArrayOutputStream();
        var data = new DataOutputStream(body);
        data.write(type.getBytes(StandardCharsets.US_ASCII));
        content.write(data);
        var bytes = body.toByteArray();
        var sum = new CRC32();
        sum.update(bytes);
        out.writeInt(bytes.length - type.length());
        out.write(bytes);
        out.writeInt((int) sum.getValue());
    }

    /** Which modules are dark, quiet zone included. */
    @FunctionalInterface
    interface Modules {
        boolean isDark(int x, int y);
    }

    @FunctionalInterface
    private interface Content {
        void write(DataOutputStream data) throws IOException;
    }
}

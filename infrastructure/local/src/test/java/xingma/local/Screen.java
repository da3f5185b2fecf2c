package xingma.local;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/** What stood on a screen, as a second phone's camera sees it. */
record Screen(int width, int height, byte[] grey) {
    /** @param png of eight bits to a colour, as browsers make it */
    Screen(byte[] png) {
        this(Rows.of(png));
    }

    private Screen(Rows rows) {
        this(rows.width, rows.height, rows.grey());
    }

    /** What the code says that is to be seen. */
    String code() {
        var source = new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
        try {
            return read(new HybridBinarizer(source));
        } catch (ReaderException uneven) {
            // A camera looks again by another measure of dark and light: a screen is lit evenly.
            try {
                return read(new GlobalHistogramBinarizer(source));
            } catch (ReaderException none) {
                throw new AssertionError("no code is to be seen", none);
            }
        }
    }

    private static String read(Binarizer binarizer) throws ReaderException {
        return new QRCodeReader()
                .decode(new BinaryBitmap(binarizer), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    /** The lines of a PNG (ISO/IEC 15948 § 9). */
    private record Rows(int width, int height, int channels, byte[] filtered) {
        static Rows of(byte[] png) {
            var in = new DataInputStream(new ByteArrayInputStream(png, 8, png.length - 8));
            var data = new ByteArrayOutputStream();
            int width = 0;
            int height = 0;
            int channels = 0;
            try {
                while (in.available() > 0) {
                    var body = new byte[in.readInt()];
                    var type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
                    in.readFully(body);
                    in.readInt();
                    if (type.equals("IHDR")) {
                        var head = new DataInputStream(new ByteArrayInputStream(body));
                        width = head.readInt();
                        height = head.readInt();
                        channels = body[9] == 6 ? 4 : 3;
                    } else if (type.equals("IDAT")) {
                        data.write(body);
                    }
                }
                var rows = new InflaterInputStream(new ByteArrayInputStream(data.toByteArray())).readAllBytes();
                return new Rows(width, height, channels, rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] grey() {
            var line = width * channels;
            var before = new byte[line];
            var grey = new byte[width * height];
            for (var y = 0; y < height; y++) {
                var now = unfiltered(y * (line + 1), before);
                for (var x = 0; x < width; x++) {
                    // Green is what a camera's grey is mostly made of.
                    grey[y * width + x] = now[x * channels + 1];
                }
                before = now;
            }
            return grey;
        }

        private byte[] unfiltered(int from, byte[] above) {
            var now = new byte[above.length];
            for (var i = 0; i < now.length; i++) {
                var left = i < channels ? 0 : now[i - channels] & 255;
                var up = above[i] & 255;
                var corner = i < channels ? 0 : above[i - channels] & 255;
                var guess = switch (filtered[from]) {
                    case 1 -> left;
                    case 2 -> up;
                    case 3 -> (left + up) / 2;
                    case 4 -> nearest(left, up, corner);
                    default -> 0;
                };
                now[i] = (byte) (filtered[from + 1 + i] + guess);
            }
            return now;
        }

        private static int nearest(int left, int up, int corner) {
            var guess = left + up - corner;
            var toLeft = Math.abs(guess - left);
            var toUp = Math.abs(guess - up);
            var toCorner = Math.abs(guess - corner);
            return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
        }
    }
}

package xingma.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** A grey picture, read by a reader that owes nothing to the writers under test. */
record Picture(int width, int height, byte[] grey, Path file) {
    private static final Pattern PGM = Pattern.compile("P5\\s+(\\d+)\\s+(\\d+)\\s+255\\s");

    static Picture pgm(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var head = PGM.matcher(new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1));
        if (!head.lookingAt()) {
            throw new IOException("no PGM");
        }
        var grey = Arrays.copyOfRange(bytes, head.end(), bytes.length);
        return new Picture(Integer.parseInt(head.group(1)), Integer.parseInt(head.group(2)), grey, file);
    }

    /** Reads a PNG of one bit to a pixel and checks every chunk's sum on the way. */
    static Picture png(byte[] png) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(png));
        if (in.readLong() != 0x89504E470D0A1A0AL) {
            throw new IOException("no PNG");
        }
        var width = 0;
        var height = 0;
        var data = new ByteArrayOutputStream();
        while (in.available() > 0) {
            var length = in.readInt();
            var type = in.readNBytes(4);
            var body = in.readNBytes(length);
            var sum = new CRC32();
            sum.update(type);
            sum.update(body);
            if ((int) sum.getValue() != in.readInt()) {
                throw new IOException("wrong sum in " + new String(type, StandardCharsets.US_ASCII));
            }
            switch (new String(type, StandardCharsets.US_ASCII)) {
                case "IHDR" -> {
                    var header = new DataInputStream(new ByteArrayInputStream(body));
                    width = header.readInt();
                    height = header.readInt();
                    if (header.readByte() != 1 || header.readByte() != 0) {
                        throw new IOException("not one bit of grey");
                    }
                }
                case "IDAT" -> data.write(body);
                default -> { }
            }
        }
        var rows = new InflaterInputStream(new ByteArrayInputStream(data.toByteArray())).readAllBytes();
        var stride = 1 + (width + 7) / 8;
        if (rows.length != stride * height) {
            throw new IOException("rows are missing");
        }
        var grey = new byte[width * height];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var bit = rows[y * stride + 1 + x / 8] >> (7 - x % 8) & 1;
                grey[y * width + x] = (byte) (bit == 1 ? 255 : 0);
            }
        }
        return new Picture(width, height, grey, null);
    }

    /** What zxing reads in it. */
    String code() throws NotFoundException, ChecksumException, FormatException {
        var source = new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}

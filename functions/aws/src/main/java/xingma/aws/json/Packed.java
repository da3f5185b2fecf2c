package xingma.aws.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Text of the store in gzip. To look at some by hand: {@code base64 -d | gunzip}. */
public final class Packed {
    /** Whatever the store holds is far smaller; what unpacks to more is none of ours. */
    private static final int LARGEST = 2_000_000;

    private Packed() {}

    public static byte[] pack(String text) {
        var packed = new ByteArrayOutputStream(4_096);
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    public static String unpack(byte[] packed) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var text = zip.readNBytes(LARGEST + 1);
            if (text.length > LARGEST) {
                throw new IllegalStateException("the store holds a text that is too large to be one of ours");
            }
            return new String(text, UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("the store holds a text that cannot be unpacked");
        }
    }
}

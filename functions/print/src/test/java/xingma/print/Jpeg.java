package xingma.print;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds JPEG files segment by segment; what they picture is of no matter. */
final class Jpeg {
    /** Of quantities: its number, and 64 bytes. */
    private static final String TABLE = "\0" + "tables__".repeat(8);
    /** Of Huffman codes: its number, how many of each length, and these. */
    static final String CODES = "\0\5" + "\0".repeat(15) + "codes";

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private Jpeg() {
        file.write(0xFF);
        file.write(0xD8);
    }

    static Jpeg begun() {
        return new Jpeg();
    }

    /** A small whole photo, with the traces a phone leaves in it. */
    static byte[] photo(String trace) {
        return begun().segment(0xE0, "JFIF\0\1\1\0\0\1\0\1\0\0")
                .segment(0xE1, "Exif\0\0" + trace).segment(0xED, "Photoshop " + trace)
                .segment(0xFE, "comment " + trace).segment(0xDB, TABLE).frame(0xC0, 640, 480).segment(0xC4, CODES)
                .scan("picture").ended();
    }

    Jpeg segment(int marker, String content) {
        var bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        file.write(0xFF);
        file.write(marker);
        file.write(bytes.length + 2 >> 8);
        file.write(bytes.length + 2);
        file.writeBytes(bytes);
        return this;
    }

    Jpeg frame(int marker, int width, int height) {
        return segment(
                marker,
                new String(
                        new byte[] {8, (byte) (height >> 8), (byte) height, (byte) (width >> 8), (byte) width, 1, 1, 17, 0},
                        StandardCharsets.ISO_8859_1));
    }

    /** A scan's header and data; the data hold a stuffed 0xFF and a restart. */
    Jpeg scan(String data) {
        segment(0xDA, "\1\1\0\0\77\0");
        file.writeBytes(data.getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(new byte[] {(byte) 0xFF, 0, 1, (byte) 0xFF, (byte) 0xD3, 2});
        return this;
    }

    Jpeg bytes(String content) {
        file.writeBytes(content.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    byte[] ended() {
        file.write(0xFF);
        file.write(0xD9);
        return file.toByteArray();
    }

    byte[] cutShort() {
        return file.toByteArray();
    }
}

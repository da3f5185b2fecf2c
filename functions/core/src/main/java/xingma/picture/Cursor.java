package xingma.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a part of a file forward; what is asked for beyond its end makes the picture malformed. */
final class Cursor {
    private final byte[] file;
    private final int end;
    private int at;

    Cursor(byte[] file) {
        this(file, 0, file.length);
    }

    private Cursor(byte[] file, int from, int to) {
        this.file = file;
        this.at = from;
        this.end = to;
    }

    int left() {
        return end - at;
    }

    private void need(long bytes) {
        require(bytes <= left());
    }

    static void require(boolean condition) {
        if (!condition) {
            throw new Picture.Malformed();
        }
    }

    int u8() {
        need(1);
        return file[at++] & 0xFF;
    }

    /** Big-endian. */
    int u16() {
        return u8() << 8 | u8();
    }

    /** Big-endian. */
    long u32() {
        return (long) u16() << 16 | u16();
    }

    /** Little-endian, of one to four bytes. */
    long little(int bytes) {
        long value = 0;
        for (var i = 0; i < bytes; i++) {
            value |= (long) u8() << 8 * i;
        }
        return value;
    }

    /** A byte ahead, or -1 behind the end. */
    int peek(int ahead) {
        return ahead < left() ? file[at + ahead] & 0xFF : -1;
    }

    /** The next bytes, as a part of their own. */
    Cursor part(long length) {
        need(length);
        var part = new Cursor(file, at, at + (int) length);
        at += (int) length;
        return part;
    }

    void skip(long length) {
        part(length);
    }

    String word(int letters) {
        need(letters);
        var word = new String(file, at, letters, StandardCharsets.ISO_8859_1);
        at += letters;
        return word;
    }

    boolean startsWith(String word) {
        var bytes = word.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length <= left() && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }

    /** What is left, without moving on. */
    byte[] rest() {
        return Arrays.copyOfRange(file, at, end);
    }

    void copyTo(ByteArrayOutputStream out) {
        out.write(file, at, left());
    }

    /** The same part from its place on, so that it can be read twice. */
    Cursor again() {
        return new Cursor(file, at, end);
    }
}

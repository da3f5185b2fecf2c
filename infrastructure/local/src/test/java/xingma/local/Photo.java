package xingma.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import xingma.picture.Picture;

/** A photo as telephones take it: with the place where it was taken, the time and the telephone's make in its EXIF part. */
final class Photo {
    private static final int APP1 = 0xE1;

    private Photo() {}

    /** @param jpeg a picture that tells nothing yet */
    static byte[] taken(byte[] jpeg) {
        var photo = new ByteArrayOutputStream();
        photo.write(jpeg, 0, 2);
        photo.writeBytes(exif());
        photo.write(jpeg, 2, jpeg.length - 2);
        return photo.toByteArray();
    }

    static boolean tells(byte[] jpeg) {
        var text = new String(jpeg, ISO_8859_1);
        return text.contains("Exif\0\0") || text.contains("TRACE");
    }

    /** The part that a telephone wrote: 31.2304 N, and TRACE wherever a maker or a person would be named. */
    private static byte[] exif() {
        try (var in = Picture.class.getResourceAsStream("turned-1.jpg")) {
            var file = in.readAllBytes();
            for (var at = 2; at < file.length; ) {
                var length = 2 + (file[at + 2] & 255) * 256 + (file[at + 3] & 255);
                if ((file[at + 1] & 255) == APP1) {
                    return Arrays.copyOfRange(file, at, at + length);
                }
                at += length;
            }
            throw new IllegalStateException("the sample has no EXIF part");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package xingma.print;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.institution.PlacardCode;

/**
 * A photo of a placard on its wall (张贴照片), as JPEG (ISO/IEC 10918-1). What it was taken with, where and by whom
 * (Exif, XMP, IPTC, comments) and whatever hangs on behind its end is left out before it is kept.
 */
record PostingPhoto(byte[] jpeg) {
    static final String CONTENT_TYPE = "image/jpeg";
    static final int LARGEST = 300 * 1024;

    private static final int SMALLEST_SIDE = 100;
    private static final int LARGEST_SIDE = 8_000;
    private static final int HASH_BYTES = 16;

    /** Reads Base64 as a form sends it. */
    static PostingPhoto read(String base64) {
        if (base64.length() > (LARGEST + 2) / 3 * 4) {
            throw new Refused(new Problem(
                    413,
                    "photo.tooLarge",
                    Optional.of("photo"),
                    "照片超过 300 KB。请缩小后再传。",
                    "The photo is larger than 300 KB. Make it smaller."));
        }
        try {
            return of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
    }

    static PostingPhoto of(byte[] file) {
        return new PostingPhoto(new Cleaner(file).clean());
    }

    /** Where it is kept: unguessable to whoever has not seen the photo, and the same when it is sent twice. */
    String keyFor(PlacardCode code) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(jpeg);
            return "postings/" + code + '/' + HexFormat.of().formatHex(digest, 0, HASH_BYTES) + ".jpg";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Refused malformed() {
        return new Refused(Problem.field(
                "photo", "photo.malformed", "照片不是完整的 JPEG。请重新拍照或另存为 JPEG。", "The photo is not a whole JPEG."));
    }

    /** Goes through a file's segments once and keeps those that the picture needs. */
    private static final class Cleaner {
        private static final int START = 0xD8;
        private static final int END = 0xD9;
        private static final int SCAN = 0xDA;
        private static final int APP0 = 0xE0;
        private static final int APP2_COLOUR_PROFILE = 0xE2;
        private static final int APP14_COLOUR_TRANSFORM = 0xEE;
        private static final int APP15 = 0xEF;
        private static final int COMMENT = 0xFE;
        private static final byte[] PROFILE = {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0};

        private final byte[] file;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private int at;
        private boolean framed;
        private boolean scanned;

        Cleaner(byte[] file) {
            this.file = file;
        }

        byte[] clean() {
            if (file.length < 4 || byteAt(0) != 0xFF || byteAt(1) != START) {
                throw malformed();
            }
            kept.write(file, 0, 2);
            at = 2;
            for (var marker = marker(); marker != END; marker = marker()) {
                segment(marker);
            }
            if (!framed || !scanned) {
                throw malformed();
            }
            kept.write(0xFF);
            kept.write(END);
            return kept.toByteArray();
        }

        private int marker() {
            if (byteAt(at) != 0xFF) {
                throw malformed();
            }
            while (byteAt(at) == 0xFF) {
                at++;
            }
            return byteAt(at++);
        }

        private void segment(int marker) {
            if (marker == 0 || marker == START || marker == 0x01 || isRestart(marker)) {
                throw malformed();
            }
            var length = byteAt(at) << 8 | byteAt(at + 1);
            if (length < 2 || at + length > file.length) {
                throw malformed();
            }
            if (isFrame(marker)) {
                frame(marker, length);
            }
            if (isNeeded(marker, length)) {
                kept.write(0xFF);
                kept.write(marker);
                kept.write(file, at, length);
            }
            at += length;
            if (marker == SCAN) {
                scan();
            }
        }

        private boolean isNeeded(int marker, int length) {
            if (marker == APP2_COLOUR_PROFILE) {
                return length > PROFILE.length + 2
                        && Arrays.equals(file, at + 2, at + 2 + PROFILE.length, PROFILE, 0, PROFILE.length);
            }
            return marker == APP0 || marker == APP14_COLOUR_TRANSFORM || marker < APP0 || marker > APP15 && marker != COMMENT;
        }

        private void frame(int marker, int length) {
            // Baseline, extended and progressive are what cameras and browsers write and show.
            if (marker > 0xC2 || framed || length < 8) {
                throw malformed();
            }
            var height = byteAt(at + 3) << 8 | byteAt(at + 4);
            var width = byteAt(at + 5) << 8 | byteAt(at + 6);
            if (Math.min(width, height) < SMALLEST_SIDE || Math.max(width, height) > LARGEST_SIDE) {
                throw new Refused(Problem.field(
                        "photo",
                        "photo.size",
                        "照片的边长应在 " + SMALLEST_SIDE + " 到 " + LARGEST_SIDE + " 像素之间。",
                        "A photo's sides have " + SMALLEST_SIDE + " to " + LARGEST_SIDE + " pixels."));
            }
            framed = true;
        }

        /** The picture's data, up to the next marker that is no restart. */
        private void scan() {
            if (!framed) {
                throw malformed();
            }
            var from = at;
            while (!(byteAt(at) == 0xFF && byteAt(at + 1) != 0 && byteAt(at + 1) != 0xFF && !isRestart(byteAt(at + 1)))) {
                at++;
            }
            kept.write(file, from, at - from);
            scanned = scanned || at > from;
        }

        private int byteAt(int index) {
            if (index >= file.length) {
                throw malformed();
            }
            return file[index] & 0xFF;
        }

        private static boolean isRestart(int marker) {
            return marker >= 0xD0 && marker <= 0xD7;
        }

        /** SOF0 to SOF15, without the tables that lie among them (DHT, JPG, DAC). */
        private static boolean isFrame(int marker) {
            return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        }
    }
}

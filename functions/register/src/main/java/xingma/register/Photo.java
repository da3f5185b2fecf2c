package xingma.register;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;

/** A person's photo (照片): a small JPEG that holds a picture and nothing else, such as where and when it was taken. */
record Photo(byte[] jpeg) {
    static final int LARGEST = 12 * 1024;
    static final int WIDTH = 104;
    static final int HEIGHT = 128;

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int APP_0 = 0xE0;
    private static final int APP_2 = 0xE2;
    private static final int APP_14 = 0xEE;
    private static final int APP_15 = 0xEF;
    private static final int COMMENT = 0xFE;

    /** Reads the picture's segments and scans to its end; whatever is not as expected is refused. */
    static Photo read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw refused(413, "photo.tooLarge", "照片超过 12 KB。请压缩后再上传。", "The photo is larger than 12 KB.");
        }
        if (bytes.length < 4 || at(bytes, 0) != 0xFF || at(bytes, 1) != START) {
            throw refused(415, "photo.notJpeg", "不是 JPEG 照片。请另存为 .jpg。", "This is no JPEG.");
        }
        if (at(bytes, bytes.length - 2) != 0xFF || at(bytes, bytes.length - 1) != END) {
            throw broken();
        }
        var framed = false;
        for (var i = 2; i + 4 <= bytes.length; ) {
            if (at(bytes, i) != 0xFF) {
                throw broken();
            }
            var marker = at(bytes, i + 1);
            var length = at(bytes, i + 2) << 8 | at(bytes, i + 3);
            if (length < 2 || i + 2 + length > bytes.length) {
                throw broken();
            }
            if (marker == SCAN && framed) {
                i = afterScan(bytes, i + 2 + length);
                if (at(bytes, i + 1) == END) {
                    return whole(bytes, i + 2);
                }
                continue;
            }
            if (holdsMore(marker)) {
                throw more();
            }
            if (isFrame(marker)) {
                refuseSize(bytes, i);
                framed = true;
            }
            i += 2 + length;
        }
        throw broken();
    }

    /** Where the next marker stands after a scan; within it, 0xFF comes with 0, a restart or another 0xFF. */
    private static int afterScan(byte[] bytes, int from) {
        for (var i = from; i + 1 < bytes.length; i++) {
            var next = at(bytes, i + 1);
            var withinScan = next == 0 || next == 0xFF || next >= FIRST_RESTART && next <= LAST_RESTART;
            if (at(bytes, i) == 0xFF && !withinScan) {
                return i;
            }
        }
        throw broken();
    }

    private static Photo whole(byte[] bytes, int end) {
        if (end < bytes.length) {
            throw more();
        }
        return new Photo(bytes.clone());
    }

    private static Refused more() {
        return refused(
                422,
                "photo.exif",
                "照片里带有拍摄信息（EXIF）或备注。请用“另存为”去掉后再上传。",
                "The photo carries EXIF data or a comment. Save it without.");
    }

    /** By which the register names it. */
    String key() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jpeg), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean holdsMore(int marker) {
        return marker == COMMENT || marker > APP_0 && marker <= APP_15 && marker != APP_2 && marker != APP_14;
    }

    /** Baseline, extended and progressive frames; the codes between them mean tables. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static void refuseSize(byte[] bytes, int i) {
        if (i + 9 > bytes.length) {
            throw broken();
        }
        var height = at(bytes, i + 5) << 8 | at(bytes, i + 6);
        var width = at(bytes, i + 7) << 8 | at(bytes, i + 8);
        if (width != WIDTH || height != HEIGHT) {
            throw refused(
                    422,
                    "photo.size",
                    "照片是 " + width + "×" + height + " 像素，应为 " + WIDTH + "×" + HEIGHT + "。",
                    "The photo has " + width + " by " + height + " pixels; it should have " + WIDTH + " by " + HEIGHT + ".");
        }
    }

    private static int at(byte[] bytes, int i) {
        return bytes[i] & 0xFF;
    }

    private static Refused broken() {
        return refused(422, "photo.broken", "照片不完整。请重新保存后上传。", "The photo is not whole.");
    }

    private static Refused refused(int status, String code, String chinese, String english) {
        return new Refused(new Problem(status, code, Optional.of("body"), chinese, english));
    }
}

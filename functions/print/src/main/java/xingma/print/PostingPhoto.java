package xingma.print;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.institution.PlacardCode;
import xingma.picture.Picture;

/**
 * A photo of a placard on its wall (张贴照片), as JPEG. What it was taken with, where and by whom, and whatever hangs on
 * behind its end, is left out before it is kept.
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
        try {
            var picture = Picture.clean(file);
            if (picture.format() != Picture.Format.JPEG) {
                throw malformed();
            }
            if (Math.min(picture.width(), picture.height()) < SMALLEST_SIDE
                    || Math.max(picture.width(), picture.height()) > LARGEST_SIDE) {
                throw new Refused(Problem.field(
                        "photo",
                        "photo.size",
                        "照片的边长应在 " + SMALLEST_SIDE + " 到 " + LARGEST_SIDE + " 像素之间。",
                        "A photo's sides have " + SMALLEST_SIDE + " to " + LARGEST_SIDE + " pixels."));
            }
            return new PostingPhoto(picture.bytes());
        } catch (Picture.Malformed notWhole) {
            throw malformed();
        }
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
}

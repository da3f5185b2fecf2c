package xingma.attachment;

import java.util.Arrays;
import java.util.Optional;

/** What a file that is sent may be (附件格式): three forms of picture, and a document. */
public enum FileKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    /** Kept as it came, for nothing can be taken out of a PDF without drawing it anew: downloaded, never shown. */
    PDF("application/pdf", "pdf");

    private final String contentType;
    private final String ending;

    FileKind(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    public static Optional<FileKind> ofContentType(String contentType) {
        return Arrays.stream(values()).filter(k -> k.contentType.equals(contentType)).findFirst();
    }

    public String contentType() {
        return contentType;
    }

    /** How a file's name ends, without the point. */
    public String ending() {
        return ending;
    }

    /** Whether what a camera or a telephone writes into a file beside the picture has been taken out. */
    public boolean cleaned() {
        return this != PDF;
    }
}

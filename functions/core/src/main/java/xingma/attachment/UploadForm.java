package xingma.attachment;

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a page writes as {@code <form method="post" enctype="multipart/form-data">}: the address, the hidden fields, and
 * after them, as the last, one file input by the name of {@link #FILE} that accepts {@link #ACCEPTED}.
 */
public record UploadForm(String action, Map<String, String> fields) {
    public static final String FILE = "file";

    /** Telephones turn their own formats into these when they are asked for. */
    public static final String ACCEPTED = Arrays.stream(FileKind.values())
            .map(FileKind::contentType)
            .collect(Collectors.joining(","));

    public UploadForm {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** What the page's Content-Security-Policy must name under form-action and connect-src. */
    public String origin() {
        var address = URI.create(action);
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** The fields open the store for a quarter of an hour. */
    @Override
    public String toString() {
        return "UploadForm[" + origin() + "]";
    }
}

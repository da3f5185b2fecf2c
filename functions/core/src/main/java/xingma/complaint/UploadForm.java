package xingma.complaint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a page writes as {@code <form method="post" enctype="multipart/form-data">}: the address, the hidden fields in
 * this order, and after them, as the last, a file input by the name of {@link #FILE}.
 */
public record UploadForm(String action, Map<String, String> fields) {
    public static final String FILE = "file";

    public UploadForm {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The fields open the store for a quarter of an hour. */
    @Override
    public String toString() {
        return "UploadForm[" + action + "]";
    }
}

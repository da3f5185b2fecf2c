package xingma.aws.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP API event, payload 2.0, once it is read. Values longer than anything we ask for are as if they were not
 * there; a body over its route's limit is refused when it is asked for, before it is decoded.
 */
final class Event implements Request {
    static final int LONGEST_NAME = 100;
    static final int LONGEST_VALUE = 2_048;
    static final int MOST_VALUES = 64;

    private final Parts parts;
    private final int largestBody;

    Event(Parts parts, int largestBody) {
        this.parts = parts;
        this.largestBody = largestBody;
    }

    @Override
    public String route() {
        return parts.route;
    }

    @Override
    public String method() {
        return parts.method;
    }

    /** {@code rawPath} arrives encoded; parameters arrive decoded. */
    @Override
    public String path() {
        try {
            return URLDecoder.decode(parts.path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return parts.path;
        }
    }

    @Override
    public Optional<String> pathParameter(String name) {
        return Optional.ofNullable(parts.pathParameters.get(name));
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(parts.query.get(name));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(parts.headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public byte[] body() {
        if (parts.body == null || parts.body.isEmpty()) {
            return new byte[0];
        }
        var atLeast = parts.encoded ? parts.body.length() / 4L * 3 - 2 : parts.body.length();
        if (atLeast > largestBody) {
            throw tooLarge();
        }
        var bytes = parts.encoded ? decoded() : parts.body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > largestBody) {
            throw tooLarge();
        }
        return bytes;
    }

    private byte[] decoded() {
        try {
            return Base64.getDecoder().decode(parts.body);
        } catch (IllegalArgumentException malformed) {
            throw new Refused(Problem.of(400, "body.malformed", "上传的内容不完整。请重新上传。", "The body did not arrive whole."));
        }
    }

    private Refused tooLarge() {
        return new Refused(Problem.of(
                413,
                "body.tooLarge",
                "内容超过上限 " + size() + "。请减少内容或分成几份。",
                "The body is larger than " + size() + ". Send less, or send it in parts."));
    }

    private String size() {
        return largestBody >= 1 << 20 ? (largestBody >> 20) + " MB" : (largestBody >> 10) + " KB";
    }

    @Override
    public Optional<String> claim(String name) {
        return Optional.ofNullable(parts.claims.get(name));
    }

    @Override
    public String id() {
        return parts.id;
    }

    @Override
    public String toString() {
        return parts.route;
    }

    /** The parts of an event as they are gathered. */
    static final class Parts {
        private static final String NO_ID = "-";
        String route = "";
        String method = "";
        String path = "";
        String id = NO_ID;
        String body;
        boolean encoded;
        final Map<String, String> headers = new TreeMap<>();
        final Map<String, String> query = new TreeMap<>();
        final Map<String, String> pathParameters = new TreeMap<>();
        final Map<String, String> claims = new TreeMap<>();

        static void keep(Map<String, String> values, String name, String value) {
            if (name != null
                    && value != null
                    && name.length() <= LONGEST_NAME
                    && value.length() <= LONGEST_VALUE
                    && values.size() < MOST_VALUES) {
                values.put(name, value);
            }
        }

        static String bounded(String value) {
            return value == null || value.length() > LONGEST_VALUE ? "" : value;
        }

        static String method(String value) {
            return value != null && value.matches("[A-Z]{1,20}") ? value : "";
        }

        /** The gateway's ids are short words; anything else was not made by the gateway. */
        static String id(String value) {
            return value != null && value.matches("[A-Za-z0-9_=+/-]{1,64}") ? value : NO_ID;
        }
    }
}

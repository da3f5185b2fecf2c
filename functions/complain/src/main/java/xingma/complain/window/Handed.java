package xingma.complain.window;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Request;

/**
 * What was handed in, as a browser's form or as JSON: fields by name, each once, texts only. A form may bring fields that
 * nobody asked for, as browsers' extensions do; JSON may not.
 *
 * @param data whether it came as JSON, and is answered so
 */
public record Handed(Map<String, String> fields, boolean data) {
    public static final int LARGEST = 32 * 1024;

    private static final int LONGEST = 8_000;
    private static final int MOST = 40;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2)
                    .maxStringLength(LONGEST)
                    .maxNameLength(60)
                    .maxNumberLength(30)
                    .maxDocumentLength(LARGEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public Handed {
        fields = Map.copyOf(fields);
    }

    /** @param known the fields that are asked for */
    public static Handed read(Request request, Set<String> known) {
        var type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            return new Handed(json(request.body(), known), true);
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return new Handed(form(request.body(), known), false);
        }
        throw new Refused(Problem.of(
                415,
                "body.type",
                "请用网页表单提交，或发送 JSON（application/json）。",
                "Send the page's form, or JSON (application/json)."));
    }

    /** The same, but nothing where it cannot be read: for a page that tells of another failure. */
    public static Handed orEmpty(Request request, Set<String> known) {
        try {
            return read(request, known);
        } catch (Refused unread) {
            return new Handed(Map.of(), false);
        }
    }

    /** A field, stripped; empty where it was not given. */
    public String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** A field that was given and says something. */
    public Optional<String> given(String field) {
        return Optional.of(text(field)).filter(t -> !t.isEmpty());
    }

    private static Map<String, String> form(byte[] body, Set<String> known) {
        var fields = new TreeMap<String, String>();
        if (body.length == 0) {
            return fields;
        }
        for (var pair : new String(body, ISO_8859_1).split("&")) {
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!known.contains(name)) {
                continue;
            }
            var value = decoded(equals < 0 ? "" : pair.substring(equals + 1)).replace("\r\n", "\n");
            if (fields.put(name, value) != null) {
                throw twice(name);
            }
            if (value.length() > LONGEST || fields.size() > MOST) {
                throw new Refused(Problem.field(name, "field.tooLong", "内容过长。", "This is too long."));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        var bytes = new byte[text.length()];
        var length = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '%' && i + 2 < text.length() && hex(text.charAt(i + 1)) >= 0 && hex(text.charAt(i + 2)) >= 0) {
                bytes[length++] = (byte) (hex(text.charAt(i + 1)) << 4 | hex(text.charAt(i + 2)));
                i += 2;
            } else {
                bytes[length++] = (byte) (c == '+' ? ' ' : c);
            }
        }
        return utf8(bytes, length);
    }

    /** ASCII alone: {@code Character.digit} takes digits of every script. */
    private static int hex(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }

    private static String utf8(byte[] bytes, int length) {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Refused(Problem.of(400, "body.encoding", "内容不是 UTF-8 编码。", "The body is not in UTF-8."));
        }
    }

    private static Map<String, String> json(byte[] body, Set<String> known) {
        var fields = new TreeMap<String, String>();
        try (var json = JSON.createParser(utf8(body, body.length))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                var token = json.nextToken();
                if (!known.contains(name)) {
                    throw new Refused(Problem.field(name, "field.unknown", "没有这个字段。", "There is no such field."));
                }
                if (token == JsonToken.VALUE_STRING) {
                    fields.put(name, json.getText().replace("\r\n", "\n"));
                } else if (token != JsonToken.VALUE_NULL) {
                    throw new Refused(Problem.field(name, "field.malformed", "这个字段应为文本。", "This field is a text."));
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw malformed();
            }
        } catch (IOException broken) {
            throw malformed();
        }
        return fields;
    }

    private static Refused twice(String field) {
        return new Refused(Problem.field(
                field, "field.twice", "这个字段写了两次。请只写一次。", "This field is given twice. Give it once."));
    }

    private static Refused malformed() {
        return new Refused(Problem.of(
                400, "json.malformed", "内容不是完整、规范的 JSON。", "The body is not whole and well-formed JSON."));
    }

    /** Nobody's words into a log. */
    @Override
    public String toString() {
        return "Handed";
    }
}

package xingma.aws.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.rating.Points;

/**
 * JSON of officers' requests and replies, read into records without any leniency: nothing is guessed, rounded, filled
 * in or ignored. A component that may be left out or null is an {@code Optional}; every other one must be there. What
 * does not fit is refused by the name of its field.
 */
public final class StrictJson {
    /** For forms. */
    public static final StrictJson FORMS = new StrictJson(64 * 1024, 20_000, 2_000);

    /** For corrections of whole entries, and for photos in Base64. */
    public static final StrictJson LARGE = new StrictJson(1 << 20, 600_000, 40_000);

    private static final int LONGEST_PLACE = 100;

    private final JsonMapper mapper;

    private StrictJson(int longestDocument, int longestString, int mostTokens) {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxStringLength(longestString)
                        .maxNameLength(100)
                        .maxNumberLength(30)
                        .maxDocumentLength(longestDocument)
                        .maxTokenCount(mostTokens)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .withCoercionConfig(LogicalType.Textual, c -> c
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .addModule(new Jdk8Module())
                .addModule(new BureauTypes())
                .build();
    }

    /** The request's body as a record of this type. */
    public <T> T read(Request request, Class<T> type) {
        return read(request.body(), type);
    }

    public <T> T read(byte[] body, Class<T> type) {
        if (body.length == 0) {
            throw new Refused(Problem.of(400, "body.missing", "请求没有内容。", "The request has no body."));
        }
        try {
            var value = mapper.readValue(Utf8.text(body), type);
            if (value == null) {
                throw new Refused(Problem.of(400, "body.missing", "请求没有内容。", "The request has no body."));
            }
            return value;
        } catch (JacksonException malformed) {
            throw refused(malformed);
        }
    }

    /** The text of a body that is kept as it was sent; refused unless it is UTF-8 to the last byte. */
    public static String text(byte[] body) {
        return Utf8.text(body);
    }

    /** Any record, list or map as JSON: dates and codes as text, what is absent as null. */
    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Reply reply(int status, Object value) {
        return Reply.of(status, Reply.JSON, write(value));
    }

    private static Refused refused(JacksonException malformed) {
        for (Throwable cause = malformed; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException) {
                return new Refused(Problem.of(
                        413,
                        "json.tooLarge",
                        "内容超过上限：过长、过深或项数过多。",
                        "The JSON is too long, too deep or has too many parts."));
            }
        }
        var twice = twice(malformed);
        if (twice.isPresent()) {
            return new Refused(Problem.field(
                    twice.get(), "field.twice", "这个字段写了两次。请只写一次。", "This field is given twice. Give it once."));
        }
        if (malformed instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var field = mapping.getPath().stream()
                    .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
                    .collect(Collectors.joining())
                    .replaceFirst("^\\.", "");
            var bounded = bounded(field);
            if (mapping instanceof MismatchedInputException mismatched && mismatched.getTargetType() == Points.class) {
                return new Refused(Problem.field(
                        bounded,
                        "points.shape",
                        "分数请写成数字，不加引号，最多两位小数，例如4.5。",
                        "Points are a JSON number with two decimals at most, such as 4.5."));
            }
            return new Refused(
                    mapping instanceof UnrecognizedPropertyException
                            ? Problem.field(bounded, "field.unknown", "没有这个字段。", "There is no such field.")
                            : Problem.field(
                                    bounded,
                                    "field.malformed",
                                    "这个字段缺失、重复或格式不对。",
                                    "This field is missing, given twice, or not of its form."));
        }
        return new Refused(Problem.of(
                400, "json.malformed", "内容不是完整、规范的 JSON。", "The body is not whole and well-formed JSON."));
    }

    /** The place of a name that its object has twice, however deep: the parser says so, and the mapper may wrap it. */
    private static Optional<String> twice(JacksonException malformed) {
        for (Throwable cause = malformed; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonParseException broken && broken.getOriginalMessage().startsWith("Duplicate")) {
                return Optional.of(bounded(place(broken.getProcessor().getParsingContext())));
            }
        }
        return Optional.empty();
    }

    private static String place(JsonStreamContext at) {
        if (at.inRoot()) {
            return "";
        }
        var outside = place(at.getParent());
        return at.inArray()
                ? outside + '[' + at.getCurrentIndex() + ']'
                : outside.isEmpty() ? at.getCurrentName() : outside + '.' + at.getCurrentName();
    }

    private static String bounded(String field) {
        return field.length() > LONGEST_PLACE ? field.substring(0, LONGEST_PLACE) : field;
    }
}

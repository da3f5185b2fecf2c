package xingma.aws.http;

import java.util.Optional;

/**
 * A refusal, told as application/problem+json (RFC 9457) in the reader's language.
 *
 * @param code stable, dotted, such as {@code file.tooLarge}
 * @param field the field or parameter at fault, where there is one
 */
public record Problem(int status, String code, Optional<String> field, String chinese, String english) {
    public static Problem of(int status, String code, String chinese, String english) {
        return new Problem(status, code, Optional.empty(), chinese, english);
    }

    public static Problem field(String field, String code, String chinese, String english) {
        return new Problem(400, code, Optional.of(field), chinese, english);
    }

    public static Problem notFound(String code, String chinese, String english) {
        return of(404, code, chinese, english);
    }
}

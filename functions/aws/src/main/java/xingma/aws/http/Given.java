package xingma.aws.http;

import java.util.regex.Pattern;
import xingma.fact.Legible;

/** What whoever asks gives with a step: an id of one's own, so that asking twice is asking once, and words. */
public final class Given {
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Given() {}

    /** An id as the asker makes it: a UUID in lower case. */
    public static String id(String id) {
        return id("id", id);
    }

    public static String id(String field, String id) {
        if (!ID.matcher(id).matches()) {
            throw malformed(field, field + ".shape", "编号应为小写的UUID。", "The id is a UUID in lower case.");
        }
        return id;
    }

    /** A text of several lines, made plain. */
    public static String words(String field, String words, int longest) {
        return Legible.text(words, longest)
                .orElseThrow(() -> malformed(
                        field,
                        field + ".length",
                        "请填写内容，最多" + longest + "个字。",
                        "Write 1 to " + longest + " characters."));
    }

    public static Refused malformed(String field, String code, String chinese, String english) {
        return new Refused(Problem.field(field, code, chinese, english));
    }
}

package xingma.aws.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;

/** Reads bytes that must be UTF-8 to the last one. */
final class Utf8 {
    private Utf8() {}

    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Refused(Problem.of(400, "body.encoding", "内容不是 UTF-8 编码。", "The body is not UTF-8."));
        }
    }
}

package xingma.sheets;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds out how a text file is encoded, without ever guessing past a fault: UTF-8, with or without BOM, or GB18030. */
final class Encoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** So many whole characters of three bytes do not come about by chance in another encoding. */
    private static final int SURELY_UTF_8 = 4;
    /** Stands where somebody before us read the file in a wrong encoding. */
    private static final char LOST = '\uFFFD';

    private Encoding() {}

    static String text(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            throw Refusal.ENCODING.refused();
        }
        var marked = begins(bytes, 0xEF, 0xBB, 0xBF);
        var from = marked ? 3 : 0;
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        var out = CharBuffer.allocate(bytes.length - from + 1);
        var result = decoder.decode(in, out, true);
        if (!result.isError()) {
            return plain(out.flip().toString());
        }
        var wide = out.flip().chars().filter(c -> c > 0x7FF).count();
        if (marked || wide >= SURELY_UTF_8) {
            throw in.remaining() < 4 ? Refusal.HALF.refused() : Refusal.ENCODING.refused();
        }
        try {
            return plain(GB18030.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException neither) {
            throw Refusal.ENCODING.refused();
        }
    }

    /** Text files hold no control characters but line breaks and tabs; others are no text. */
    private static String plain(String text) {
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != 0x0B)) {
            throw Refusal.NOT_A_TABLE.refused();
        }
        if (text.indexOf(LOST) >= 0) {
            throw Refusal.ENCODING.refused();
        }
        return text;
    }

    private static boolean begins(byte[] bytes, int... signs) {
        if (bytes.length < signs.length) {
            return false;
        }
        for (var i = 0; i < signs.length; i++) {
            if ((bytes[i] & 0xFF) != signs[i]) {
                return false;
            }
        }
        return true;
    }
}

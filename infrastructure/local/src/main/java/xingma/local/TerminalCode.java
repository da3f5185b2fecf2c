package xingma.local;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code in a terminal: two modules to a character, its own ground, so that it reads on dark and light screens
 * alike.
 */
final class TerminalCode {
    private static final int QUIET = 2;
    private static final String GROUND = "\u001b[30;107m";
    private static final String RESET = "\u001b[0m";

    private TerminalCode() {}

    static String of(String text) {
        var matrix = matrix(text);
        var drawing = new StringBuilder();
        for (var y = -QUIET; y < matrix.getHeight() + QUIET; y += 2) {
            drawing.append("  ").append(GROUND);
            for (var x = -QUIET; x < matrix.getWidth() + QUIET; x++) {
                drawing.append(half(dark(matrix, x, y), dark(matrix, x, y + 1)));
            }
            drawing.append(RESET).append('\n');
        }
        return drawing.toString();
    }

    private static char half(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '█' : '▀';
        }
        return lower ? '▄' : ' ';
    }

    private static boolean dark(ByteMatrix matrix, int x, int y) {
        return x >= 0 && y >= 0 && x < matrix.getWidth() && y < matrix.getHeight() && matrix.get(x, y) == 1;
    }

    private static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a code: " + text, e);
        }
    }
}

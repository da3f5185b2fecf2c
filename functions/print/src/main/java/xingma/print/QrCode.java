package xingma.print;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;

/**
 * The square that a phone reads (二维码, GB/T 18284). Level Q bears the scratches of a wall; nothing stands in its middle;
 * no character set is announced, since some scanners trip over the announcement and an address is ASCII.
 */
public final class QrCode {
    /** Modules of white that must stay free on every side. */
    static final int QUIET = 4;

    private static final int LONGEST = 200;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    public static QrCode of(String address) {
        if (address.isEmpty() || address.length() > LONGEST || !StandardCharsets.US_ASCII.newEncoder().canEncode(address)) {
            throw new IllegalArgumentException("a placard's address is ASCII and has 1 to " + LONGEST + " characters");
        }
        try {
            return new QrCode(Encoder.encode(address, ErrorCorrectionLevel.Q).getMatrix());
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Modules along one side, without the quiet zone. */
    int side() {
        return modules.getWidth();
    }

    /** Modules along one side, quiet zone included. */
    int sideWithQuiet() {
        return side() + 2 * QUIET;
    }

    /** Whether a module is dark; outside the symbol none is. */
    boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < side() && y < side() && modules.get(x, y) == 1;
    }

    /** Tells every unbroken horizontal row of dark modules, from the top left, in reading order. */
    void forEachRun(Run run) {
        for (var y = 0; y < side(); y++) {
            var x = 0;
            while (x < side()) {
                var start = x;
                while (x < side() && isDark(x, y)) {
                    x++;
                }
                if (x > start) {
                    run.at(start, y, x - start);
                }
                x++;
            }
        }
    }

    /** A row of dark modules: its first module and how many there are. */
    @FunctionalInterface
    interface Run {
        void at(int x, int y, int length);
    }
}

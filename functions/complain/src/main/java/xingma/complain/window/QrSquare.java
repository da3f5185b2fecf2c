package xingma.complain.window;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import java.util.List;
import xingma.complaint.receipt.Receipt;

/** The square on a receipt. What it leads to names the receipt after the #, which no server and no log ever sees. */
public final class QrSquare {
    private QrSquare() {}

    public static String address(String publicBaseUrl, Receipt receipt) {
        return publicBaseUrl + "/status#" + receipt.number() + '.' + receipt.secret();
    }

    /** The same for those who draw it themselves: 1 where it is dark. */
    public static List<String> rows(String address) {
        return Arrays.stream(of(address)).map(QrSquare::row).toList();
    }

    private static String row(boolean[] dark) {
        var row = new StringBuilder(dark.length);
        for (var module : dark) {
            row.append(module ? '1' : '0');
        }
        return row.toString();
    }

    /** Dark modules, row by row. Level M: it is read from a screen or a clean sheet. */
    public static boolean[][] of(String address) {
        try {
            var modules = Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
            var dark = new boolean[modules.getHeight()][modules.getWidth()];
            for (var y = 0; y < dark.length; y++) {
                for (var x = 0; x < dark[y].length; x++) {
                    dark[y][x] = modules.get(x, y) == 1;
                }
            }
            return dark;
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package xingma.complain.window;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import xingma.complaint.receipt.Receipt;

/** The square on a receipt. What it leads to names the receipt after the #, which no server and no log ever sees. */
public final class QrSquare {
    private QrSquare() {}

    public static String address(String publicBaseUrl, Receipt receipt) {
        return publicBaseUrl + "/status#" + receipt.number() + '.' + receipt.secret();
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

package xingma.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import xingma.institution.PlacardCode;
import xingma.print.PngImage;
import xingma.print.QrCode;
import xingma.print.SvgImage;

/** Drawing the codes of a whole city, on one core, without writing them anywhere. */
final class PlacardRun {
    private static final String HOST = "https://xm.yunting.example/q/";

    void run(PrintStream out, List<PlacardCode> placards, int rounds) {
        out.println("| image | codes | ms for all, median (range) | codes/s |");
        out.println("|---|---|---|---|");
        row(out, "SVG", placards, rounds, code -> SvgImage.of(QrCode.of(HOST + code), code.spoken()).length());
        row(out, "PNG, 1 bit", placards, rounds, code -> PngImage.of(QrCode.of(HOST + code)).length);
        out.println();
    }

    private static void row(
            PrintStream out, String image, List<PlacardCode> placards, int rounds, ToIntFunction<PlacardCode> drawing) {
        var millis = new Spread();
        for (var round = 0; round < rounds; round++) {
            var before = System.nanoTime();
            var bytes = placards.stream().mapToInt(drawing).sum();
            millis.add((System.nanoTime() - before) / 1e6);
            if (bytes == 0) {
                throw new IllegalStateException("nothing was drawn");
            }
        }
        out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %.0f |%n",
                image,
                placards.size(),
                millis.told("%.0f"),
                placards.size() * 1000 / millis.median());
    }
}

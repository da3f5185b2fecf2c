package xingma.print;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import xingma.aws.s3.Bucket;
import xingma.aws.s3.Bucket.Stored;
import xingma.institution.PlacardCode;

/**
 * The codes' images where the public fetches them: {@code placards/<code>.svg} and {@code .png}. A code belongs to one
 * edition, so each is written once; a code that is void gets a cross in its place.
 */
final class PlacardImages {
    private static final String FOR_FIVE_MINUTES = "public, max-age=300";
    private static final int WRITERS = 16;

    private final Bureau bureau;
    private final Bucket site;

    PlacardImages(Bureau bureau, Bucket site) {
        this.bureau = bureau;
        this.site = site;
    }

    byte[] svg(PlacardCode code) {
        return SvgImage.of(QrCode.of(bureau.address(code)), code.spoken()).getBytes(StandardCharsets.UTF_8);
    }

    byte[] png(PlacardCode code) {
        return PngImage.of(QrCode.of(bureau.address(code)));
    }

    void keep(PlacardCode code) {
        // Both show one drawing, and finding its mask is most of the work.
        var drawn = QrCode.of(bureau.address(code));
        keepSvg(code, SvgImage.of(drawn, code.spoken()).getBytes(StandardCharsets.UTF_8));
        keepPng(code, PngImage.of(drawn));
    }

    void keepSvg(PlacardCode code, byte[] svg) {
        site.putIfAbsent(svgKey(code), Stored.of(svg, SvgImage.CONTENT_TYPE).cached(FOR_FIVE_MINUTES));
    }

    void keepPng(PlacardCode code, byte[] png) {
        site.putIfAbsent(pngKey(code), Stored.of(png, PngImage.CONTENT_TYPE).cached(FOR_FIVE_MINUTES));
    }

    /** Many at once, for a whole district. */
    void keepAll(Collection<PlacardCode> codes) {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var writing = codes.stream().<Future<?>>map(code -> writers.submit(() -> keep(code))).toList();
            for (var one : writing) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    void makeVoid(PlacardCode code) {
        site.put(
                svgKey(code),
                Stored.of(VoidImage.svg().getBytes(StandardCharsets.UTF_8), SvgImage.CONTENT_TYPE).cached(FOR_FIVE_MINUTES));
        site.put(pngKey(code), Stored.of(VoidImage.png(), PngImage.CONTENT_TYPE).cached(FOR_FIVE_MINUTES));
    }

    private static String svgKey(PlacardCode code) {
        return "placards/" + code + ".svg";
    }

    private static String pngKey(PlacardCode code) {
        return "placards/" + code + ".png";
    }
}

package xingma.print;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
        keepSvg(code, svg(code));
        keepPng(code, png(code));
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
            var writing = codes.stream()
                    .flatMap(code -> Stream.<Future<?>>of(
                            writers.submit(() -> keepSvg(code, svg(code))), writers.submit(() -> keepPng(code, png(code)))))
                    .toList();
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

package xingma.print;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Programs of other makers that read back what was printed. Where one is not installed, its tests say so and skip. */
final class Tools {
    private Tools() {}

    static void need(String program) {
        var installed = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(installed, program + " is not installed here, so nothing was read back with it");
    }

    /** What a program writes to its standard output. */
    static String run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            try (var out = process.getInputStream()) {
                return new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The codes that zbar, which shares nothing with the encoder, finds in a picture. */
    static List<String> zbar(Path picture) {
        return run("zbarimg", "-q", "--raw", picture.toString()).lines().toList();
    }

    /** A page of a PDF as a grey picture. */
    static Picture raster(Path pdf, int dotsPerInch) {
        var stem = pdf.resolveSibling("page-" + dotsPerInch);
        run("pdftoppm", "-r", String.valueOf(dotsPerInch), "-gray", "-singlefile", pdf.toString(), stem.toString());
        try {
            return Picture.pgm(stem.resolveSibling(stem.getFileName() + ".pgm"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

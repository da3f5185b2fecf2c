package xingma.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page that came out of a printer, looked at by programs of other makers. */
final class Paper {
    private static final Pattern PGM = Pattern.compile("P5\\s+(\\d+)\\s+(\\d+)\\s+255\\s");

    private final Path pdf;

    Paper(Path pdf) {
        this.pdf = pdf;
    }

    String text() {
        return run("pdftotext", "-layout", pdf.toString(), "-");
    }

    /** The sheets, as a scanner sees them. */
    List<Screen> sheets() {
        try {
            var folder = Files.createTempDirectory(pdf.toAbsolutePath().getParent(), "sheets");
            run("pdftoppm", "-r", "150", "-gray", pdf.toString(), folder.resolve("sheet").toString());
            try (var files = Files.list(folder)) {
                return files.sorted().map(Paper::sheet).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Screen sheet(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            var head = PGM.matcher(new String(bytes, 0, 64, StandardCharsets.ISO_8859_1));
            if (!head.lookingAt()) {
                throw new IllegalStateException("no PGM");
            }
            var grey = Arrays.copyOfRange(bytes, head.end(), bytes.length);
            return new Screen(Integer.parseInt(head.group(1)), Integer.parseInt(head.group(2)), grey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(String... command) {
        var installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0])));
        assumeTrue(installed, command[0] + " is not installed here, so nothing was read back from paper");
        try {
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (var out = process.getInputStream()) {
                return new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

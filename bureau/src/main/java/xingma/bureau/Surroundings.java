package xingma.bureau;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line finds around itself.
 *
 * @param pause before a request is tried a second time
 */
record Surroundings(
        Map<String, String> environment, Path home, PrintWriter out, PrintWriter err, boolean watched, Duration pause) {

    static Surroundings ofThisMachine() {
        var charset = charset();
        var environment = System.getenv();
        var home = Optional.ofNullable(environment.get("XINGMA_HOME"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config", "xingma"));
        return new Surroundings(
                environment,
                home,
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                System.console() != null && System.console().isTerminal(),
                Duration.ofMillis(500));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** A terminal under the C locale shows UTF-8 all the same; only Windows has consoles of another charset. */
    private static Charset charset() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
                ? System.out.charset()
                : StandardCharsets.UTF_8;
    }
}

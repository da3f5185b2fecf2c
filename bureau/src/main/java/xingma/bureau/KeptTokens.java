package xingma.bureau;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The tokens of those who signed in from this machine, one for each console; readable by their owner alone. */
final class KeptTokens {
    private final Path file;
    private final Clock clock;

    KeptTokens(Path home, Clock clock) {
        this.file = home.resolve("session.json");
        this.clock = clock;
    }

    /** A token that still lasts. */
    Optional<String> find(URI console) {
        var kept = read().path(console.toString());
        return kept.hasNonNull("token") && Instant.parse(kept.path("until").asText()).isAfter(clock.instant())
                ? Optional.of(kept.path("token").asText())
                : Optional.empty();
    }

    void keep(URI console, String token, Instant until) {
        var all = read();
        all.putObject(console.toString()).put("token", token).put("until", until.toString());
        write(all);
    }

    void forget(URI console) {
        var all = read();
        all.remove(console.toString());
        write(all);
    }

    private ObjectNode read() {
        try {
            return Files.exists(file) && Api.JSON.readTree(file.toFile()) instanceof ObjectNode kept
                    ? kept
                    : Api.JSON.createObjectNode();
        } catch (IOException damaged) {
            return Api.JSON.createObjectNode();
        }
    }

    private void write(ObjectNode all) {
        try {
            Files.createDirectories(file.getParent());
            var fresh = isPosix()
                    ? Files.createTempFile(file.getParent(), "session", ".json",
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : Files.createTempFile(file.getParent(), "session", ".json");
            Files.write(fresh, Api.JSON.writeValueAsBytes(all));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

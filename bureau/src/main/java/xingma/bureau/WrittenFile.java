package xingma.bureau;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A downloaded file: whole or not at all, and never over another unless asked. */
final class WrittenFile {
    private WrittenFile() {}

    /** Refuses before any work is done for it. */
    static void mustBeFree(Path file, boolean force, Words words) {
        if (!force && Files.exists(file)) {
            throw new Failure(Failure.USAGE, words.say("file.exists", file));
        }
    }

    static void write(Path file, byte[] bytes, Words words, Terminal terminal) {
        try {
            var folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var part = folder.resolve("." + file.getFileName() + ".part");
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            terminal.tell(words.say("file.kept", file));
        } catch (IOException unwritable) {
            throw new Failure(Failure.USAGE, file + ": " + unwritable.getMessage());
        }
    }
}

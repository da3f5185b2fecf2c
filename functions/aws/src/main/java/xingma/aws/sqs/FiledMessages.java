package xingma.aws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.complaint.notification.Messenger;

/** Lays messages into a folder, one file each and readable by its owner alone; where there is no queue, on a laptop. */
public final class FiledMessages implements Messenger {
    private final Path folder;
    private final Log log;

    public FiledMessages(Path folder, Log log) {
        this.folder = requireNonNull(folder, "folder");
        this.log = requireNonNull(log, "log");
    }

    /** Moved into its place whole: the same message again is the same file. */
    @Override
    public boolean take(Message message) {
        try {
            Files.createDirectories(folder);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var part = Files.createTempFile(folder, "part", ".tmp", owner);
            Files.writeString(part, QueuedMessages.body(message), UTF_8);
            Files.move(
                    part,
                    folder.resolve(message.id() + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException notTaken) {
            log.write(LogEvent.Failed.by("messenger", notTaken));
            return false;
        }
    }
}

package xingma.aws.kms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import xingma.complaint.seal.Seals;

/**
 * Data keys from a key in a file, for a laptop and for tests; in the cloud the key lies in KMS. A data key is the
 * file's key applied to 32 random bytes and the context (HMAC-SHA256), and those bytes are what is kept of it. The file
 * is made at first use and is its owner's alone.
 */
final class FileKeys implements DataKeys {
    private static final int SALT_BYTES = 32;

    private final byte[] key;

    FileKeys(Path file) {
        this.key = read(file);
    }

    @Override
    public String kind() {
        return "f";
    }

    @Override
    public DataKey fresh(Map<String, String> context) {
        return derived(random(), context);
    }

    @Override
    public DataKey unwrapped(byte[] wrapped, Map<String, String> context) {
        if (wrapped.length != SALT_BYTES) {
            throw new Seals.Broken("a data key that was not wrapped for this");
        }
        return derived(wrapped, context);
    }

    /** The key of a version's marks. */
    byte[] markKey(int version) {
        return Marks.hmac(key, ("marks\n" + version).getBytes(UTF_8));
    }

    private DataKey derived(byte[] salt, Map<String, String> context) {
        var about = ("data\n" + new TreeMap<>(context) + '\n').getBytes(UTF_8);
        return new DataKey(Marks.hmac(key, about, salt), salt);
    }

    private static byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            refuseIfOthersMayRead(file);
            var key = Files.readAllBytes(file);
            if (key.length != DataKey.LENGTH) {
                throw new IllegalStateException(file + " holds no key of " + DataKey.LENGTH + " bytes");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written beside and then given its name, so that nobody reads half a key; of two who make one, the first wins. */
    private static void make(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var draft = isPosix(folder)
                ? Files.createTempFile(
                        folder, "seal", ".new", PosixFilePermissions.asFileAttribute(EnumSet.of(OWNER_READ, OWNER_WRITE)))
                : Files.createTempFile(folder, "seal", ".new");
        try {
            Files.write(draft, random());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // theirs is read
        } finally {
            Files.delete(draft);
        }
    }

    private static void refuseIfOthersMayRead(Path file) throws IOException {
        if (isPosix(file)
                && !EnumSet.of(OWNER_READ, OWNER_WRITE).containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException(file + " may be read by others; it is its owner's alone (chmod 600)");
        }
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    private static byte[] random() {
        var bytes = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "FileKeys";
    }
}

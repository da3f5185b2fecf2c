package xingma.aws.kms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xingma.aws.Settings;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Seals;
import xingma.complaint.seal.SealsContract;
import xingma.complaint.seal.Secrets.Purpose;

/** The seals of a laptop. */
class FileSealsTest extends SealsContract {
    @TempDir
    Path folder;

    @Override
    protected Seals seals() {
        return room("seal.key").seals();
    }

    private SealRoom room(String file) {
        return SealRoom.from(
                Settings.of(name -> name.equals("SEAL_KEY") ? "file:" + folder.resolve("keys").resolve(file) : null), null);
    }

    @Test
    void the_same_file_opens_and_marks_the_same_in_another_process() {
        var sealed = room("a").seals().close(CASE, Part.WORDS, "肿");
        assertEquals("肿", room("a").seals().open(CASE, Part.WORDS, sealed));
        assertArrayEquals(
                room("a").secrets().mac(Purpose.PHONE, new byte[1]), room("a").secrets().mac(Purpose.PHONE, new byte[1]));
    }

    @Test
    void another_file_opens_nothing_and_marks_otherwise() {
        var sealed = room("a").seals().close(CASE, Part.WORDS, "肿");
        assertThrows(Seals.Broken.class, () -> room("b").seals().open(CASE, Part.WORDS, sealed));
        assertFalse(Arrays.equals(
                room("a").secrets().mac(Purpose.PHONE, new byte[1]), room("b").secrets().mac(Purpose.PHONE, new byte[1])));
    }

    @Test
    void the_file_is_its_owners_alone() throws IOException {
        seals();
        var file = folder.resolve("keys/seal.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThrows(IllegalStateException.class, this::seals);
    }

    @Test
    void half_a_key_is_refused() throws IOException {
        seals();
        Files.write(folder.resolve("keys/seal.key"), new byte[31]);
        assertThrows(IllegalStateException.class, this::seals);
    }

    @Test
    void many_that_make_the_file_at_once_share_one_key() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var making = IntStream.range(0, 8)
                    .<Callable<List<Byte>>>mapToObj(i -> () -> {
                        var mac = room("shared").secrets().mac(Purpose.BODY, new byte[1]);
                        return List.of(mac[0], mac[1], mac[2], mac[3]);
                    })
                    .toList();
            var keys = new HashSet<List<Byte>>();
            for (var made : threads.invokeAll(making)) {
                keys.add(made.get());
            }
            assertEquals(1, keys.size());
        }
    }
}

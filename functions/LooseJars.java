import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Run by the build on a function's zip: the jars within lose their own compression. The zip then compresses each as a
 * whole, which is smaller, and a cold start reads classes without inflating them one by one.
 */
final class LooseJars {
    private LooseJars() {}

    public static void main(String[] zips) throws IOException {
        for (var zip : zips) {
            loosen(Path.of(zip));
        }
    }

    private static void loosen(Path zip) throws IOException {
        var loose = zip.resolveSibling(zip.getFileName() + ".loose");
        try (var in = new ZipFile(zip.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(loose))) {
            for (var entry : in.stream().toList()) {
                var bytes = in.getInputStream(entry).readAllBytes();
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(same);
                out.write(entry.getName().endsWith(".jar") ? stored(bytes) : bytes);
                out.closeEntry();
            }
        }
        Files.move(loose, zip, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] stored(byte[] jar) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(jar));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var content = in.readAllBytes();
                var crc = new CRC32();
                crc.update(content);
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(entry.getTimeLocal());
                same.setMethod(ZipEntry.STORED);
                same.setSize(content.length);
                same.setCrc(crc.getValue());
                out.putNextEntry(same);
                out.write(content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

package xingma.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import xingma.placard.Placard;

/**
 * The images of many codes in one file, for a printing house or a designer: {@code 990102/7K3M-9QX4-TCDD.svg} and
 * {@code .png}. The same placards make the same bytes.
 */
final class ImageBundle {
    static final String CONTENT_TYPE = "application/zip";
    /** The earliest that a zip can tell; an image has no other date than its code. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ImageBundle() {}

    static byte[] of(List<Placard.Live> placards, PlacardImages images) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var placard : placards) {
                var name = placard.issue().district() + "/" + placard.code().spoken();
                put(zip, name + ".svg", images.svg(placard.code()));
                put(zip, name + ".png", images.png(placard.code()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] image) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(image);
        zip.closeEntry();
    }
}

package xingma.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Unpacks a workbook within limits before any parser sees it, and packs again only the markup that was counted: what a
 * zip says of its sizes is not believed.
 */
final class XlsxGuard {
    private static final int MOST_ENTRIES = 100;
    private static final int LARGEST_ENTRY = 20 << 20;
    private static final int LARGEST_WHOLE = 50 << 20;
    /** Sheets of empty rows pack 50 to 1; a bomb packs 1,000 to 1. */
    private static final int MOST_RATIO = 200;
    private static final int RATIO_FROM = 1 << 20;

    /** A reader makes room for every column up to a cell's own: beyond three letters that is all the memory there is. */
    private static final Pattern FAR_CELL = Pattern.compile("\\sr\\s*=\\s*[\"'](?:[A-Za-z]{4}|[^0-9A-Za-z])");

    private XlsxGuard() {}

    static byte[] checked(byte[] bytes) {
        var repacked = new ByteArrayOutputStream(bytes.length);
        var names = new HashSet<String>();
        var whole = 0L;
        try (var in = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
                var out = new ZipOutputStream(repacked, StandardCharsets.UTF_8)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (var entry : Collections.list(in.getEntries())) {
                if (names.size() >= MOST_ENTRIES) {
                    throw Refusal.UNPACKED.refused();
                }
                refuse(entry, names);
                var content = content(in, entry, whole);
                whole += content.length;
                if (whole > RATIO_FROM && whole > (long) MOST_RATIO * bytes.length) {
                    throw Refusal.UNPACKED.refused();
                }
                if (isMarkup(entry.getName())) {
                    refuseMarkup(entry.getName(), content);
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(content);
                    out.closeEntry();
                }
            }
        } catch (IOException half) {
            throw Refusal.HALF.refused();
        }
        if (!names.contains("xl/workbook.xml")) {
            throw Refusal.NOT_A_TABLE.refused();
        }
        return repacked.toByteArray();
    }

    private static void refuse(ZipArchiveEntry entry, HashSet<String> names) {
        var name = entry.getName();
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("vbaproject") || lower.contains("xl/macrosheets") || lower.endsWith(".bin") && lower.contains("activex")) {
            throw Refusal.MACROS.refused();
        }
        if (name.contains("..") || name.startsWith("/") || name.indexOf('\\') >= 0 || !names.add(name)) {
            throw Refusal.DANGEROUS.refused();
        }
    }

    private static byte[] content(ZipFile in, ZipArchiveEntry entry, long already) throws IOException {
        var most = (int) Math.min(LARGEST_ENTRY, LARGEST_WHOLE - already);
        try (var stream = in.getInputStream(entry)) {
            var content = stream.readNBytes(most + 1);
            if (content.length > most) {
                throw Refusal.UNPACKED.refused();
            }
            return content;
        }
    }

    private static boolean isMarkup(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    private static void refuseMarkup(String name, byte[] content) {
        var head = new String(content, 0, Math.min(content.length, 4_096), StandardCharsets.ISO_8859_1);
        if (head.indexOf('\0') >= 0 || head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF")
                || holds(content, "<!DOCTYPE") || holds(content, "<!ENTITY")
                || FAR_CELL.matcher(new String(content, StandardCharsets.ISO_8859_1)).find()) {
            throw Refusal.DANGEROUS.refused();
        }
        if (name.equals("xl/workbook.xml")) {
            var workbook = new String(content, StandardCharsets.UTF_8);
            if (workbook.matches("(?s).*date1904\\s*=\\s*[\"'](1|true)[\"'].*")) {
                throw Refusal.DATES_1904.refused();
            }
        }
        if (name.equals("[Content_Types].xml") && holds(content, "macroEnabled")) {
            throw Refusal.MACROS.refused();
        }
    }

    private static boolean holds(byte[] content, String word) {
        var sought = word.getBytes(StandardCharsets.US_ASCII);
        for (var i = 0; i + sought.length <= content.length; i++) {
            var j = 0;
            while (j < sought.length && (content[i + j] | 0x20) == (sought[j] | 0x20)) {
                j++;
            }
            if (j == sought.length) {
                return true;
            }
        }
        return false;
    }
}

package xingma.sheets;

import java.util.List;
import java.util.Locale;
import xingma.registry.sheet.Sheet;

/** An officer's file, told apart by what it is and not by what it is called; read whole or refused whole. */
public final class Upload {
    public static final int LARGEST = 4 << 20;
    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 60;
    /** Headings and a few title lines come on top of the rows. */
    static final int ROWS_ABOVE = 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private Upload() {}

    /** The sheets with their headings still among the rows. */
    public static List<Sheet> read(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw Refusal.EMPTY.refused();
        }
        if (bytes.length > LARGEST) {
            throw Refusal.TOO_LARGE.refused();
        }
        if (begins(bytes, COMPOUND)) {
            throw Refusal.OLD_WORKBOOK.refused();
        }
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsm") || lower.endsWith(".xlsb") || lower.endsWith(".xltm")) {
            throw Refusal.MACROS.refused();
        }
        if (begins(bytes, ZIP)) {
            return XlsxFile.read(XlsxGuard.checked(bytes));
        }
        if (lower.endsWith(".xlsx")) {
            throw Refusal.HALF.refused();
        }
        if (begins(bytes, PDF)) {
            throw Refusal.NOT_A_TABLE.refused();
        }
        return List.of(CsvFile.read(withoutEnding(name), bytes));
    }

    private static String withoutEnding(String name) {
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static boolean begins(byte[] bytes, byte[] magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (var i = 0; i < magic.length; i++) {
            if (bytes[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

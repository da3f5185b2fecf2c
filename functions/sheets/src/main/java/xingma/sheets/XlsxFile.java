package xingma.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import xingma.aws.http.Refused;
import xingma.registry.sheet.Sheet;

/** A workbook that the guard has unpacked and counted, cell by cell as text. */
final class XlsxFile {
    /** What a spreadsheet keeps of a number. */
    private static final int TRUE_DIGITS = 15;

    /** A row is as wide as its last cell, filled or not: no table is that wide and that long. */
    private static final int MOST_CELLS = 20_000_000;

    /** How a workbook writes characters that XML cannot hold. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxFile() {}

    static List<Sheet> read(byte[] checked) {
        var sheets = new ArrayList<Sheet>();
        var rowsLeft = Upload.MOST_ROWS + Upload.ROWS_ABOVE;
        var cells = new Count();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(checked))) {
            for (var sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    var rows = rows(sheet, rowsLeft, cells);
                    rowsLeft -= rows.size();
                    if (!rows.isEmpty()) {
                        sheets.add(new Sheet(sheet.getName(), List.of(), rows));
                    }
                }
            }
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // The parser meets damaged markup with whatever its next step throws.
            throw Refusal.HALF.refused();
        }
        if (sheets.isEmpty()) {
            throw Refusal.EMPTY.refused();
        }
        return sheets;
    }

    private static List<Sheet.Row> rows(org.dhatim.fastexcel.reader.Sheet sheet, int most, Count cells)
            throws IOException {
        var rows = new ArrayList<Sheet.Row>();
        try (var stream = sheet.openStream()) {
            for (var each = stream.iterator(); each.hasNext(); ) {
                var raw = each.next();
                cells.add(raw.getCellCount());
                var row = row(raw);
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() > most) {
                    throw Refusal.TOO_MANY_ROWS.refused();
                }
            }
        }
        return rows;
    }

    /** The cells of a whole workbook, blank ones too. */
    private static final class Count {
        private long cells;

        void add(int more) {
            cells += more;
            if (cells > MOST_CELLS) {
                throw Refusal.UNPACKED.refused();
            }
        }
    }

    private static Sheet.Row row(Row row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) {
            var text = row.getOptionalCell(i).map(XlsxFile::text).orElse("");
            if (i < Upload.MOST_COLUMNS) {
                cells.add(text);
            } else if (!text.isBlank()) {
                throw Refusal.TOO_MANY_COLUMNS.refused();
            }
        }
        return new Sheet.Row(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        if (cell.getFormula() != null) {
            return "=" + cell.getFormula();
        }
        var raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> number(raw);
            case STRING -> cell.getText() == null ? "" : unescaped(cell.getText());
            case FORMULA -> "=" + raw;
            case BOOLEAN -> raw.equals("1") || raw.equalsIgnoreCase("true") ? "TRUE" : "FALSE";
            case ERROR -> raw;
            case EMPTY -> "";
        };
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(
                m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    /** Digits beyond the fifteenth are not what the officer typed: such a number is told as rounded, without its digits. */
    private static String number(String raw) {
        try {
            var number = new BigDecimal(raw);
            var digits = number.precision() - number.scale();
            if (digits > TRUE_DIGITS) {
                return "1E+" + (digits - 1);
            }
            return Math.abs(number.scale()) > 20 ? raw : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException none) {
            return raw;
        }
    }
}

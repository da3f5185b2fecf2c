package xingma.register.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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

    private XlsxFile() {}

    static List<Sheet> read(byte[] checked) {
        var sheets = new ArrayList<Sheet>();
        var rowsLeft = Upload.MOST_ROWS + Upload.ROWS_ABOVE;
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(checked))) {
            for (var sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    var rows = rows(sheet, rowsLeft);
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

    private static List<Sheet.Row> rows(org.dhatim.fastexcel.reader.Sheet sheet, int most) throws IOException {
        var rows = new ArrayList<Sheet.Row>();
        try (var stream = sheet.openStream()) {
            for (var each = stream.iterator(); each.hasNext(); ) {
                var row = row(each.next());
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
            case STRING -> cell.getText() == null ? "" : cell.getText();
            case FORMULA -> "=" + raw;
            case BOOLEAN -> raw.equals("1") || raw.equalsIgnoreCase("true") ? "TRUE" : "FALSE";
            case ERROR -> raw;
            case EMPTY -> "";
        };
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

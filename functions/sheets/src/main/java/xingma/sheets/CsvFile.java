package xingma.sheets;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import xingma.registry.sheet.Sheet;

/** Comma- or tab-separated text in the encodings that spreadsheets write here. */
final class CsvFile {
    private CsvFile() {}

    static Sheet read(String name, byte[] bytes) {
        var text = Encoding.text(bytes);
        var rows = new ArrayList<Sheet.Row>();
        var widest = 0;
        var format = CSVFormat.DEFAULT.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(false).get();
        try (var records = format.parse(new StringReader(text))) {
            for (var record : records) {
                if (rows.size() > Upload.MOST_ROWS + Upload.ROWS_ABOVE) {
                    throw Refusal.TOO_MANY_ROWS.refused();
                }
                var cells = cells(record);
                widest = Math.max(widest, cells.size());
                rows.add(new Sheet.Row((int) record.getRecordNumber(), cells));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw Refusal.QUOTES.refused();
        }
        refuseHalf(text, rows, widest);
        return new Sheet(name, List.of(), rows.stream().filter(r -> !r.isBlank()).toList());
    }

    private static List<String> cells(CSVRecord record) {
        var cells = record.values();
        var last = cells.length;
        while (last > 0 && cells[last - 1].isBlank()) {
            last--;
        }
        if (last > Upload.MOST_COLUMNS) {
            throw Refusal.TOO_MANY_COLUMNS.refused();
        }
        return Arrays.asList(cells).subList(0, Math.min(cells.length, Upload.MOST_COLUMNS));
    }

    /** Spreadsheets end every row with a line break and give every row the same cells. */
    private static void refuseHalf(String text, List<Sheet.Row> rows, int widest) {
        var ended = text.endsWith("\n") || text.endsWith("\r");
        if (!ended && rows.size() > 1 && rows.getLast().cells().size() < widest) {
            throw Refusal.HALF.refused();
        }
    }

    private static char separator(String text) {
        var end = text.indexOf('\n');
        var head = end < 0 ? text : text.substring(0, end);
        var tabs = head.chars().filter(c -> c == '\t').count();
        return tabs > head.chars().filter(c -> c == ',').count() ? '\t' : ',';
    }
}

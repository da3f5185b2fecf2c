package xingma.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.fact.Facts;

/** A rulebook's table: CSV in UTF-8 with headings, quotes around cells with commas, no line breaks in cells. */
final class Table {
    private Table() {}

    static List<Row> read(InputStream in) throws IOException {
        return read(in, "");
    }

    /** The rows whose line holds a text; no other line is taken apart. Plain loops, as a cold start reads this. */
    static List<Row> read(InputStream in, String holding) throws IOException {
        var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        var rows = new ArrayList<Row>();
        List<String> headings = null;
        for (var from = 0; from < text.length(); ) {
            var end = text.indexOf('\n', from);
            var line = text.substring(from, end < 0 ? text.length() : end).stripTrailing();
            from = end < 0 ? text.length() : end + 1;
            if (headings == null) {
                headings = cells(line);
            } else if (!line.isBlank() && line.contains(holding)) {
                rows.add(row(headings, line));
            }
        }
        return List.copyOf(rows);
    }

    private static Row row(List<String> headings, String line) {
        var cells = cells(line);
        if (cells.size() != headings.size()) {
            throw new IllegalStateException("a row with " + cells.size() + " cells: " + line);
        }
        var values = new HashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            values.put(headings.get(i), cells.get(i));
        }
        return new Row(values);
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (var from = 0; from <= line.length(); ) {
            var quoted = line.startsWith("\"", from);
            var end = line.indexOf(',', quoted ? closing(line, from) : from);
            var cell = line.substring(from, end < 0 ? line.length() : end);
            cells.add(quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell);
            from += cell.length() + 1;
        }
        return cells;
    }

    /** Where the quotes end that begin here; two quotes within them stand for one. */
    private static int closing(String line, int opening) {
        var at = line.indexOf('"', opening + 1);
        while (at >= 0 && line.startsWith("\"\"", at)) {
            at = line.indexOf('"', at + 2);
        }
        if (at < 0) {
            throw new IllegalStateException("a row whose quotes do not end: " + line);
        }
        return at;
    }

    /** One row by its headings. */
    record Row(Map<String, String> cells) {
        String get(String heading) {
            var cell = cells.get(heading);
            if (cell == null) {
                throw new IllegalStateException("the table has no column " + heading);
            }
            return cell;
        }

        int number(String heading) {
            return Integer.parseInt(get(heading));
        }

        Optional<String> maybe(String heading) {
            return Optional.of(get(heading)).filter(text -> !text.isEmpty());
        }

        /** The items of a cell, joined by 、. */
        List<String> list(String heading) {
            return maybe(heading).map(text -> Arrays.asList(text.split(Facts.BETWEEN))).orElse(List.of());
        }
    }
}

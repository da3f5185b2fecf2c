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
        var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        var headings = cells(lines.getFirst());
        return lines.stream().skip(1).filter(line -> !line.isBlank()).map(line -> row(headings, line)).toList();
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
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
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

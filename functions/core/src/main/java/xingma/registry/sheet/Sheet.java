package xingma.registry.sheet;

import java.util.List;

/**
 * One table of an officer's file as it was written (工作表): headings, and rows with the numbers that the officer sees.
 *
 * @param headings of the columns A, B, C …; empty text where a column has none
 */
public record Sheet(String name, List<String> headings, List<Row> rows) {
    public Sheet {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** The column's letters: A for 0, AA for 26. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /**
     * One row.
     *
     * @param number as the spreadsheet shows it, from 1
     */
    public record Row(int number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Empty text where the row is shorter than its headings. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        public boolean isBlank() {
            return cells.stream().allMatch(c -> CellText.squeezed(c).text().isEmpty());
        }
    }
}

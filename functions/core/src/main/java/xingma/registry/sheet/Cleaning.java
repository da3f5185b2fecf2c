package xingma.registry.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xingma.fact.Field;
import xingma.institution.PremisesKind;

/**
 * Takes out of an officer's file what the register does not hold, before anything of it is kept (清洗): columns that no
 * field has, sheets that are no list, identity numbers wherever they stand.
 */
public final class Cleaning {
    private static final int LONGEST_NAME = 100;

    private Cleaning() {}

    /** The sheets as they may be kept; every later step reads these and nothing else. */
    public static List<Sheet> cleaned(List<Sheet> raw, List<PremisesKind> kinds) {
        return raw.stream().filter(s -> !isNotes(s)).map(s -> cleaned(s, kinds)).toList();
    }

    /** A file's or sheet's name as it may be kept and told. */
    public static String name(String written) {
        var plain = new StringBuilder();
        HiddenNumbers.masked(CellText.spaced(CellText.composed(written)).text())
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || " .-_()（）【】+,，、·*#".indexOf(c) >= 0)
                .limit(LONGEST_NAME)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static Sheet cleaned(Sheet raw, List<PremisesKind> kinds) {
        return Layout.find(raw, kinds)
                .map(Cleaning::cleaned)
                .orElseGet(() -> new Sheet(name(raw.name()), List.of(), List.of()));
    }

    private static Sheet cleaned(Layout layout) {
        Map<Integer, Column> columns = new HashMap<>();
        layout.columns().forEach(c -> columns.put(c.index(), c));
        var width = layout.sheet().headings().size();
        var rows = layout.sheet().rows().stream()
                .map(row -> new Sheet.Row(row.number(), cells(row, columns, width)))
                .toList();
        var headings = layout.sheet().headings().stream().map(Cleaning::name).toList();
        return new Sheet(name(layout.sheet().name()), headings, rows);
    }

    private static List<String> cells(Sheet.Row row, Map<Integer, Column> columns, int width) {
        var cells = new String[width];
        for (var i = 0; i < width; i++) {
            var column = columns.get(i);
            cells[i] = column == null ? "" : kept(column, row.cell(i));
        }
        return List.of(cells);
    }

    private static String kept(Column column, String cell) {
        if (cell.length() > FieldReader.LONGEST_CELL) {
            return "…".repeat(FieldReader.LONGEST_CELL + 1);
        }
        return column.field().map((Field f) -> FieldReader.masked(f, cell)).orElseGet(() -> HiddenNumbers.masked(cell));
    }

    private static boolean isNotes(Sheet raw) {
        return Words.CHINESE.list("notes.sheet").contains(raw.name());
    }
}

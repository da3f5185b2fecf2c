package xingma.registry.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xingma.fact.Field;
import xingma.registry.sheet.Finding.Severity;

/** Gathers what a trial finds, and puts it in words. */
final class Findings {
    private final List<Finding> all = new ArrayList<>();

    void add(Line line, Column column, Remark remark) {
        add(line, Optional.of(column), remark);
    }

    /** At the field's cell, or at the row where the sheet has no such column. */
    void add(Line line, String field, Remark remark) {
        add(line, line.layout.column(field), remark);
    }

    private void add(Line line, Optional<Column> column, Remark remark) {
        if (remark.severity() == Severity.ERROR) {
            line.wrong = true;
        } else {
            line.warned = true;
        }
        var value = column.filter(c -> !remark.secret())
                .map(c -> CellText.composed(line.row.cell(c.index())))
                .filter(v -> !v.isEmpty() && !HiddenNumbers.areIn(v));
        all.add(finding(line.layout.sheet().name(), line.row.number(), column, value, remark));
    }

    void addToSheet(String sheet, Optional<Column> column, Remark remark) {
        all.add(finding(sheet, 0, column, Optional.empty(), remark));
    }

    boolean has(Line line, Column column) {
        return all.stream().anyMatch(f -> f.isError()
                && f.row() == line.row.number()
                && f.sheet().equals(line.layout.sheet().name())
                && f.column().filter(c -> c == column.index()).isPresent());
    }

    List<Finding> inOrder(List<Sheet> sheets) {
        var names = sheets.stream().map(Sheet::name).toList();
        return all.stream()
                .sorted(Comparator.comparingInt((Finding f) -> names.indexOf(f.sheet()))
                        .thenComparingInt(Finding::row)
                        .thenComparingInt(f -> f.column().orElse(-1)))
                .toList();
    }

    static Finding finding(
            String sheet, int row, Optional<Column> column, Optional<String> value, Remark remark) {
        var heading = column.map(Column::heading).orElse("");
        var field = column.map(Column::id).orElse("");
        var english = column.flatMap(Column::field).map(Field::english).orElse(heading);
        return new Finding(
                sheet,
                row,
                column.map(Column::index),
                heading,
                remark.severity(),
                remark.code(),
                value,
                value.isPresent() ? remark.mark() : Optional.empty(),
                Words.CHINESE.say(remark.code() + ".what", field, remark.telling()).replace("{heading}", heading),
                Words.CHINESE.say(remark.code() + ".mend", field, remark.telling()).replace("{heading}", heading),
                Words.ENGLISH.say(remark.code(), field, remark.telling()).replace("{heading}", english));
    }
}

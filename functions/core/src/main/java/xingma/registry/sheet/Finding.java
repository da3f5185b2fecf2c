package xingma.registry.sheet;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something wrong or doubtful at one cell of an officer's file, told with its mend (问题).
 *
 * @param row as the spreadsheet shows it; 0 where the finding is about the whole sheet
 * @param column from 0; empty where the finding is about the whole row
 * @param code stable, dotted: {@code registrationNumber.length}
 * @param value what the cell holds; absent where it must not be told again
 * @param mark which characters of the value are at fault; empty span where some are missing
 * @param what the fact, in Chinese
 * @param mend the step to take, in Chinese
 * @param english both, in English
 */
public record Finding(
        String sheet,
        int row,
        Optional<Integer> column,
        String heading,
        Severity severity,
        String code,
        Optional<String> value,
        Optional<Span> mark,
        String what,
        String mend,
        String english) {
    public Finding {
        requireNonNull(severity, "severity");
        requireNonNull(code, "code");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The cell's address, such as C14; empty text for a whole sheet, the row's number for a whole row. */
    public String cell() {
        return row == 0 ? "" : column.map(Sheet::letters).orElse("") + row;
    }

    public enum Severity {
        /** The row is not imported. */
        ERROR,
        /** The row is imported; somebody should look. */
        WARNING
    }

    /** Characters of a value, in UTF-16 units, the end excluded. */
    public record Span(int start, int end) {}
}

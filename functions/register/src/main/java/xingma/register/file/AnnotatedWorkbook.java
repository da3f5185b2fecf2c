package xingma.register.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import xingma.registry.sheet.Finding;
import xingma.registry.sheet.Sheet;
import xingma.registry.sheet.Words;

/** The cleaned file with what was found marked and noted in its cells, to be mended and uploaded again (批注好的表格). */
public final class AnnotatedWorkbook {
    private static final String ERROR_FILL = "FBEAE7";
    private static final String ERROR_INK = "9D1A1A";
    private static final String WARNING_FILL = "FCF1D9";
    private static final String WARNING_INK = "774800";
    private static final int LONGEST_SHEET_NAME = 31;

    private AnnotatedWorkbook() {}

    public static byte[] write(List<Sheet> cleaned, List<Finding> findings) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "xingma", "1.0")) {
            var number = 1;
            for (var sheet : cleaned) {
                var own = findings.stream().filter(f -> f.sheet().equals(sheet.name())).toList();
                sheet(book.newWorksheet(name(sheet.name(), number++)), sheet, own);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void sheet(Worksheet out, Sheet sheet, List<Finding> findings) {
        var width = sheet.headings().size();
        Map<Integer, List<Finding>> byRow = findings.stream().collect(Collectors.groupingBy(Finding::row));
        for (var i = 0; i < width; i++) {
            out.value(0, i, sheet.headings().get(i));
            out.style(0, i).bold().set();
        }
        out.value(0, width, Words.CHINESE.say("annotated.heading"));
        out.style(0, width).bold().set();
        note(out, 0, width, byRow.getOrDefault(0, List.of()));
        for (var row : sheet.rows()) {
            // The rows keep their numbers, so that an address such as C14 means the same cell as before.
            var at = Math.max(1, row.number() - 1);
            for (var i = 0; i < row.cells().size(); i++) {
                if (!row.cells().get(i).isEmpty()) {
                    out.value(at, i, row.cells().get(i));
                }
            }
            note(out, at, width, byRow.getOrDefault(row.number(), List.of()));
        }
    }

    private static void note(Worksheet out, int at, int width, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        var byColumn = new HashMap<Integer, String>();
        for (var finding : findings) {
            finding.column().ifPresent(column -> {
                byColumn.merge(column, words(finding), (a, b) -> a + "\n" + b);
                out.style(at, column)
                        .fillColor(finding.isError() ? ERROR_FILL : WARNING_FILL)
                        .fontColor(finding.isError() ? ERROR_INK : WARNING_INK)
                        .set();
            });
        }
        byColumn.forEach((column, words) -> out.comment(at, column, words));
        out.value(at, width, findings.stream().map(f -> f.cell() + ' ' + words(f)).collect(Collectors.joining("；")));
    }

    private static String words(Finding finding) {
        return finding.what() + "。" + finding.mend();
    }

    private static String name(String name, int number) {
        var plain = name.replaceAll("[\\[\\]:*?/\\\\']", "");
        var cut = plain.length() > LONGEST_SHEET_NAME - 4 ? plain.substring(0, LONGEST_SHEET_NAME - 4) : plain;
        return cut.isBlank() ? "表" + number : number == 1 ? cut : cut + ' ' + number;
    }
}

package xingma.register.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import xingma.fact.Facts;
import xingma.fact.Field;
import xingma.institution.PremisesKind;
import xingma.registry.sheet.SheetForm;
import xingma.registry.sheet.Words;

/** Writes the empty forms that officers fill in: headings from the rulebook, one example row, and how to write each cell. */
public final class Templates {
    private static final String BOM = "\uFEFF";
    private static final int WIDTH = 22;
    private static final String TEXT_FORMAT = "@";
    /** Rows that are set to text, so that a spreadsheet leaves long numbers alone. */
    private static final int FORMATTED_ROWS = 2_000;

    private Templates() {}

    public static byte[] csv(SheetForm form) {
        var text = BOM + line(form.headings()) + line(form.example());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] xlsx(PremisesKind kind) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "xingma", "1.0")) {
            var forms = new ArrayList<SheetForm>();
            forms.add(SheetForm.institutions(kind));
            if (kind.hasPeople()) {
                forms.add(SheetForm.people(kind));
            }
            for (var form : forms) {
                form(book.newWorksheet(form.name()), form);
            }
            notes(book.newWorksheet(Words.CHINESE.say("template.notes")), forms);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void form(Worksheet sheet, SheetForm form) {
        for (var i = 0; i < form.headings().size(); i++) {
            sheet.value(0, i, form.headings().get(i));
            sheet.style(0, i).bold().fillColor("ECEEEC").set();
            sheet.value(1, i, form.example().get(i));
            sheet.width(i, WIDTH);
        }
        sheet.range(1, 0, FORMATTED_ROWS, form.headings().size() - 1).style().format(TEXT_FORMAT).set();
        sheet.freezePane(0, 1);
    }

    private static void notes(Worksheet sheet, List<SheetForm> forms) {
        var row = 0;
        sheet.value(row++, 0, Words.CHINESE.say("template.say"));
        for (var form : forms) {
            row++;
            sheet.value(row, 0, form.name());
            sheet.style(row, 0).bold().set();
            row++;
            for (var i = 0; i < form.headings().size(); i++) {
                sheet.value(row, 0, form.headings().get(i));
                sheet.value(row, 1, form.required(i) ? Words.CHINESE.say("template.required") : Words.CHINESE.say("template.optional"));
                sheet.value(row, 2, form.field(i).map(Templates::choices).orElse(""));
                row++;
            }
        }
        sheet.width(0, WIDTH);
        sheet.width(2, 3 * WIDTH);
    }

    private static String choices(Field field) {
        return String.join(Facts.BETWEEN, field.choices());
    }

    /** Every cell in quotes; none of ours begins like a formula. */
    private static String line(List<String> cells) {
        return cells.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').collect(Collectors.joining(",")) + "\r\n";
    }
}

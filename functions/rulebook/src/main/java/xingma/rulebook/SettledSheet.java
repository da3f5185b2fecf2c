package xingma.rulebook;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import xingma.rating.Mark;
import xingma.rating.Points;
import xingma.rating.Sheet;

/**
 * A settled sheet as a file (评分表文件), by which earlier ratings are carried from one place to another.
 *
 * @param standard the name of the edition by which it was settled, such as {@code ILLUSTRATIVE-2026/1}
 */
public record SettledSheet(String institution, String type, String standard, Sheet sheet) {
    private static final int MOST_HUNDREDTHS = 10_000_000;

    public SettledSheet {
        requireNonNull(institution, "institution");
        requireNonNull(type, "type");
        requireNonNull(standard, "standard");
        requireNonNull(sheet, "sheet");
    }

    /**
     * From {@code {"institution": …, "type": …, "standard": …, "marks": [{"clause": "A1.01", "hundredths": 2000},
     * {"clause": "B2.03", "notApplicable": "why"}]}}.
     *
     * @throws BadStandard with everything that is wrong
     */
    public static SettledSheet read(InputStream in, String file) throws IOException {
        var flaws = new ArrayList<Flaw>();
        var row = new WrittenRow(Written.read(in, file), "", flaws);
        var institution = row.text("institution");
        var type = row.text("type");
        var standard = row.text("standard");
        var marks = new TreeMap<String, Mark>();
        for (var each : row.someRows("marks", "clause")) {
            marks.put(each.text("clause"), mark(each));
            each.end();
        }
        row.end();
        if (!flaws.isEmpty()) {
            throw new BadStandard(file, List.copyOf(flaws));
        }
        return new SettledSheet(institution, type, standard, new Sheet(marks));
    }

    private static Mark mark(WrittenRow row) {
        return row.has("notApplicable")
                ? new Mark.NotApplicable(row.text("notApplicable"))
                : new Mark.Scored(new Points(row.whole("hundredths", 0, MOST_HUNDREDTHS)));
    }
}

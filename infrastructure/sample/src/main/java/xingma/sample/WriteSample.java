package xingma.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import xingma.fact.Field;
import xingma.fact.FieldType;
import xingma.fact.Section;
import xingma.institution.PremisesKind;
import xingma.rulebook.Rulebook;

/**
 * Writes the invented city as officers would hand it in: sheets under the headings of the rulebook. The same day gives
 * the same files. Run it with a folder and a day to refresh what lies in {@code resources/xingma/sample}.
 */
public final class WriteSample {
    /** The day on which the committed files are as the stories tell them. */
    public static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static final String MEDICAL = "medical-institution";
    private static final String PEOPLE = "人员";

    private final Rulebook rulebook = Rulebook.standard();
    private final MedicalSample medical;
    private final OtherSample others;
    private final List<Row> pilot;

    WriteSample(LocalDate day) {
        medical = new MedicalSample(day);
        others = new OtherSample(day);
        pilot = medical.institutions(MedicalSample.PILOT);
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var day = arguments.length > 1 ? LocalDate.parse(arguments[1]) : DAY;
        new WriteSample(day).into(Files.createDirectories(folder));
    }

    void into(Path folder) throws IOException {
        var pilotSheets = List.of(medicalSheet("机构", pilot), people(medical.people(MedicalSample.PILOT)));
        workbook(folder.resolve("pilot-66.xlsx"), pilotSheets);
        csv(folder, "pilot-66-institutions", pilotSheets.get(0));
        csv(folder, "pilot-66-people", pilotSheets.get(1));
        workbook(folder.resolve("city-1700.xlsx"), city());
        var faulty = FaultySheet.of(pilot);
        workbook(folder.resolve("faulty.xlsx"), List.of(faulty));
        csv(folder, "faulty", faulty);
    }

    List<Sheet> city() {
        return List.of(
                medicalSheet("医疗机构", medical.institutions(MedicalSample.WHOLE)),
                sheet("公共场所", "public-place", others.publicPlaces()),
                sheet("消毒产品生产企业", "disinfectant-maker", others.disinfectantMakers()),
                sheet("涉水产品生产企业", "drinking-water-maker", others.waterMakers()),
                people(medical.people(MedicalSample.WHOLE)));
    }

    private Sheet medicalSheet(String name, List<Row> rows) {
        return sheet(name, MEDICAL, rows);
    }

    private Sheet sheet(String name, String kind, List<Row> rows) {
        return new Sheet(name, headings(kind, false), rows);
    }

    private Sheet people(List<Row> rows) {
        var headings = new LinkedHashMap<String, String>();
        headings.put("institution", kind(MEDICAL).field(Section.CREDENTIAL, "number").orElseThrow().heading());
        headings.putAll(headings(MEDICAL, true));
        return new Sheet(PEOPLE, headings, rows);
    }

    private PremisesKind kind(String id) {
        return rulebook.kind(id).orElseThrow();
    }

    /** Decisions and photos are recorded by steps of their own, never by a file. */
    private Map<String, String> headings(String kind, boolean people) {
        var headings = new LinkedHashMap<String, String>();
        kind(kind).fields().stream()
                .filter(f -> f.section() != Section.PRACTICE && f.section() == Section.PERSON == people)
                .filter(f -> f.type() != FieldType.PHOTO && !f.id().equals("photoConsentOn"))
                .forEach((Field f) -> headings.put(f.id(), f.heading()));
        return headings;
    }

    /** One sheet: headings by field id in the order of the columns, then the rows. */
    record Sheet(String name, Map<String, String> headings, List<Row> rows) {
        List<List<String>> lines() {
            var lines = new ArrayList<List<String>>();
            lines.add(List.copyOf(headings.values()));
            rows.forEach(row -> lines.add(headings.keySet().stream().map(row::get).toList()));
            return lines;
        }
    }

    private static void workbook(Path file, List<Sheet> sheets) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); var book = new Workbook(out, "Xingma", "1.0")) {
            book.setCompressionLevel(Deflater.BEST_COMPRESSION);
            for (var sheet : sheets) {
                var page = book.newWorksheet(sheet.name());
                var lines = sheet.lines();
                for (var r = 0; r < lines.size(); r++) {
                    for (var c = 0; c < lines.get(r).size(); c++) {
                        if (!lines.get(r).get(c).isEmpty()) {
                            page.value(r, c, lines.get(r).get(c));
                        }
                    }
                }
                page.range(0, 0, 0, lines.getFirst().size() - 1).style().bold().fillColor("E8EFF6").set();
                page.freezePane(0, 1);
                page.finish();
            }
        }
    }

    /** In both encodings that officers' computers write: GB18030, and UTF-8 with a byte order mark. */
    private static void csv(Path folder, String name, Sheet sheet) throws IOException {
        csv(folder.resolve(name + "-gb18030.csv"), sheet, Charset.forName("GB18030"), "");
        csv(folder.resolve(name + "-utf8-bom.csv"), sheet, StandardCharsets.UTF_8, "\uFEFF");
    }

    private static void csv(Path file, Sheet sheet, Charset charset, String mark) throws IOException {
        try (var out = Files.newBufferedWriter(file, charset); var printer = new CSVPrinter(out, CSVFormat.EXCEL)) {
            out.write(mark);
            printer.printRecords(sheet.lines());
        }
    }
}

package xingma.sheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.http.Refused;
import xingma.registry.sheet.Sheet;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class UploadTest {
    private static final String TABLE = "机构名称,登记号,地址\r\n云汀青禾医疗美容门诊部,XXXX0001999010217D1542,听雨路18号\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void text_is_read_in_the_encodings_of_spreadsheets(String charset) {
        assertEquals("听雨路18号", Upload.read("a.csv", TABLE.getBytes(Charset.forName(charset))).getFirst().rows().get(1).cell(2));
        var marked = ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8);
        assertEquals("机构名称", Upload.read("a.csv", marked).getFirst().rows().getFirst().cell(0));
    }

    @Test
    void rare_characters_survive_gb18030() {
        var rare = "姓名,登记号\r\n𠮷䶮𬭚,1\r\n";
        assertEquals("𠮷䶮𬭚", Upload.read("a.csv", rare.getBytes(Charset.forName("GB18030"))).getFirst().rows().get(1).cell(0));
    }

    @Test
    void tabs_separate_as_well_as_commas_and_blank_lines_keep_their_numbers() {
        var sheet = Upload.read("a.txt", "a\tb\r\n\r\n1\t\"x,\ty\"\r\n".getBytes(StandardCharsets.UTF_8)).getFirst();
        assertEquals(List.of(1, 3), sheet.rows().stream().map(Sheet.Row::number).toList());
        assertEquals("x,\ty", sheet.rows().get(1).cell(1));
    }

    @Test
    void text_that_broke_off_is_refused_whole() {
        var bytes = TABLE.getBytes(StandardCharsets.UTF_8);
        assertRefused("file.half", "a.csv", Arrays.copyOf(bytes, bytes.length - 4));
        assertRefused("file.half", "a.csv", "a,b,c\r\n1,2,3\r\n4,5".getBytes(StandardCharsets.UTF_8));
        assertRefused("file.quotes", "a.csv", "a,b\r\n1,\"2\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void other_encodings_and_other_files_are_refused_whole() {
        assertRefused("file.encoding", "a.csv", ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_16LE));
        var damaged = TABLE.repeat(20).getBytes(StandardCharsets.UTF_8);
        damaged[damaged.length / 2] = (byte) 0xFF;
        assertRefused("file.encoding", "a.csv", damaged);
        var reread = new String(TABLE.getBytes(Charset.forName("GB18030")), StandardCharsets.UTF_8);
        assertRefused("file.encoding", "a.csv", reread.getBytes(StandardCharsets.UTF_8));
        assertRefused("file.unknown", "a.csv", new byte[] {1, 0, 2, 'a', 'b'});
        assertRefused("file.unknown", "a.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertRefused("file.oldWorkbook", "a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        assertRefused("file.macros", "a.xlsm", new byte[] {'P', 'K', 3, 4});
        assertRefused("file.empty", "a.csv", new byte[0]);
        assertRefused("file.tooLarge", "a.csv", new byte[(4 << 20) + 1]);
    }

    @Test
    void more_rows_and_columns_than_a_table_has_are_refused_whole() {
        assertRefused("file.tooManyRows", "a.csv", "a,b\r\n".repeat(20_100).getBytes(StandardCharsets.UTF_8));
        assertRefused("file.tooManyColumns", "a.csv", ("a,".repeat(61) + "b\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_workbook_is_read_as_text_cell_by_cell() {
        var bytes = workbook(sheet -> {
            sheet.value(0, 0, "文字");
            sheet.value(0, 1, 45139);
            sheet.value(0, 2, 110990102000417L);
            sheet.value(0, 3, 330102199001010012L);
            sheet.value(0, 4, 12.5);
            sheet.formula(0, 5, "SUM(A1:B1)");
            sheet.value(0, 6, true);
            sheet.value(2, 0, "x");
        });
        var rows = Upload.read("a.xlsx", bytes).getFirst().rows();
        assertEquals(List.of("文字", "45139", "110990102000417", "1E+17", "12.5", "=SUM(A1:B1)", "TRUE"), rows.getFirst().cells());
        assertEquals(3, rows.get(1).number());
    }

    @Test
    void a_workbook_cut_at_any_length_is_refused_whole() {
        var bytes = workbook(sheet -> sheet.value(0, 0, "文字"));
        var random = new Random(3);
        for (var i = 0; i < 60; i++) {
            var cut = Arrays.copyOf(bytes, 4 + random.nextInt(bytes.length - 5));
            assertThrows(Refused.class, () -> Upload.read("a.xlsx", cut));
        }
    }

    @Test
    void a_workbook_with_any_byte_damaged_is_read_or_refused_and_nothing_else() {
        var bytes = workbook(sheet -> sheet.value(0, 0, "文字"));
        var random = new Random(4);
        for (var i = 0; i < 400; i++) {
            var damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Upload.read("a.xlsx", damaged);
            } catch (Refused refused) {
                assertTrue(refused.problem().status() < 500);
            }
        }
    }

    @Test
    void a_bomb_is_refused_before_it_goes_off() throws IOException {
        assertRefused("file.unpacked", "a.xlsx", with(Map.of("xl/worksheets/sheet9.xml", new byte[30 << 20])));
        assertRefused("file.unpacked", "a.xlsx", with(Map.of("xl/media/a.png", new byte[15 << 20], "xl/media/b.png", new byte[15 << 20])));
        var many = new TreeMap<String, byte[]>();
        for (var i = 0; i < 120; i++) {
            many.put("xl/x" + i + ".xml", new byte[0]);
        }
        assertRefused("file.unpacked", "a.xlsx", with(many));
    }

    @Test
    void what_no_table_needs_is_refused() throws IOException {
        assertRefused("file.macros", "a.xlsx", with(Map.of("xl/vbaProject.bin", new byte[10])));
        assertRefused("file.dangerous", "a.xlsx", with(Map.of("../evil.xml", new byte[1])));
        assertRefused("file.dangerous", "a.xlsx", with(Map.of(
                "xl/evil.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>".getBytes(StandardCharsets.UTF_8))));
        assertRefused("file.dangerous", "a.xlsx", with(Map.of("xl/evil.xml", "<!doctype x>".getBytes(StandardCharsets.UTF_16))));
        assertRefused("file.dates1904", "a.xlsx", with(Map.of(
                "xl/workbook.xml", "<workbook><workbookPr date1904=\"1\"/></workbook>".getBytes(StandardCharsets.UTF_8))));
        assertRefused("file.unknown", "a.xlsx", zip(Map.of("readme.xml", new byte[0])));
    }

    @Test
    void cells_beyond_every_table_are_refused_before_room_is_made_for_them() throws IOException {
        for (var address : List.of("ZZZZZZ2", "&#90;ZZZZZ2", "-5")) {
            assertRefused("file.dangerous", "a.xlsx", sheet("<row r=\"2\"><c r=\"" + address + "\"><v>1</v></c></row>"));
        }
        var wide = IntStream.rangeClosed(1, 20_000)
                .mapToObj(i -> "<row r=\"" + i + "\"><c r=\"XFD" + i + "\"/></row>")
                .collect(Collectors.joining());
        assertRefused("file.unpacked", "a.xlsx", sheet(wide));
    }

    @Test
    void what_xml_cannot_hold_is_read_as_the_character_it_stands_for() throws IOException {
        var rows = Upload.read("a.xlsx", sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a_x0001_b_x005F_x0001_</t></is></c></row>"));
        assertEquals("a\u0001b_x0001_", rows.getFirst().rows().getFirst().cell(0));
    }

    private static void assertRefused(String code, String name, byte[] bytes) {
        var refused = assertThrows(Refused.class, () -> Upload.read(name, bytes));
        assertEquals(code, refused.problem().code());
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            filling.fill(book.newWorksheet("机构"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A good workbook with further entries, or with others in the place of its own. */
    private static byte[] with(Map<String, byte[]> entries) throws IOException {
        var all = new TreeMap<String, byte[]>();
        all.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
        all.put("xl/workbook.xml", "<workbook/>".getBytes(StandardCharsets.UTF_8));
        all.putAll(entries);
        return zip(all);
    }

    /** A workbook of one sheet with these rows, and a picture that keeps its parts in proportion. */
    private static byte[] sheet(String rows) throws IOException {
        var relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/></Relationships>";
        var main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var all = new TreeMap<String, byte[]>();
        Map.of(
                        "[Content_Types].xml", "<Types/>",
                        "_rels/.rels", relations.formatted("officeDocument", "xl/workbook.xml"),
                        "xl/_rels/workbook.xml.rels", relations.formatted("worksheet", "worksheets/sheet1.xml"),
                        "xl/workbook.xml", "<workbook " + main
                                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                + "<sheets><sheet name=\"机构\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                        "xl/worksheets/sheet1.xml", "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>")
                .forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.UTF_8)));
        var picture = new byte[100_000];
        new Random(5).nextBytes(picture);
        all.put("xl/media/a.png", picture);
        return zip(all);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }
}

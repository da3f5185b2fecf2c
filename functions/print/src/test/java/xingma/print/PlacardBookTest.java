package xingma.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import xingma.registry.Some;
import xingma.rulebook.Rulebook;

/** B4, L12, H25: what is printed is read back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlacardBookTest {
    private static final double MM = 72 / 25.4;
    private static final String LONG_NAME = "云汀喆镕堃垚祎䶮国际整形美容外科专科医院有限责任公司青岚区听雨路第二分院医疗美容门诊部";
    private static final String LONG_ADDRESS = "听雨路与观澜大道交叉口东北角云汀国际金融中心T3塔楼18层1801至1816室（原青岚区第一人民医院旧址北侧）";

    @Test
    void a_placard_says_all_that_it_must() throws IOException {
        var text = text(PlacardBook.print(SheetFormat.A5, List.of(Printed.face())));

        Stream.of(
                        "云汀市卫生健康局",
                        "监制",
                        "医疗美容机构监督公示牌",
                        "做医美前，先扫一扫",
                        "Scanbeforeanytreatment",
                        "能不能做",
                        "执业许可",
                        "云汀青禾医疗美容门诊部",
                        "登记号XXXX0001999010217D1542",
                        "青岚区听雨路18号2层",
                        "公示码7K3M-9QX4-T4AP",
                        "第2版",
                        "2026年10月",
                        "举报热线12345010-68227123",
                        "扫码后网址应以xm.yunting.example开头，公示码与本牌一致。不符请举报。",
                        "微信、支付宝、手机相机都能扫")
                .forEach(words -> assertTrue(text.contains(words), words + " in " + text));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_prints_in_its_own_words(String kind) throws IOException {
        var words = Printed.kind(kind).words();
        var text = text(PlacardBook.print(
                SheetFormat.A5, List.of(Printed.face(Some.CODE, kind, Printed.NAME, Printed.ADDRESS))));

        assertTrue(text.contains(words.get("placard.title").get("zh-Hans")), text);
        assertTrue(text.contains(words.get("placard.headline").get("zh-Hans")), text);
        for (var word : words.get("placard.cells").get("zh-Hans").split("[|/]")) {
            assertTrue(text.contains(word), word + " in " + text);
        }
    }

    static Stream<String> kinds() {
        return Rulebook.standard().kindIds().stream();
    }

    @Test
    void both_fonts_are_embedded_and_cut_down_to_what_is_shown() throws IOException {
        var pdf = PlacardBook.print(SheetFormat.A5, List.of(Printed.face()));

        try (var document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            var fonts = new ArrayList<String>();
            for (var name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertTrue(font.isEmbedded(), font.getName());
                fonts.add(font.getName().replaceFirst("^[A-Z]{6}[+]", "cut "));
            }
            assertEquals(List.of("cut NotoSansSC-Bold", "cut NotoSansSC-Regular"), fonts.stream().sorted().toList());
            assertFalse(resources.getXObjectNames().iterator().hasNext());
        }
        assertTrue(pdf.length < 60_000, pdf.length + " bytes");
    }

    @Test
    void rare_characters_of_names_print() throws IOException {
        var face = Printed.face(Some.CODE, "云汀喆镕堃垚祎䶮诊所", Printed.ADDRESS);

        assertEquals(List.of(), face.lacking(Typeface.shared()));
        assertTrue(text(PlacardBook.print(SheetFormat.A5, List.of(face))).contains("云汀喆镕堃垚祎䶮诊所"));
    }

    @Test
    void a_character_without_a_glyph_prints_a_sign_and_is_reported() throws IOException {
        var face = Printed.face(Some.CODE, "云汀\uD869\uDED6\uD83D\uDE00诊所", Printed.ADDRESS);

        assertEquals(List.of("U+2A6D6", "U+1F600"), face.lacking(Typeface.shared()));
        assertTrue(text(PlacardBook.print(SheetFormat.A5, List.of(face))).contains("云汀〓〓诊所"));
    }

    @Test
    void controls_and_direction_marks_print_nothing() throws IOException {
        var face = Printed.face(Some.CODE, "云汀\u202E青禾\u0007\n诊所", Printed.ADDRESS);

        assertEquals(List.of(), face.lacking(Typeface.shared()));
        assertTrue(text(PlacardBook.print(SheetFormat.A5, List.of(face))).contains("云汀青禾诊所"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothing_is_cut_off_and_nothing_touches_the_code(String name, String address) throws IOException {
        var pdf = PlacardBook.print(SheetFormat.A5, List.of(Printed.face(Some.CODE, name, address)));

        assertTrue(text(pdf).contains(name.replaceAll("\\s", "")), name);
        try (var document = Loader.loadPDF(pdf)) {
            for (var glyph : glyphs(document)) {
                var left = glyph.getXDirAdj() / MM;
                var right = left + glyph.getWidthDirAdj() / MM;
                var baseline = glyph.getYDirAdj() / MM;
                var top = baseline - glyph.getFontSizeInPt() * 0.88 / MM;
                assertTrue(left > 10.5 && right < 137.5, glyph + " from " + left + " to " + right);
                assertTrue(baseline < 43 || top > 127.5, glyph + " at " + baseline);
                assertFalse(baseline > 142.7 && top < 142.5, glyph + " on the rule at " + baseline);
                assertFalse(baseline > 169.9 && top < 169.7, glyph + " on the frame at " + baseline);
            }
        }
    }

    static Stream<Arguments> names() {
        return Stream.of(
                        List.of("诊", "路"),
                        List.of(Printed.NAME, Printed.ADDRESS),
                        List.of(LONG_NAME, LONG_ADDRESS),
                        List.of("喆".repeat(100), "路".repeat(150)),
                        List.of("W".repeat(200), "W".repeat(200)),
                        List.of("Yunting Rainbow International Aesthetic Medicine Clinic (Qinglan) 云汀虹", "No. 18"))
                .map(two -> Arguments.of(two.toArray()));
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void every_format_is_read_back_from_paper(SheetFormat format, @TempDir Path folder) throws Exception {
        Tools.need("pdftoppm");
        var pdf = Files.write(folder.resolve("sheet.pdf"), PlacardBook.print(format, List.of(Printed.face())));

        assertEquals(Printed.BUREAU.address(Some.CODE), Tools.raster(pdf, 100).code());
    }

    @Test
    void another_makers_decoder_reads_it_small(@TempDir Path folder) throws Exception {
        Tools.need("pdftoppm");
        Tools.need("zbarimg");
        var pdf = Files.write(folder.resolve("sheet.pdf"), PlacardBook.print(SheetFormat.A5, List.of(Printed.face())));

        for (var dotsPerInch : List.of(40, 60, 150, 300)) {
            assertEquals(
                    List.of(Printed.BUREAU.address(Some.CODE)),
                    Tools.zbar(Tools.raster(pdf, dotsPerInch).file()),
                    dotsPerInch + " dots per inch");
        }
    }

    @Test
    void a_printing_house_finds_trim_and_bleed() throws IOException {
        try (var document = Loader.loadPDF(PlacardBook.print(SheetFormat.A5BLEED, List.of(Printed.face())))) {
            var page = document.getPage(0);
            assertEquals(148 * MM, page.getTrimBox().getWidth(), 0.01);
            assertEquals(210 * MM, page.getTrimBox().getHeight(), 0.01);
            assertEquals(154 * MM, page.getBleedBox().getWidth(), 0.01);
            assertEquals(168 * MM, page.getMediaBox().getWidth(), 0.01);
        }
    }

    @Test
    void two_share_a_sheet_of_a4_and_an_odd_one_has_its_own() throws IOException {
        var three = List.of(Printed.face(), Printed.face(Some.NEXT_CODE, "云汀虹桥诊所", "望海路1号"), Printed.face());

        try (var document = Loader.loadPDF(PlacardBook.print(SheetFormat.A4X2, three))) {
            assertEquals(2, document.getNumberOfPages());
            assertEquals(297 * MM, document.getPage(0).getMediaBox().getWidth(), 0.01);
        }
    }

    @Test
    void the_same_placards_bound_from_parts_are_one_file() throws IOException {
        var one = PlacardBook.print(SheetFormat.A5, List.of(Printed.face()));
        var other = PlacardBook.print(SheetFormat.A5, List.of(Printed.face(Some.NEXT_CODE, "云汀虹桥诊所", "望海路1号")));

        var bound = PlacardBook.bind(List.of(one, other));

        try (var document = Loader.loadPDF(bound)) {
            assertEquals(2, document.getNumberOfPages());
        }
        assertTrue(text(bound).contains("云汀青禾医疗美容门诊部") && text(bound).contains("云汀虹桥诊所"));
    }

    @Test
    void two_hundred_placards_are_one_light_file() throws IOException {
        var codes = new RandomCodes();
        var faces = Stream.generate(codes::get)
                .limit(200)
                .map(code -> Printed.face(code, "云汀" + code + "诊所", Printed.ADDRESS))
                .toList();

        var pdf = PlacardBook.print(SheetFormat.A5, faces);

        try (var document = Loader.loadPDF(pdf)) {
            assertEquals(200, document.getNumberOfPages());
        }
        var text = text(pdf);
        faces.forEach(face -> assertTrue(text.contains(face.code()), face.code()));
        assertTrue(pdf.length < 1_000_000, pdf.length + " bytes");
    }

    /** All words of a file, without the blanks that only part Han from Latin. */
    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u3000]", "");
        }
    }

    private static List<TextPosition> glyphs(PDDocument document) throws IOException {
        var glyphs = new ArrayList<TextPosition>();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition glyph) {
                glyphs.add(glyph);
            }
        }.writeText(document, new StringWriter());
        return glyphs;
    }
}

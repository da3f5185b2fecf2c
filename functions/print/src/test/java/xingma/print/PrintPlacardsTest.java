package xingma.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.print.PrintRoom.binlan;
import static xingma.print.PrintRoom.city;
import static xingma.print.PrintRoom.inspector;
import static xingma.print.PrintRoom.json;
import static xingma.print.PrintRoom.posting;
import static xingma.print.PrintRoom.qinglan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.http.Reply;
import xingma.aws.s3.Bucket.Stored;
import xingma.institution.PlacardCode;
import xingma.registry.Some;

/** L12, L19, B4: images and sheets as officers ask for them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrintPlacardsTest {
    private static final String ZIP = "GET /api/placards/images.zip";
    private static final String SVG = "GET /api/placards/{code}/image.svg";
    private static final String PNG = "GET /api/placards/{code}/image.png";
    private static final String SHEET = "GET /api/placards/{code}/sheet.pdf";
    private static final String ORDER = "POST /api/sheets";
    private static final String GO_ON = "POST /api/sheets/{id}";
    private static final String DOWNLOAD = "GET /api/sheets/{id}";

    private final PrintRoom room = new PrintRoom();

    @Test
    void an_officer_fetches_the_code_as_the_public_does() throws Exception {
        var code = room.issued("甲诊所", Some.QINGLAN);

        var svg = room.printing.answer(inspector(SVG).parameter("code", code));
        var png = room.printing.answer(inspector(PNG).parameter("code", code));

        assertEquals("image/svg+xml", svg.headers().get("content-type"));
        assertArrayEquals(room.site.files().get("placards/" + code + ".svg").bytes(), svg.body());
        assertEquals("image/png", png.headers().get("content-type"));
        assertArrayEquals(room.site.files().get("placards/" + code + ".png").bytes(), png.body());
        assertEquals("https://xm.yunting.example/q/" + code, Picture.png(png.body()).code());
    }

    @Test
    void a_districts_images_come_in_one_file_without_those_that_are_void() throws Exception {
        var code = room.issued("甲诊所", Some.QINGLAN);
        var gone = room.issued("乙诊所", Some.QINGLAN);
        var elsewhere = room.issued("丙诊所", Some.BINLAN);
        room.issuing.answer(city("POST /api/placards/{code}/withdraw").parameter("code", gone).body("{\"reason\":\"停业\"}"));

        var zip = room.printing.answer(inspector(ZIP).query("district", "990102"));

        assertEquals(200, zip.status(), zip.text());
        assertEquals("application/zip", zip.headers().get("content-type"));
        var images = unzipped(zip.body());
        var name = "990102/" + PlacardCode.read(code).orElseThrow().spoken();
        assertEquals(Set.of(name + ".svg", name + ".png"), images.keySet());
        assertEquals("https://xm.yunting.example/q/" + code, Picture.png(images.get(name + ".png")).code());
        assertArrayEquals(room.site.files().get("placards/" + code + ".svg").bytes(), images.get(name + ".svg"));
        assertArrayEquals(zip.body(), room.printing.answer(inspector(ZIP).query("district", "990102")).body());
        var all = unzipped(room.printing.answer(inspector(ZIP)).body()).keySet();
        assertEquals(4, all.size());
        assertTrue(all.contains("990103/" + PlacardCode.read(elsewhere).orElseThrow().spoken() + ".svg"), all.toString());
    }

    @Test
    void images_are_given_in_ones_own_territory_alone() {
        room.issued("甲诊所", Some.QINGLAN);
        assertEquals("placards.none", json(room.printing.answer(binlan(ZIP))).path("code").asText());
        assertEquals("district.unknown", json(room.printing.answer(binlan(ZIP).query("district", "990102"))).path("code").asText());
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void an_image_that_was_lost_is_put_back() {
        var code = room.issued("甲诊所", Some.QINGLAN);
        room.site.files().clear();

        room.printing.answer(city(SVG).parameter("code", code));
        room.printing.answer(city(PNG).parameter("code", code));

        assertEquals(2, room.site.files().size());
    }

    @Test
    void a_sheet_is_printed_once_for_what_it_says_and_marks_nothing() throws IOException {
        var code = room.issued("云汀青禾医疗美容门诊部", Some.QINGLAN);

        var first = room.printing.answer(qinglan(SHEET).parameter("code", code));
        var again = room.printing.answer(qinglan(SHEET).parameter("code", code).query("format", "a5"));

        assertEquals("application/pdf", first.headers().get("content-type"));
        assertArrayEquals(first.body(), again.body());
        assertEquals(1, room.sheets.files().size());
        assertTrue(text(first.body()).contains("青岚区听雨路18号2层"));
        var placard = json(room.issuing.answer(city("GET /api/placards/{code}").parameter("code", code)));
        assertEquals("issued", placard.at("/posting/step").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a5", "a4", "a4x2", "a5bleed", "a4bleed"})
    void a_sheet_comes_in_every_format(String format) {
        var code = room.issued("甲诊所", Some.QINGLAN);

        var reply = room.printing.answer(city(SHEET).parameter("code", code).query("format", format));

        assertTrue(new String(reply.body(), StandardCharsets.ISO_8859_1).startsWith("%PDF-"), reply.text());
    }

    @Test
    void a_name_that_cannot_be_set_is_told() {
        var code = room.issued("云汀\uD869\uDED6诊所", Some.QINGLAN);

        var reply = room.printing.answer(city(SHEET).parameter("code", code));

        assertEquals("U+2A6D6", reply.headers().get("x-missing-characters"));
    }

    @Test
    void a_void_code_is_neither_drawn_nor_printed() {
        var replaced = room.issued("甲诊所", Some.QINGLAN);
        var withdrawn = room.issued("乙诊所", Some.QINGLAN);
        room.post(city("POST /api/placards/{code}/replace"), replaced, "{\"reason\":\"损坏\"}");
        room.post(city("POST /api/placards/{code}/withdraw"), withdrawn, "{\"reason\":\"停业\"}");

        for (var route : new String[] {SVG, PNG, SHEET}) {
            refused(410, "placard.replaced", room.printing.answer(city(route).parameter("code", replaced)));
            refused(410, "placard.withdrawn", room.printing.answer(city(route).parameter("code", withdrawn)));
        }
        assertArrayEquals(VoidImage.png(), room.site.files().get("placards/" + replaced + ".png").bytes());
    }

    @Test
    void another_district_prints_nothing_of_ours() {
        var code = room.issued("甲诊所", Some.QINGLAN);
        var run = json(order(room.printing, "990102", "a5", "all")).at("/id").asText();

        refused(404, "placard.unknown", room.printing.answer(binlan(SVG).parameter("code", code)));
        refused(404, "placard.unknown", room.printing.answer(binlan(PNG).parameter("code", code)));
        refused(404, "placard.unknown", room.printing.answer(binlan(SHEET).parameter("code", code)));
        refused(404, "district.unknown", room.printing.answer(binlan(ORDER).body(body("990102", "a5", "all"))));
        refused(404, "sheets.unknown", room.printing.answer(binlan(GO_ON).parameter("id", run)));
        refused(404, "sheets.unknown", room.printing.answer(binlan(DOWNLOAD).parameter("id", run + ".pdf")));
        assertEquals(200, room.printing.answer(qinglan(DOWNLOAD).parameter("id", run + ".pdf")).status());
    }

    @Test
    void a_whole_district_is_one_file() throws IOException {
        issue(25);
        room.issued("别区诊所", Some.BINLAN);

        var ordered = json(order(room.printing, "990102", "a5", "all"));
        var file = room.printing.answer(city(DOWNLOAD).parameter("id", ordered.at("/id").asText() + ".pdf"));

        assertEquals("{\"done\":25,\"total\":25}", ordered.at("/progress").toString());
        assertEquals("/api/sheets/" + ordered.at("/id").asText() + ".pdf", ordered.at("/url").asText());
        assertEquals(200, file.status());
        assertEquals(25, pages(file.body()));
        assertFalse(text(file.body()).contains("别区诊所"));
    }

    @Test
    void the_same_order_given_twice_is_one_and_a_changed_one_another() {
        issue(3);
        var first = json(order(room.printing, "990102", "a5", "all")).at("/id").asText();
        var files = room.sheets.files().size();

        assertEquals(first, json(order(room.printing, "990102", "a5", "all")).at("/id").asText());
        assertEquals(files, room.sheets.files().size());
        room.issued("后来的诊所", Some.QINGLAN);
        assertFalse(first.equals(json(order(room.printing, "990102", "a5", "all")).at("/id").asText()));
        assertFalse(first.equals(json(order(room.printing, "990102", "a4", "all")).at("/id").asText()));
    }

    @Test
    void a_long_run_goes_on_part_by_part_until_it_is_bound() throws IOException {
        issue(250);
        var hurried = room.printing(Duration.ofNanos(1));

        var first = json(order(hurried, "990102", "a5", "all"));
        var run = first.at("/id").asText();
        refused(409, "sheets.unfinished", hurried.answer(city(DOWNLOAD).parameter("id", run + ".pdf")));
        var calls = 1;
        JsonNode last = first;
        var done = -1;
        while (last.at("/url").isNull() && calls < 20) {
            assertTrue(last.at("/progress/done").asInt() >= done);
            done = last.at("/progress/done").asInt();
            // A minute's budget a call, but every other call dies before it has printed anything.
            last = json((calls % 2 == 0 ? hurried : room.printing).answer(city(GO_ON).parameter("id", run)));
            calls++;
        }

        assertEquals("{\"done\":250,\"total\":250}", last.at("/progress").toString());
        assertEquals(250, pages(room.printing.answer(city(DOWNLOAD).parameter("id", run)).body()));
    }

    @Test
    void what_was_withdrawn_since_the_order_is_left_out() throws IOException {
        issue(2);
        var gone = room.issued("收回的诊所", Some.QINGLAN);
        var run = json(order(room.printing(Duration.ofNanos(-1)), "990102", "a5", "all"));
        assertEquals("{\"done\":0,\"total\":3}", run.at("/progress").toString());
        room.post(city("POST /api/placards/{code}/withdraw"), gone, "{\"reason\":\"停业\"}");

        var id = run.at("/id").asText();
        assertEquals(200, room.printing.answer(city(GO_ON).parameter("id", id)).status());

        var pdf = room.printing.answer(city(DOWNLOAD).parameter("id", id + ".pdf")).body();
        assertEquals(2, pages(pdf));
        assertFalse(text(pdf).contains("收回的诊所"));
    }

    @Test
    void only_what_is_not_yet_printed_is_printed_when_asked_so() throws IOException {
        var printed = room.issued("印好的诊所", Some.QINGLAN);
        room.issued("未印的诊所", Some.QINGLAN);
        room.post(city("POST /api/placards/{code}/posting"), printed, posting("printed", "", new byte[0]));

        var run = json(order(room.printing, "990102", "a4x2", "unprinted"));

        assertEquals(1, run.at("/progress/total").asInt());
        var pdf = room.printing.answer(city(DOWNLOAD).parameter("id", run.at("/id").asText())).body();
        assertTrue(text(pdf).contains("未印的诊所") && !text(pdf).contains("印好的诊所"));
    }

    @Test
    void a_file_too_large_for_the_gateway_is_fetched_elsewhere() {
        issue(1);
        var run = json(order(room.printing, "990102", "a5", "all")).at("/id").asText();
        room.sheets.put(PrintRun.fileKey(run), Stored.of(new byte[5_000_000], "application/pdf"));

        var reply = room.printing.answer(city(DOWNLOAD).parameter("id", run + ".pdf"));

        assertEquals(303, reply.status());
        assertTrue(reply.headers().get("location").startsWith("https://bucket.example/sheets/" + run + "/placards.pdf?"));
    }

    @Test
    void characters_that_cannot_be_set_are_told_with_the_run() {
        room.issued("云汀\uD869\uDED6诊所", Some.QINGLAN);

        var missing = json(order(room.printing, "990102", "a5", "all")).at("/missing/0");

        assertEquals("U+2A6D6", missing.at("/characters/0").asText());
        assertTrue(missing.at("/name").asText().startsWith("云汀"));
    }

    @ParameterizedTest
    @CsvSource({
        "990102,a3,all,400,format.unknown",
        "990102,a5,some,400,only.unknown",
        "990103,a5,all,404,district.unknown",
        "990100,a5,all,404,district.unknown",
        "x,a5,all,400,field.malformed",
        "990102,a5,all,409,sheets.nothing"
    })
    void an_order_that_cannot_be_is_refused(String district, String format, String only, int status, String code) {
        refused(status, code, room.printing.answer(qinglan(ORDER).body(body(district, format, only))));
    }

    @Test
    void what_is_no_run_is_not_found() {
        for (var id : new String[] {"", "x", "../orders", "0".repeat(32), "0".repeat(32) + ".pdf", "A".repeat(32)}) {
            refused(404, "sheets.unknown", room.printing.answer(city(GO_ON).parameter("id", id)));
            refused(404, "sheets.unknown", room.printing.answer(city(DOWNLOAD).parameter("id", id)));
        }
        refused(400, "format.unknown", room.printing.answer(
                city(SHEET).parameter("code", room.issued("甲诊所", Some.QINGLAN)).query("format", "letter")));
    }

    @Test
    void a_city_of_1700_is_printed_in_one_order() throws IOException {
        issue(1_700);

        var run = json(order(room.printing, "990102", "a5", "all"));
        while (run.at("/url").isNull()) {
            run = json(room.printing.answer(city(GO_ON).parameter("id", run.at("/id").asText())));
        }

        var file = room.sheets.files().get(PrintRun.fileKey(run.at("/id").asText())).bytes();
        assertEquals(1_700, pages(file));
        assertTrue(file.length < 12_000_000, file.length + " bytes");
    }

    private void issue(int count) {
        for (var i = 0; i < count; i++) {
            room.checked("云汀第" + i + "诊所", Some.QINGLAN);
        }
        JsonNode progress;
        do {
            progress = json(room.issuing.answer(city("POST /api/placards").body("{\"district\":\"990102\"}"))).at("/progress");
        } while (progress.at("/done").asInt() < progress.at("/total").asInt());
    }

    private static Reply order(PrintPlacards printing, String district, String format, String only) {
        var reply = printing.answer(city(ORDER).body(body(district, format, only)));
        assertEquals(200, reply.status(), reply.text());
        return reply;
    }

    private static String body(String district, String format, String only) {
        return "{\"district\":\"" + district + "\",\"format\":\"" + format + "\",\"only\":\"" + only + "\"}";
    }

    private static void refused(int status, String code, Reply reply) {
        assertEquals(code, json(reply).at("/code").asText());
        assertEquals(status, reply.status());
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}

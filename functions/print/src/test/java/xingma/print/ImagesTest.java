package xingma.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xingma.institution.PlacardCode;
import xingma.registry.Some;

/** B4: what is drawn is read back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImagesTest {
    private static final String ADDRESS = Printed.BUREAU.address(Some.CODE);
    private static final Pattern STEP = Pattern.compile("M(\\d+) (\\d+)\\.5h(\\d+)|m(-?\\d+) 0h(\\d+)");

    @Test
    void a_code_holds_the_address_and_no_character_set() throws Exception {
        var code = QrCode.of(ADDRESS);

        var read = new Decoder().decode(matrix(code));

        assertEquals("https://xm.yunting.example/q/7K3M9QX4T4AP", read.getText());
        assertEquals("Q", read.getECLevel());
        // 2 would announce a character set.
        assertEquals(1, read.getSymbologyModifier());
        assertEquals(33, code.side());
    }

    @Test
    void an_svg_draws_exactly_the_modules() {
        var code = QrCode.of(ADDRESS);

        var drawn = new boolean[code.sideWithQuiet()][code.sideWithQuiet()];
        var steps = STEP.matcher(svg(code));
        var x = 0;
        var y = 0;
        while (steps.find()) {
            var starts = steps.group(1) != null;
            y = starts ? Integer.parseInt(steps.group(2)) : y;
            x = starts ? Integer.parseInt(steps.group(1)) : x + Integer.parseInt(steps.group(4));
            var length = Integer.parseInt(steps.group(starts ? 3 : 5));
            for (var i = 0; i < length; i++) {
                drawn[y][x + i] = true;
            }
            x += length;
        }

        for (var row = 0; row < code.sideWithQuiet(); row++) {
            for (var column = 0; column < code.sideWithQuiet(); column++) {
                assertEquals(code.isDark(column - 4, row - 4), drawn[row][column], column + "," + row);
            }
        }
    }

    @Test
    void an_svg_is_the_same_byte_for_byte_as_ever() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(svg(QrCode.of(ADDRESS)).getBytes(StandardCharsets.UTF_8));

        assertEquals("2a52a338755ffef6ae6b16068932de70c3bacd1b809d48e8d9b608a3e3da2d03", HexFormat.of().formatHex(digest));
    }

    @Test
    void a_png_is_whole_and_is_read_back() throws Exception {
        var picture = Picture.png(PngImage.of(QrCode.of(ADDRESS)));

        assertEquals(41 * 24, picture.width());
        assertEquals(41 * 24, picture.height());
        assertEquals(ADDRESS, picture.code());
    }

    @Test
    void another_makers_decoder_reads_the_png(@TempDir Path folder) throws Exception {
        Tools.need("zbarimg");
        var file = Files.write(folder.resolve("code.png"), PngImage.of(QrCode.of(ADDRESS)));

        assertEquals(List.of(ADDRESS), Tools.zbar(file));
    }

    @Test
    void the_cross_of_a_void_code_is_a_whole_picture_that_nobody_reads() throws Exception {
        var picture = Picture.png(VoidImage.png());

        assertEquals(41 * 24, picture.width());
        assertThrows(ReaderException.class, picture::code);
        assertTrue(VoidImage.svg().contains("已作废"));
    }

    @Test
    void a_title_cannot_break_out_of_its_element() {
        var svg = SvgImage.of(QrCode.of(ADDRESS), "</title><script>&");

        assertTrue(svg.contains("<title>&lt;/title>&lt;script>&amp;</title>"));
    }

    @Test
    void an_address_that_no_code_should_hold_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.of(""));
        assertThrows(IllegalArgumentException.class, () -> QrCode.of("https://云汀.example/q/7K3M9QX4T4AP"));
        assertThrows(IllegalArgumentException.class, () -> QrCode.of("https://x.example/" + "a".repeat(200)));
    }

    @Test
    void a_city_of_1700_is_drawn_and_every_tenth_code_is_read_back() throws Exception {
        var codes = new RandomCodes();
        var drawn = new HashSet<PlacardCode>();
        for (var i = 0; i < 1_700; i++) {
            var code = codes.get();
            drawn.add(code);
            var qr = QrCode.of(Printed.BUREAU.address(code));
            assertTrue(SvgImage.of(qr, code.spoken()).length() < 3_000);
            if (i % 10 == 0) {
                assertEquals(Printed.BUREAU.address(code), new Decoder().decode(matrix(qr)).getText());
            }
        }

        assertEquals(1_700, drawn.size());
    }

    private static String svg(QrCode code) {
        return SvgImage.of(code, Some.CODE.spoken());
    }

    private static BitMatrix matrix(QrCode code) {
        var matrix = new BitMatrix(code.side());
        code.forEachRun((x, y, length) -> matrix.setRegion(x, y, length, 1));
        return matrix;
    }
}

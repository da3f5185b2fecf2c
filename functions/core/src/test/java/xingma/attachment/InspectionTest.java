package xingma.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.picture.Picture;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InspectionTest {
    private static final String PDF = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    /** A picture full of what a camera writes. */
    static byte[] picture(String name) throws IOException {
        try (var file = Picture.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource({"turned-6.jpg, JPEG", "see-through.png, PNG", "lossy.webp, WEBP"})
    void a_picture_is_known_by_its_content_and_kept_without_its_traces(String name, FileKind kind)
            throws IOException {
        var fit = (Inspection.Fit) Inspection.of(picture(name));

        assertEquals(kind, fit.kind());
        assertArrayEquals(Picture.clean(picture(name)).bytes(), fit.bytes());
    }

    @Test
    void a_document_is_kept_as_it_is() {
        var fit = (Inspection.Fit) Inspection.of(PDF.getBytes(ISO_8859_1));

        assertEquals(FileKind.PDF, fit.kind());
        assertArrayEquals(PDF.getBytes(ISO_8859_1), fit.bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "MZ program, KIND",
        "<html><script>alert(1)</script>, KIND",
        "GIF89a, KIND",
        "PK\u0003\u0004, KIND",
        "\u0000\u0000\u0000\u0018ftypheic, KIND",
        "x%PDF-1.7 %%EOF, KIND",
        "%PDF-1.7 and no end, BROKEN",
        "RIFF\u0004\u0000\u0000\u0000WAVE, BROKEN",
        "\u00FF\u00D8\u00FF\u00D9, BROKEN"
    })
    void what_a_case_does_not_take_is_refused_with_its_reason(String file, Refusal reason) {
        assertEquals(new Inspection.Unfit(reason), Inspection.of(file.getBytes(ISO_8859_1)));
    }

    @Test
    void a_file_of_no_size_or_too_large_is_refused_before_it_is_read() throws IOException {
        assertEquals(new Inspection.Unfit(Refusal.SIZE), Inspection.of(new byte[0]));
        var large = Arrays.copyOf(picture("turned-6.jpg"), Inspection.LARGEST + 1);
        assertEquals(new Inspection.Unfit(Refusal.SIZE), Inspection.of(large));
    }

    @Test
    void a_small_file_that_would_fill_a_viewers_memory_is_refused() {
        var flood = "\u00FF\u00D8\u00FF\u00C0\u0000\u000B\u0008\u001F\u00FF\u001F\u00FF\u0001\u0001\u0011\u0000"
                + "\u00FF\u00DA\u0000\u0008\u0001\u0001\u0000\u0000\u003F\u0000x\u00FF\u00D9";

        assertEquals(new Inspection.Unfit(Refusal.POINTS), Inspection.of(flood.getBytes(ISO_8859_1)));
    }
}

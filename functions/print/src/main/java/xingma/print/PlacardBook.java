package xingma.print;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import xingma.print.Style.Ink;

/** Placards in one PDF, sheet after sheet, ready for the printer (标牌打印件). */
final class PlacardBook implements Closeable {
    static final String CONTENT_TYPE = "application/pdf";

    private static final double BLEED = 3;
    private static final double SLUG = 10;
    private static final double A4_SIDE = Math.sqrt(2);
    private static final double A4_WIDTH = 210;
    private static final double A4_HEIGHT = 297;

    private final Typeface typeface;
    private final SheetFormat format;
    private final PDDocument document;
    private final Typeface.Fonts fonts;
    private final List<PlacardFace> waiting = new ArrayList<>();

    /** The caller holds {@link Typeface#inUse} until the book is closed. */
    private PlacardBook(Typeface typeface, SheetFormat format) throws IOException {
        this.typeface = typeface;
        this.format = format;
        document = new PDDocument();
        fonts = typeface.forDocument(document);
        document.getDocumentCatalog().setLanguage("zh-CN");
        var preferences = new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        // Printed at another size, the code would not be the size that was tried.
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    /** Prints these faces, one at least. */
    static byte[] print(SheetFormat format, List<PlacardFace> faces) {
        var typeface = Typeface.shared();
        typeface.inUse().lock();
        try (var book = new PlacardBook(typeface, format)) {
            for (var face : faces) {
                book.add(face);
            }
            return book.finish(faces);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            typeface.inUse().unlock();
        }
    }

    private void add(PlacardFace face) throws IOException {
        waiting.add(face);
        if (waiting.size() == format.placardsToASheet()) {
            sheet();
        }
    }

    private byte[] finish(List<PlacardFace> faces) throws IOException {
        if (!waiting.isEmpty()) {
            sheet();
        }
        var about = document.getDocumentInformation();
        about.setTitle(faces.size() == 1 ? faces.getFirst().name() + ' ' + faces.getFirst().code() : faces.getFirst().title());
        about.setAuthor(faces.getFirst().bureau());
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private void sheet() throws IOException {
        switch (format) {
            case A5 -> single(PlacardDrawing.WIDTH, PlacardDrawing.HEIGHT, 1, 0);
            case A4 -> single(A4_WIDTH, A4_HEIGHT, A4_SIDE, 0);
            case A5BLEED -> single(PlacardDrawing.WIDTH, PlacardDrawing.HEIGHT, 1, SLUG);
            case A4BLEED -> single(A4_WIDTH, A4_HEIGHT, A4_SIDE, SLUG);
            case A4X2 -> pair();
        }
        waiting.clear();
    }

    private void single(double width, double height, double scale, double slug) throws IOException {
        var page = page(width + 2 * slug, height + 2 * slug);
        if (slug > 0) {
            page.setTrimBox(box(slug, slug, width, height));
            page.setBleedBox(box(slug - BLEED, slug - BLEED, width + 2 * BLEED, height + 2 * BLEED));
        }
        try (var out = content(page)) {
            place(out, waiting.getFirst(), slug + (width - PlacardDrawing.WIDTH * scale) / 2,
                    slug + (height - PlacardDrawing.HEIGHT * scale) / 2, scale, BLEED);
            if (slug > 0) {
                cropMarks(out, width, height, slug);
            }
        }
    }

    private void pair() throws IOException {
        var page = page(A4_HEIGHT, A4_WIDTH);
        try (var out = content(page)) {
            var gap = A4_HEIGHT / 2 - PlacardDrawing.WIDTH;
            for (var i = 0; i < waiting.size(); i++) {
                place(out, waiting.get(i), i * (PlacardDrawing.WIDTH + 2 * gap), 0, 1, gap);
            }
            var pen = new Pen(out, fonts, A4_WIDTH);
            var middle = A4_HEIGHT / 2;
            pen.line(Ink.WHITE, 0.2, middle, 0, middle, 6);
            pen.line(Ink.BLACK, 0.1, middle, A4_WIDTH - 6, middle, A4_WIDTH);
        }
    }

    /** Draws a face with its lower left corner at a point of the page. */
    private void place(PDPageContentStream out, PlacardFace face, double x, double y, double scale, double bleed)
            throws IOException {
        out.saveGraphicsState();
        out.transform(new Matrix((float) scale, 0, 0, (float) scale, Pen.points(x), Pen.points(y)));
        new PlacardDrawing(typeface, new Pen(out, fonts, PlacardDrawing.HEIGHT), face).draw(bleed);
        out.restoreGraphicsState();
    }

    private void cropMarks(PDPageContentStream out, double width, double height, double slug) throws IOException {
        var pen = new Pen(out, fonts, height + 2 * slug);
        var far = slug - BLEED - 1;
        for (var x : new double[] {slug, slug + width}) {
            pen.line(Ink.BLACK, 0.1, x, far - 5, x, far);
            pen.line(Ink.BLACK, 0.1, x, height + 2 * slug - far, x, height + 2 * slug - far + 5);
        }
        for (var y : new double[] {slug, slug + height}) {
            pen.line(Ink.BLACK, 0.1, far - 5, y, far, y);
            pen.line(Ink.BLACK, 0.1, width + 2 * slug - far, y, width + 2 * slug - far + 5, y);
        }
    }

    private PDPage page(double width, double height) {
        var page = new PDPage(new PDRectangle(Pen.points(width), Pen.points(height)));
        document.addPage(page);
        return page;
    }

    private PDPageContentStream content(PDPage page) throws IOException {
        return new PDPageContentStream(document, page, AppendMode.OVERWRITE, true, true);
    }

    private static PDRectangle box(double x, double y, double width, double height) {
        return new PDRectangle(Pen.points(x), Pen.points(y), Pen.points(width), Pen.points(height));
    }

    /** Binds finished parts into one file, in their order. */
    static byte[] bind(List<byte[]> parts) {
        var binder = new PDFMergerUtility();
        var out = new ByteArrayOutputStream();
        binder.setDestinationStream(out);
        parts.forEach(part -> binder.addSource(new RandomAccessReadBuffer(part)));
        try {
            binder.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

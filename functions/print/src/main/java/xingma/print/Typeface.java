package xingma.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Noto Sans SC, in which every placard is set (思源黑体). The whole Regular, so that names with rare characters print, and
 * the Bold of the common ones; parsed once in a process, since that takes half a second.
 */
final class Typeface {
    /** What stands for a character that the typeface does not have: the printer's sign for a missing sort. */
    static final int MISSING_SORT = '〓';

    private final TrueTypeFont regular;
    private final TrueTypeFont bold;
    private final CmapLookup regularGlyphs;
    private final CmapLookup boldGlyphs;
    /** Whoever writes a document holds it: a parsed font has one reading position. */
    private final ReentrantLock inUse = new ReentrantLock();

    private Typeface() {
        regular = parsed("NotoSansSC-Regular.ttf");
        bold = parsed("NotoSansSC-Bold-GB2312.ttf");
        regularGlyphs = glyphs(regular);
        boldGlyphs = glyphs(bold);
    }

    static Typeface shared() {
        return Once.TYPEFACE;
    }

    ReentrantLock inUse() {
        return inUse;
    }

    boolean has(int codePoint) {
        return regularGlyphs.getGlyphId(codePoint) != 0;
    }

    /** The cut in which a character can be set in a weight. */
    Cut cut(int codePoint, boolean heavy) {
        if (!heavy) {
            return Cut.REGULAR;
        }
        return boldGlyphs.getGlyphId(codePoint) != 0 ? Cut.BOLD : Cut.EMBOLDENED;
    }

    /** How far a character moves the pen, in ems. */
    double advance(int codePoint, Cut cut) {
        try {
            return switch (cut) {
                case REGULAR, EMBOLDENED ->
                    regular.getAdvanceWidth(regularGlyphs.getGlyphId(codePoint)) / (double) regular.getUnitsPerEm();
                case BOLD -> bold.getAdvanceWidth(boldGlyphs.getGlyphId(codePoint)) / (double) bold.getUnitsPerEm();
            };
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** The fonts for one document, which will hold only the characters it shows. */
    Fonts forDocument(PDDocument document) throws IOException {
        return new Fonts(PDType0Font.load(document, regular, true), PDType0Font.load(document, bold, true));
    }

    private static TrueTypeFont parsed(String file) {
        try (var in = Typeface.class.getResourceAsStream(file)) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // No ligatures: what is shown stays, letter by letter, what is found and copied.
            font.setEnableGsub(false);
            return font;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static CmapLookup glyphs(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** How a character is drawn: as cut, or in Regular with a stroke around it where the Bold lacks it. */
    enum Cut {
        REGULAR,
        BOLD,
        EMBOLDENED
    }

    record Fonts(PDType0Font regular, PDType0Font bold) {
        PDType0Font of(Cut cut) {
            return switch (cut) {
                case REGULAR, EMBOLDENED -> regular;
                case BOLD -> bold;
            };
        }
    }

    private static final class Once {
        static final Typeface TYPEFACE = new Typeface();
    }
}

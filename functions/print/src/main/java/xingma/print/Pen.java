package xingma.print;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import xingma.print.Style.Ink;

/** Draws on an A5 sheet in millimetres from its top left corner, as a designer measures. */
final class Pen {
    static final double MM = 72 / 25.4;
    private static final double QUARTER_CIRCLE = 0.5523;
    /** Stroke around an emboldened character, in ems. */
    private static final double STROKE = 0.03;

    private final PDPageContentStream out;
    private final Typeface.Fonts fonts;
    private final double height;

    /** @param height of the sheet in millimetres */
    Pen(PDPageContentStream out, Typeface.Fonts fonts, double height) {
        this.out = out;
        this.fonts = fonts;
        this.height = height;
    }

    void fill(Ink ink, double x, double y, double width, double depth) throws IOException {
        out.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
        out.addRect(x(x), y(y + depth), points(width), points(depth));
        out.fill();
    }

    void frame(Ink ink, double thickness, double x, double y, double width, double depth, double radius) throws IOException {
        stroke(ink, thickness);
        var k = radius * (1 - QUARTER_CIRCLE);
        var right = x + width;
        var bottom = y + depth;
        out.moveTo(x(x + radius), y(y));
        out.lineTo(x(right - radius), y(y));
        curve(right - k, y, right, y + k, right, y + radius);
        out.lineTo(x(right), y(bottom - radius));
        curve(right, bottom - k, right - k, bottom, right - radius, bottom);
        out.lineTo(x(x + radius), y(bottom));
        curve(x + k, bottom, x, bottom - k, x, bottom - radius);
        out.lineTo(x(x), y(y + radius));
        curve(x, y + k, x + k, y, x + radius, y);
        out.closeAndStroke();
    }

    void line(Ink ink, double thickness, double x1, double y1, double x2, double y2) throws IOException {
        stroke(ink, thickness);
        out.moveTo(x(x1), y(y1));
        out.lineTo(x(x2), y(y2));
        out.stroke();
    }

    /** The code with its quiet zone in a square: one path, so that no hairline shows between its rows. */
    void code(QrCode code, double x, double y, double side) throws IOException {
        fill(Ink.WHITE, x, y, side, side);
        out.setNonStrokingColor(0f);
        var module = side / code.sideWithQuiet();
        var rects = new Rects(x + QrCode.QUIET * module, y + QrCode.QUIET * module, module);
        code.forEachRun(rects);
        if (rects.failure != null) {
            throw rects.failure;
        }
        out.fill();
    }

    /** The bureau's mark: a star inside the corners of a viewfinder, drawn in a square of 24 units. */
    void mark(Ink ink, double x, double y, double side) throws IOException {
        var unit = side / 24;
        stroke(ink, 2.6 * unit);
        corner(x, y, unit, 1.5, 8, 1.5, 4.5, 4.5, 1.5, 8, 1.5);
        corner(x, y, unit, 16, 1.5, 19.5, 1.5, 22.5, 4.5, 22.5, 8);
        corner(x, y, unit, 22.5, 16, 22.5, 19.5, 19.5, 22.5, 16, 22.5);
        corner(x, y, unit, 8, 22.5, 4.5, 22.5, 1.5, 19.5, 1.5, 16);
        double[] star = {
            12, 4.5, 14.3, 9.3, 19.5, 10, 15.7, 13.6, 16.65, 18.8, 12, 16.3, 7.35, 18.8, 8.3, 13.6, 4.5, 10, 9.7, 9.3
        };
        out.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
        out.moveTo(x(x + star[0] * unit), y(y + star[1] * unit));
        for (var i = 2; i < star.length; i += 2) {
            out.lineTo(x(x + star[i] * unit), y(y + star[i + 1] * unit));
        }
        out.closePath();
        out.fill();
    }

    /** Draws a line of text whose first character begins at x. */
    void text(Setting setting, double x, double baseline) throws IOException {
        var style = setting.style();
        var ink = style.ink();
        out.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
        for (var piece : setting.pieces()) {
            out.beginText();
            out.setFont(fonts.of(piece.cut()), (float) style.size());
            out.setCharacterSpacing((float) (style.tracking() * style.size()));
            if (piece.cut() == Typeface.Cut.EMBOLDENED) {
                out.setStrokingColor(ink.red(), ink.green(), ink.blue());
                out.setLineWidth((float) (STROKE * style.size()));
                out.setRenderingMode(RenderingMode.FILL_STROKE);
            } else {
                out.setRenderingMode(RenderingMode.FILL);
            }
            out.newLineAtOffset(x(x) + (float) piece.at(), y(baseline));
            out.showText(piece.text());
            out.endText();
        }
    }

    void centred(Setting setting, double centre, double baseline) throws IOException {
        text(setting, centre - setting.width() / MM / 2, baseline);
    }

    void endingAt(Setting setting, double right, double baseline) throws IOException {
        text(setting, right - setting.width() / MM, baseline);
    }

    /** A corner of the viewfinder: from a point straight to where the round begins, round it, and straight on. */
    private void corner(
            double x, double y, double unit, double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3)
            throws IOException {
        out.moveTo(x(x + x0 * unit), y(y + y0 * unit));
        out.lineTo(x(x + x1 * unit), y(y + y1 * unit));
        // The sharp corner lies where the two straight parts would meet.
        var sharpX = x0 == x1 ? x0 : x3;
        var sharpY = x0 == x1 ? y3 : y0;
        curve(
                x + (x1 + (sharpX - x1) * QUARTER_CIRCLE) * unit,
                y + (y1 + (sharpY - y1) * QUARTER_CIRCLE) * unit,
                x + (x2 + (sharpX - x2) * QUARTER_CIRCLE) * unit,
                y + (y2 + (sharpY - y2) * QUARTER_CIRCLE) * unit,
                x + x2 * unit,
                y + y2 * unit);
        out.lineTo(x(x + x3 * unit), y(y + y3 * unit));
        out.stroke();
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3) throws IOException {
        out.curveTo(x(x1), y(y1), x(x2), y(y2), x(x3), y(y3));
    }

    private void stroke(Ink ink, double thickness) throws IOException {
        out.setStrokingColor(ink.red(), ink.green(), ink.blue());
        out.setLineWidth(points(thickness));
    }

    private float x(double mm) {
        return points(mm);
    }

    private float y(double mm) {
        return points(height - mm);
    }

    static float points(double mm) {
        return (float) (mm * MM);
    }

    private final class Rects implements QrCode.Run {
        private final double left;
        private final double top;
        private final double module;
        private IOException failure;

        Rects(double left, double top, double module) {
            this.left = left;
            this.top = top;
            this.module = module;
        }

        @Override
        public void at(int column, int row, int length) {
            try {
                out.addRect(
                        x(left + column * module), y(top + (row + 1) * module), points(length * module), points(module));
            } catch (IOException failed) {
                failure = failed;
            }
        }
    }
}

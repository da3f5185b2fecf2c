package xingma.print;

import java.io.IOException;
import java.util.List;
import xingma.print.Lines.Allowance;
import xingma.print.Style.Ink;

/** The placard's face as drawn: 148 by 210 mm, the code 84 mm wide with its quiet zone kept free of everything. */
final class PlacardDrawing {
    static final double WIDTH = 148;
    static final double HEIGHT = 210;

    private static final double MARGIN = 11;
    private static final double CENTRE = WIDTH / 2;
    private static final double RIGHT = WIDTH - MARGIN;
    private static final double COLUMN = WIDTH - 2 * MARGIN;
    private static final double BAND = 18.5;
    private static final double CODE_TOP = 43.3;
    private static final double CODE_SIDE = 84;
    private static final double CELLS_TOP = 128;
    private static final double CELLS_BOTTOM = 142.6;
    private static final double BOX_TOP = 169.8;
    private static final double BOX_DEPTH = 12;
    /** What lies between the cells and the box, less a margin above and below. */
    private static final double CELLS_TO_BOX = BOX_TOP - CELLS_BOTTOM - 3;

    private static final double BETWEEN_BLOCKS = 0.4;

    private final Typeface typeface;
    private final Pen pen;
    private final PlacardFace face;

    PlacardDrawing(Typeface typeface, Pen pen, PlacardFace face) {
        this.typeface = typeface;
        this.pen = pen;
        this.face = face;
    }

    /** @param bleed millimetres by which the band runs over the sheet's edge */
    void draw(double bleed) throws IOException {
        band(bleed);
        headline();
        pen.code(QrCode.of(face.address()), CENTRE - CODE_SIDE / 2, CODE_TOP, CODE_SIDE);
        cells();
        institution();
        codeBox();
        foot();
    }

    private void band(double bleed) throws IOException {
        pen.fill(Ink.ACT, -bleed, -bleed, WIDTH + 2 * bleed, BAND + bleed);
        pen.mark(Ink.WHITE, MARGIN, 4.9, 8.7);
        var title = fitted(face.title(), Style.regular(10.5, Ink.WHITE), 52, new Allowance(1, 10.5, 5)).settings().getFirst();
        pen.endingAt(title, RIGHT, 10.6);
        var left = MARGIN + 11.5;
        var supervised = set(face.supervised(), Style.regular(10, Ink.WHITE));
        var room = RIGHT - left - millimetres(title.width()) - millimetres(supervised.width()) - 6;
        var name = fitted(face.bureau(), Style.bold(14, Ink.WHITE), room, new Allowance(1, 14, 8.5), new Allowance(2, 10, 4));
        var lines = name.settings();
        var baseline = lines.size() == 1 ? 11 : 10.2 - millimetres(name.leading()) / 2;
        for (var line : lines) {
            pen.text(line, left, baseline);
            baseline += millimetres(name.leading());
        }
        pen.text(supervised, left + millimetres(widest(lines)) + 2.2, 10.9);
    }

    private void headline() throws IOException {
        var headline = fitted(face.headline(), Style.bold(35, Ink.INK).tracked(0.02), COLUMN, new Allowance(1, 35, 6));
        pen.centred(headline.settings().getFirst(), CENTRE, 34.9);
        var english = fitted(face.english(), Style.regular(11.5, Ink.SOFT), COLUMN, new Allowance(1, 11.5, 5));
        pen.centred(english.settings().getFirst(), CENTRE, 41.7);
    }

    private void cells() throws IOException {
        pen.line(Ink.INK, 0.5, MARGIN, CELLS_TOP, RIGHT, CELLS_TOP);
        pen.line(Ink.INK, 0.2, MARGIN, CELLS_BOTTOM, RIGHT, CELLS_BOTTOM);
        var width = COLUMN / face.cells().size();
        for (var i = 0; i < face.cells().size(); i++) {
            var cell = face.cells().get(i);
            var centre = MARGIN + (i + 0.5) * width;
            if (i > 0) {
                pen.line(Ink.LINE, 0.2, MARGIN + i * width, CELLS_TOP + 0.25, MARGIN + i * width, CELLS_BOTTOM);
            }
            pen.centred(one(cell.question(), Style.bold(13.5, Ink.INK), width - 2), centre, CELLS_TOP + 6.4);
            pen.centred(one(cell.facts(), Style.regular(10.5, Ink.SOFT), width - 2), centre, CELLS_TOP + 11.8);
        }
    }

    /** Name, number and address share one room: a long name takes more lines, and where they are too many all shrink. */
    private void institution() throws IOException {
        var scale = 1.0;
        var blocks = institution(scale);
        while (depth(blocks) > CELLS_TO_BOX && scale > 0.3) {
            scale -= 0.05;
            blocks = institution(scale);
        }
        var top = CELLS_BOTTOM + 1.5 + Math.max(0, (CELLS_TO_BOX - depth(blocks)) / 2);
        for (var lines : blocks) {
            top = block(lines, top) + BETWEEN_BLOCKS;
        }
    }

    private List<Lines> institution(double scale) {
        var name = fitted(
                face.name(),
                Style.bold(19, Ink.INK),
                COLUMN,
                new Allowance(1, 19 * scale, 15 * scale),
                new Allowance(2, 16.5 * scale, 12 * scale),
                new Allowance(3, 12 * scale, 9 * scale),
                new Allowance(5, 8.5 * scale, 3));
        var small = Style.regular(10 * scale, Ink.SOFT);
        var together = set(face.numberLine() + (face.numberLine().isEmpty() ? "" : "　") + face.place(), small);
        if (together.width() <= COLUMN * Pen.MM) {
            return List.of(name, new Lines(small, List.of(together)));
        }
        var number = fitted(face.numberLine(), small, COLUMN, new Allowance(1, 10 * scale, 4));
        var place = fitted(
                face.place(),
                small,
                COLUMN,
                new Allowance(1, 10 * scale, 9 * scale),
                new Allowance(2, 9.5 * scale, 7 * scale),
                new Allowance(4, 6.5 * scale, 2));
        return face.numberLine().isEmpty() ? List.of(name, place) : List.of(name, number, place);
    }

    private static double depth(List<Lines> blocks) {
        return blocks.stream().mapToDouble(lines -> millimetres(lines.height()) + BETWEEN_BLOCKS).sum() - BETWEEN_BLOCKS;
    }

    private double block(Lines lines, double top) throws IOException {
        for (var line : lines.settings()) {
            // The baseline lies where it does in a line of 1.3: the ascent of Han is 0.88 of an em.
            pen.centred(line, CENTRE, top + millimetres(lines.style().size() * 1.03));
            top += millimetres(lines.leading());
        }
        return top;
    }

    private void codeBox() throws IOException {
        pen.frame(Ink.INK, 0.4, MARGIN, BOX_TOP, COLUMN, BOX_DEPTH, 1);
        var baseline = BOX_TOP + 8.3;
        var label = set(face.codeLabel(), Style.regular(10, Ink.SOFT));
        pen.text(label, MARGIN + 4, baseline);
        var code = set(face.code(), Style.bold(19.5, Ink.INK).tracked(0.05));
        pen.text(code, MARGIN + 4 + millimetres(label.width()) + 3.2, baseline + 0.3);
        var month = set(face.month(), Style.regular(10, Ink.INK));
        pen.endingAt(month, RIGHT - 4, baseline);
        pen.endingAt(set(face.edition(), Style.regular(10, Ink.SOFT)), RIGHT - 4 - millimetres(month.width()) - 3, baseline);
    }

    private void foot() throws IOException {
        var label = set(face.hotlineLabel(), Style.regular(12, Ink.INK));
        pen.text(label, MARGIN, 191.3);
        var x = MARGIN + millimetres(label.width()) + 4;
        var numbers = String.join("　", face.hotlines());
        pen.text(one(numbers, Style.bold(18, Ink.INK), RIGHT - x), x, 191.5);

        var size = 9.6;
        while (size > 5 && hostLine(size).stream().mapToDouble(Setting::width).sum() > COLUMN * Pen.MM) {
            size -= 0.2;
        }
        x = MARGIN;
        for (var part : hostLine(size)) {
            pen.text(part, x, 198.1);
            x += millimetres(part.width());
        }
        var y = 203.4;
        for (var note : face.notes()) {
            pen.text(one(note, Style.regular(9.2, Ink.SOFT), COLUMN), MARGIN, y);
            y += 4.6;
        }
    }

    /** The host is the sign by which a false code betrays itself: it stands larger than the sentence around it. */
    private List<Setting> hostLine(double size) {
        return List.of(
                set(face.beforeHost(), Style.regular(size, Ink.SOFT)),
                set(face.host(), Style.bold(size + 1.6, Ink.INK)),
                set(face.afterHost(), Style.regular(size, Ink.SOFT)));
    }

    private Setting one(String text, Style style, double width) {
        return fitted(text, style, width, new Allowance(1, style.size(), 4)).settings().getFirst();
    }

    private Lines fitted(String text, Style style, double width, Allowance... allowances) {
        return Lines.fitted(typeface, text, style, width * Pen.MM, allowances);
    }

    private Setting set(String text, Style style) {
        return Setting.of(typeface, text, style);
    }

    private static double widest(List<Setting> lines) {
        return lines.stream().mapToDouble(Setting::width).max().orElse(0);
    }

    private static double millimetres(double points) {
        return points / Pen.MM;
    }
}

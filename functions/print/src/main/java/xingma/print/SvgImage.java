package xingma.print;

/** Writes a code as SVG: one path of strokes, run by run, white ground and quiet zone included. */
public final class SvgImage {
    static final String CONTENT_TYPE = "image/svg+xml";

    private SvgImage() {}

    /**
     * The image's text.
     *
     * @param title what a reader who cannot see it is told
     */
    public static String of(QrCode code, String title) {
        var path = new PathWriter();
        code.forEachRun(path);
        var side = code.sideWithQuiet();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + ' ' + side
                + "\" shape-rendering=\"crispEdges\" role=\"img\"><title>" + escaped(title) + "</title><path fill=\"#fff\" d=\"M0 0h"
                + side + 'v' + side + "H0z\"/><path stroke=\"#000\" d=\"" + path.text + "\"/></svg>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static final class PathWriter implements QrCode.Run {
        private final StringBuilder text = new StringBuilder(4096);
        private int row = -1;
        private int end;

        @Override
        public void at(int x, int y, int length) {
            if (y == row) {
                text.append('m').append(x - end).append(" 0h").append(length);
            } else {
                text.append('M').append(x + QrCode.QUIET).append(' ').append(y + QrCode.QUIET).append(".5h").append(length);
            }
            row = y;
            end = x + length;
        }
    }
}

package xingma.print;

/** What stands at the public address of a code that is no longer good (作废): a cross that no scanner reads. */
final class VoidImage {
    private static final int SIDE = 41;
    private static final int ARM = 3;

    private VoidImage() {}

    static String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + SIDE + ' ' + SIDE
                + "\" role=\"img\"><title>已作废 · void</title><path fill=\"#fff\" d=\"M0 0h" + SIDE + 'v' + SIDE
                + "H0z\"/><path stroke=\"#9d1a1a\" stroke-width=\"" + ARM + "\" d=\"M4 4l33 33M37 4L4 37\"/></svg>\n";
    }

    static byte[] png() {
        return PngImage.of(SIDE, VoidImage::isDark);
    }

    private static boolean isDark(int x, int y) {
        var inside = Math.min(Math.min(x, y), Math.min(SIDE - 1 - x, SIDE - 1 - y)) >= QrCode.QUIET;
        return inside && (Math.abs(x - y) < ARM - 1 || Math.abs(x + y - (SIDE - 1)) < ARM - 1);
    }
}

package xingma.print;

/**
 * How text looks.
 *
 * @param size in points
 * @param tracking ems added after each character
 */
record Style(boolean bold, double size, Style.Ink ink, double tracking) {
    static Style regular(double size, Style.Ink ink) {
        return new Style(false, size, ink, 0);
    }

    static Style bold(double size, Style.Ink ink) {
        return new Style(true, size, ink, 0);
    }

    Style tracked(double ems) {
        return new Style(bold, size, ink, ems);
    }

    Style sized(double points) {
        return new Style(bold, points, ink, tracking);
    }

    /** The colours of a placard, 0 to 1. */
    enum Ink {
        INK(0x15, 0x22, 0x2d),
        SOFT(0x3c, 0x49, 0x54),
        LINE(0xb9, 0xc2, 0xc9),
        ACT(0x17, 0x4a, 0x7c),
        WHITE(0xff, 0xff, 0xff),
        /** Pure black, which a printer makes from one cartridge: the code's modules and the crop marks. */
        BLACK(0, 0, 0);

        private final float red;
        private final float green;
        private final float blue;

        Ink(int red, int green, int blue) {
            this.red = red / 255f;
            this.green = green / 255f;
            this.blue = blue / 255f;
        }

        float red() {
            return red;
        }

        float green() {
            return green;
        }

        float blue() {
            return blue;
        }
    }
}

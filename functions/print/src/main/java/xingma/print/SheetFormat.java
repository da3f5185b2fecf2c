package xingma.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How placards lie on paper. */
enum SheetFormat {
    /** One placard to a sheet of 148 by 210 mm. */
    A5,
    /** One placard, enlarged to 210 by 297 mm. */
    A4,
    /** Two A5 placards on a sheet of A4 across, with marks where to cut. */
    A4X2,
    /** A5 for a printing house: 3 mm of bleed, crop marks, trim and bleed boxes. */
    A5BLEED,
    /** A4 for a printing house. */
    A4BLEED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SheetFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }

    int placardsToASheet() {
        return this == A4X2 ? 2 : 1;
    }
}

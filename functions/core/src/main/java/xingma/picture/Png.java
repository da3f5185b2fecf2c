package xingma.picture;

import static xingma.picture.Cursor.require;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A PNG file (ISO/IEC 15948, W3C PNG third edition). Keeps the critical chunks, transparency and the plain descriptions
 * of colour, and of Exif the orientation. Texts, times, colour profiles, further frames, unknown chunks and what hangs
 * on behind the end are left out.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Kept beside the critical ones, with their greatest lengths in bytes. */
    private static final Map<String, Integer> KEPT = Map.of("tRNS", 256, "gAMA", 4, "cHRM", 32, "sRGB", 1, "cICP", 4);

    private final Cursor in;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int orientation = Orientation.AS_STORED;
    private int width;
    private int height;
    private int colourType;
    private boolean palette;
    private Step step = Step.START;

    /** How far the file has come. */
    private enum Step {
        START,
        HEAD,
        DATA,
        BEHIND_DATA,
        END
    }

    Png(byte[] file) {
        in = new Cursor(file);
    }

    Picture clean() {
        in.skip(SIGNATURE.length);
        while (step != Step.END) {
            chunk();
        }
        if (orientation != Orientation.AS_STORED) {
            write(head, "eXIf", Orientation.tiff(orientation));
        }
        var out = new ByteArrayOutputStream(head.size() + data.size() + 24);
        out.writeBytes(SIGNATURE);
        out.writeBytes(head.toByteArray());
        out.writeBytes(data.toByteArray());
        write(out, "IEND", new byte[0]);
        return new Picture(Picture.Format.PNG, width, height, out.toByteArray());
    }

    private void chunk() {
        var length = in.u32();
        var summed = in.again();
        var type = in.word(4);
        require(type.matches("[A-Za-z]{4}"));
        var content = in.part(length);
        var sum = new CRC32();
        sum.update(summed.part(length + 4).rest());
        require(in.u32() == sum.getValue());
        require((step == Step.START) == type.equals("IHDR"));
        if (step == Step.DATA && !type.equals("IDAT")) {
            step = Step.BEHIND_DATA;
        }
        switch (type) {
            case "IHDR" -> header(content);
            case "PLTE" -> palette(content);
            case "IDAT" -> {
                require(step == Step.DATA || step == Step.HEAD && (palette || colourType != 3));
                step = Step.DATA;
                write(data, type, content.rest());
            }
            case "IEND" -> {
                require(step == Step.BEHIND_DATA && length == 0);
                step = Step.END;
            }
            case "eXIf" -> orientation = Orientation.in(content);
            default -> ancillary(type, content);
        }
    }

    private void header(Cursor content) {
        require(content.left() == 13);
        write(head, "IHDR", content.rest());
        width = side(content.u32());
        height = side(content.u32());
        var depth = content.u8();
        colourType = content.u8();
        require(switch (colourType) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        });
        require(content.u8() == 0 && content.u8() == 0 && content.u8() <= 1);
        step = Step.HEAD;
    }

    private static int side(long points) {
        require(points > 0 && points <= Integer.MAX_VALUE);
        return (int) points;
    }

    private void palette(Cursor content) {
        require(step == Step.HEAD && !palette && colourType != 0 && colourType != 4);
        require(content.left() > 0 && content.left() <= 768 && content.left() % 3 == 0);
        palette = true;
        write(head, "PLTE", content.rest());
    }

    private void ancillary(String type, Cursor content) {
        // A capital first letter: no picture without it, so we would have to know it.
        require(Character.isLowerCase(type.charAt(0)));
        if (step == Step.HEAD && content.left() <= KEPT.getOrDefault(type, -1)) {
            write(head, type, content.rest());
        }
    }

    private static void write(ByteArrayOutputStream out, String type, byte[] content) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        number(out, content.length);
        out.writeBytes(name);
        out.writeBytes(content);
        number(out, sum.getValue());
    }

    private static void number(ByteArrayOutputStream out, long value) {
        for (var shift = 24; shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
    }
}

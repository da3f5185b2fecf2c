package xingma.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The one script of the public pages: keeps a draft on the device, sends again what could not be sent, does a puzzle's
 * work, reads a receipt from the part of an address that no server sees. Every page does without it.
 */
public final class ComplaintScript {
    private static final byte[] BYTES = read();
    private static final String NAME = name(BYTES);

    private ComplaintScript() {}

    public static byte[] bytes() {
        return BYTES.clone();
    }

    /** The file's name, which changes with its content. */
    public static String file() {
        return NAME;
    }

    static String address() {
        return "/complain/" + NAME;
    }

    private static byte[] read() {
        try (var in = ComplaintScript.class.getResourceAsStream("complaint.js")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8) + ".js";
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
